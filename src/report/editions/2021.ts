/** 国办公开办函〔2021〕30号: the form for reports of 2021 and later. */

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

const decisions = [item('decisions', '本年处理决定数量')] as const

export const edition2021 = {
  id: '2021',
  title: '中华人民共和国政府信息公开工作年度报告格式',
  instrument: '年报格式',
  years: { from: 2021, to: null },
  blanks: 'fault',
  sections,
  tables: [
    {
      key: 'documents',
      section: 2,
      band: '第二十条第（一）项',
      corner,
      rows: [item('rules', '规章'), item('normative', '行政规范性文件', { also: ['规范性文件'] })],
      columns: [
        item('issued', '本年制发件数'),
        item('repealed', '本年废止件数'),
        item('inForce', '现行有效件数'),
      ],
      balances: [
        {
          rule: 'T2-STOCK',
          across: 'columns',
          relation: '>=',
          left: ['inForce', 'repealed'],
          right: ['issued'],
          cites: ['条例§20(1)', '年报格式'],
        },
      ],
      cites: ['条例§20(1)'],
    },
    {
      key: 'licensing',
      section: 2,
      band: '第二十条第（五）项',
      corner,
      rows: [item('licence', '行政许可')],
      columns: decisions,
      balances: [],
      cites: ['条例§20(5)'],
    },
    {
      key: 'enforcement',
      section: 2,
      band: '第二十条第（六）项',
      corner,
      rows: [item('penalty', '行政处罚'), item('coercion', '行政强制')],
      columns: decisions,
      balances: [],
      cites: ['条例§20(6)'],
    },
    {
      key: 'charges',
      section: 2,
      band: '第二十条第（八）项',
      corner,
      rows: [item('fee', '行政事业性收费')],
      columns: [item('amount', '本年收费金额（单位：万元）', { value: 'money' })],
      balances: [],
      cites: ['条例§20(8)'],
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
          group('other', '（六）其他处理', [
            item('notCorrected', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', {
              also: ['1.逾期不补正'],
              brief: '逾期不补正',
            }),
            item('feeUnpaid', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', {
              also: ['2.逾期不缴费'],
              brief: '逾期不缴费',
            }),
            item('rest', '3.其他'),
          ]),
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

export type Key2021 = KeyOf<(typeof edition2021)['tables'][number]>
