/** Rows, columns and titles that both editions print alike. Captions are verbatim. */

import { group, item, type Section, total } from '../form.ts'

export const corner = '信息内容'

/** 申请人情况: the columns of section 三. */
export const applicants = [
  item('natural', '自然人'),
  group('legal', '法人或其他组织', [
    item('business', '商业企业'),
    item('research', '科研机构'),
    item('welfare', '社会公益组织'),
    item('lawService', '法律服务机构'),
    item('other', '其他'),
  ]),
  total('total', '总计', ['natural', 'legal'], { also: ['合计'] }),
] as const

export const received = item('received', '一、本年新收政府信息公开申请数量', { brief: '本年新收' })
export const carriedIn = item('carriedIn', '二、上年结转政府信息公开申请数量', { brief: '上年结转' })
export const carriedOut = item('carriedOut', '四、结转下年度继续办理', { brief: '结转下年度' })

export const granted = item('granted', '（一）予以公开')
export const partial = item('partial', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', {
  also: ['（二）部分公开'],
})
export const denied = group('denied', '（三）不予公开', [
  item('stateSecret', '1.属于国家秘密'),
  item('otherLaw', '2.其他法律行政法规禁止公开'),
  item('safetyStability', '3.危及“三安全一稳定”'),
  item('thirdParty', '4.保护第三方合法权益'),
  item('internalAffairs', '5.属于三类内部事务信息'),
  item('deliberative', '6.属于四类过程性信息'),
  item('enforcementFile', '7.属于行政执法案卷'),
  item('registryQuery', '8.属于行政查询事项'),
])
export const unavailable = group('unavailable', '（四）无法提供', [
  item('notHeld', '1.本机关不掌握相关政府信息'),
  item('needsMaking', '2.没有现成信息需要另行制作'),
  item('stillUnclear', '3.补正后申请内容仍不明确'),
])
export const declined = group('declined', '（五）不予处理', [
  item('petition', '1.信访举报投诉类申请'),
  item('repeat', '2.重复申请'),
  item('publication', '3.要求提供公开出版物'),
  item('excessive', '4.无正当理由大量反复申请'),
  item('reissue', '5.要求行政机关确认或重新出具已获取信息'),
])
export const outcomeTotal = total(
  'total',
  '（七）总计',
  ['granted', 'partial', 'denied', 'unavailable', 'declined', 'other'],
  { brief: '办理结果总计', also: ['（七）合计'] },
)

/** Caption of the corner of section 三, which states the balance of the table. */
export const requestsCorner = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

const results = [
  item('upheld', '结果维持', { also: ['结果维护'] }),
  item('corrected', '结果纠正'),
  item('other', '其他结果'),
  item('pending', '尚未审结'),
  total('total', '总计', ['upheld', 'corrected', 'other', 'pending'], { also: ['合计'] }),
] as const

/** Section 四 is the same in both editions: one row of fifteen figures without a label. */
export const disputes = {
  key: 'disputes',
  section: 4,
  rows: [item('cases', '')],
  columns: [
    group('reconsideration', '行政复议', results),
    group('litigation', '行政诉讼', [
      group('direct', '未经复议直接起诉', results),
      group('afterReconsideration', '复议后起诉', results),
    ]),
  ],
  sums: { columns: 'T4-SUM' },
  balances: [],
  cites: ['条例§50(3)'],
} as const

/** The identity printed in the corner of section 三, for each column. */
export const requestsIdentity = {
  rule: 'T3-ID',
  across: 'rows',
  relation: '=',
  left: ['received', 'carriedIn'],
  right: ['outcome.total', 'carriedOut'],
  cites: ['条例§50(2)', '年报格式'],
} as const

export const sections: readonly Section[] = [
  { number: 1, title: '总体情况', also: ['总体工作情况', '概述', '基本情况'], content: 'prose' },
  {
    number: 2,
    title: '主动公开政府信息情况',
    also: ['主动公开政府信息的情况', '主动公开信息情况', '政府信息主动公开情况'],
    content: 'tables',
  },
  {
    number: 3,
    title: '收到和处理政府信息公开申请情况',
    also: ['收到和处理政府信息公开申请的情况', '依申请公开政府信息情况'],
    content: 'tables',
  },
  {
    number: 4,
    title: '政府信息公开行政复议、行政诉讼情况',
    also: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '因政府信息公开被申请行政复议、提起行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
    ],
    content: 'tables',
  },
  {
    number: 5,
    title: '存在的主要问题及改进情况',
    also: ['政府信息公开工作存在的主要问题及改进情况', '存在的主要问题和改进情况', '存在问题及改进情况'],
    content: 'prose',
  },
  {
    number: 6,
    title: '其他需要报告的事项',
    also: ['其他需要报告事项', '其他需要说明的事项', '需要说明的其他事项'],
    content: 'prose',
  },
]
