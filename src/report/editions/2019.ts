/** 国办公开办函〔2019〕60号 (试行): the form for the reports of 2019 and 2020. */

import { type Edition, group, item, type KeyOf } from '../form.ts'
import {
  applicants,
  carriedIn,
  carriedOut,
  corner,
  declined,
  denied,
  disputes,
  granted,
  outcomeTotal,
  partial,
  received,
  requestsCorner,
  requestsIdentity,
  sections,
  unavailable,
} from './shared.ts'

const lastYear = item('lastYear', '上一年项目数量')
const change = item('change', '本年增/减', { value: 'signed' })
const handled = [lastYear, change, item('decisions', '处理决定数量')] as const

export const edition2019 = {
  id: '2019',
  title: '中华人民共和国政府信息公开工作年度报告格式（试行）',
  instrument: '年报格式2019',
  years: { from: 2019, to: 2020 },
  blanks: 'tolerated',
  sections,
  tables: [
    {
      key: 'documents',
      section: 2,
      band: '第二十条第（一）项',
      corner,
      rows: [item('rules', '规章'), item('normative', '规范性文件', { also: ['行政规范性文件'] })],
      columns: [
        item('made', '本年新制作数量'),
        item('disclosed', '本年新公开数量'),
        item('totalDisclosed', '对外公开总数量'),
      ],
      balances: [
        {
          rule: 'T2-STOCK',
          across: 'columns',
          relation: '>=',
          left: ['totalDisclosed'],
          right: ['disclosed'],
          cites: ['条例§20(1)', '年报格式2019'],
        },
      ],
      cites: ['条例§20(1)'],
    },
    {
      key: 'licensing',
      section: 2,
      band: '第二十条第（五）项',
      corner,
      rows: [item('licence', '行政许可'), item('otherService', '其他对外管理服务事项')],
      columns: handled,
      balances: [],
      cites: ['条例§20(5)'],
    },
    {
      key: 'enforcement',
      section: 2,
      band: '第二十条第（六）项',
      corner,
      rows: [item('penalty', '行政处罚'), item('coercion', '行政强制')],
      columns: handled,
      balances: [],
      cites: ['条例§20(6)'],
    },
    {
      key: 'charges',
      section: 2,
      band: '第二十条第（八）项',
      corner,
      rows: [item('fee', '行政事业性收费')],
      columns: [lastYear, change],
      balances: [],
      cites: ['条例§20(8)'],
    },
    {
      key: 'procurement',
      section: 2,
      band: '第二十条第（九）项',
      corner,
      rows: [item('central', '政府集中采购')],
      columns: [item('items', '采购项目数量'), item('amount', '采购总金额', { value: 'amount' })],
      balances: [],
      cites: ['条例§20(9)'],
    },
    {
      key: 'requests',
      section: 3,
      corner: requestsCorner,
      over: '申请人情况',
      rows: [
        received,
        carriedIn,
        group('outcome', '三、本年度办理结果', [
          granted,
          partial,
          denied,
          unavailable,
          declined,
          item('other', '（六）其他处理'),
          outcomeTotal,
        ]),
        carriedOut,
      ],
      columns: applicants,
      sums: { rows: 'T3-SUM', columns: 'T3-ROW' },
      balances: [requestsIdentity],
      cites: ['条例§50(2)'],
    },
    disputes,
  ],
} as const satisfies Edition

export type Key2019 = KeyOf<(typeof edition2019)['tables'][number]>
