/** Phrases that count reconsiderations, suits and their results. */

import type { Entry } from './entry.ts'

const remainder = '[案件|案|申请|情况|事项|的]'
const cause = '[因|政府|信息公开|依申请公开|申请|公开|引发|引起|产生|的|涉及]'
const notTotals = ['维持', '纠正', '撤销', '率', '负责人', '驳回', '撤诉', '撤回']

export const disputeEntries: readonly Entry[] = [
  {
    metric: 'litigationDirect',
    phrases: [`直接起诉|直接提起行政诉讼|直接提起诉讼|直接诉讼 ${remainder} #`],
  },
  {
    metric: 'litigationAfter',
    phrases: [
      `复议后起诉|复议后诉讼|复议后提起行政诉讼|复议后提起诉讼|复议后再诉讼|复议后又起诉 ${remainder} #`,
    ],
  },
  {
    metric: 'disputes',
    phrases: [`复议 … 诉讼|应诉 ${remainder} #`, `诉讼 … 复议 ${remainder} #`],
    not: notTotals,
  },
  { metric: 'reconsideration', phrases: [`复议 ${remainder} #`], not: notTotals },
  { metric: 'litigation', phrases: [`诉讼|应诉 ${remainder} #`], not: notTotals },
  { metric: 'reconsideration', phrases: [`# ${cause} 行政复议|复议`], not: notTotals },
  { metric: 'litigation', phrases: [`# ${cause} 行政诉讼|诉讼`], not: notTotals },
]

/**
 * Results. Only the `formal` words, those of the form itself, name a cell; a `loose` one is a case of it, and
 * there may be others. The first that occurs is taken: 驳回诉讼请求 before 其他.
 */
export const results = [
  {
    id: 'Pending',
    formal: ['尚未审结', '未审结'],
    loose: ['尚未结案', '未结案', '正在审理', '审理中', '未结', '待审', '尚未作出决定'],
  },
  {
    id: 'Corrected',
    formal: ['纠正', '纠错'],
    loose: ['被撤销', '撤销', '败诉', '确认违法', '责令履行', '责令重新'],
  },
  {
    id: 'Upheld',
    formal: ['维持'],
    loose: ['驳回诉讼请求', '驳回原告诉讼请求', '驳回原告的诉讼请求', '胜诉'],
  },
  {
    id: 'Other',
    formal: ['其他结果', '其它结果', '其他', '其它'],
    loose: ['撤诉', '撤回', '终止', '驳回起诉', '驳回复议申请', '调解', '和解', '不予受理', '裁定驳回'],
  },
] as const
