/** With which cells of the tables a figure stated in prose is compared, for each edition of the form. */

import type { Key2019, Key2021 } from '../editions/index.ts'
import type { Metric } from './claim.ts'

/** Alternatives, each a sum of cells. The claim agrees with the tables where it equals any of the sums. */
export type Sums<Key extends string = string> = readonly (readonly Key[])[]

/** What a metric is called, and its counterpart in the tables. Without `against` it has none. */
export interface MetricEntry {
  /** As an officer would call it. */
  readonly caption: string
  readonly against?: { readonly '2019': Sums<Key2019>; readonly '2021': Sums<Key2021> }
}

type Shared = Key2019 & Key2021

const both = (...sums: readonly (readonly Shared[])[]) => ({ '2019': sums, '2021': sums })

const received = 'requests/received@total'
const carriedIn = 'requests/carriedIn@total'
const concluded = 'requests/outcome.total@total'

const denied = [
  'requests/outcome.denied.stateSecret@total',
  'requests/outcome.denied.otherLaw@total',
  'requests/outcome.denied.safetyStability@total',
  'requests/outcome.denied.thirdParty@total',
  'requests/outcome.denied.internalAffairs@total',
  'requests/outcome.denied.deliberative@total',
  'requests/outcome.denied.enforcementFile@total',
  'requests/outcome.denied.registryQuery@total',
] as const

const unavailable = [
  'requests/outcome.unavailable.notHeld@total',
  'requests/outcome.unavailable.needsMaking@total',
  'requests/outcome.unavailable.stillUnclear@total',
] as const

const declined = [
  'requests/outcome.declined.petition@total',
  'requests/outcome.declined.repeat@total',
  'requests/outcome.declined.publication@total',
  'requests/outcome.declined.excessive@total',
  'requests/outcome.declined.reissue@total',
] as const

const litigation = [
  'disputes/cases@litigation.direct.total',
  'disputes/cases@litigation.afterReconsideration.total',
] as const

export const metrics = {
  received: { caption: '新收申请', against: both([received]) },
  carriedIn: { caption: '上年结转', against: both([carriedIn]) },
  handled: { caption: '收办申请（新收与上年结转）', against: both([received, carriedIn]) },
  // 办理 is said of what came in, of that with what was carried in, and of what was concluded.
  processed: { caption: '办理申请', against: both([concluded], [received], [received, carriedIn]) },
  carriedOut: { caption: '结转下年度', against: both(['requests/carriedOut@total']) },
  answered: { caption: '办结答复', against: both([concluded]) },
  granted: { caption: '予以公开', against: both(['requests/outcome.granted@total']) },
  partial: { caption: '部分公开', against: both(['requests/outcome.partial@total']) },
  grantedOrPartial: {
    caption: '予以公开及部分公开',
    against: both(['requests/outcome.granted@total', 'requests/outcome.partial@total']),
  },
  denied: { caption: '不予公开', against: both(denied) },
  unavailable: { caption: '无法提供', against: both(unavailable) },
  declined: { caption: '不予处理', against: both(declined) },
  otherOutcome: {
    caption: '其他处理',
    against: {
      '2019': [['requests/outcome.other@total']],
      '2021': [
        [
          'requests/outcome.other.notCorrected@total',
          'requests/outcome.other.feeUnpaid@total',
          'requests/outcome.other.rest@total',
        ],
      ],
    },
  },
  fromNatural: { caption: '自然人申请', against: both(['requests/received@natural']) },
  fromLegal: {
    caption: '法人或其他组织申请',
    against: both([
      'requests/received@legal.business',
      'requests/received@legal.research',
      'requests/received@legal.welfare',
      'requests/received@legal.lawService',
      'requests/received@legal.other',
    ]),
  },
  fromBusiness: { caption: '商业企业申请', against: both(['requests/received@legal.business']) },
  fromResearch: { caption: '科研机构申请', against: both(['requests/received@legal.research']) },
  fromWelfare: { caption: '社会公益组织申请', against: both(['requests/received@legal.welfare']) },
  fromLawService: { caption: '法律服务机构申请', against: both(['requests/received@legal.lawService']) },
  fromOtherLegal: { caption: '其他组织申请', against: both(['requests/received@legal.other']) },
  requestsPart: { caption: '申请分项' },
  reconsideration: { caption: '行政复议', against: both(['disputes/cases@reconsideration.total']) },
  reconsiderationUpheld: {
    caption: '行政复议结果维持',
    against: both(['disputes/cases@reconsideration.upheld']),
  },
  reconsiderationCorrected: {
    caption: '行政复议结果纠正',
    against: both(['disputes/cases@reconsideration.corrected']),
  },
  reconsiderationOther: {
    caption: '行政复议其他结果',
    against: both(['disputes/cases@reconsideration.other']),
  },
  reconsiderationPending: {
    caption: '行政复议尚未审结',
    against: both(['disputes/cases@reconsideration.pending']),
  },
  litigation: { caption: '行政诉讼', against: both(litigation) },
  litigationUpheld: {
    caption: '行政诉讼结果维持',
    against: both([
      'disputes/cases@litigation.direct.upheld',
      'disputes/cases@litigation.afterReconsideration.upheld',
    ]),
  },
  litigationCorrected: {
    caption: '行政诉讼结果纠正',
    against: both([
      'disputes/cases@litigation.direct.corrected',
      'disputes/cases@litigation.afterReconsideration.corrected',
    ]),
  },
  litigationOther: {
    caption: '行政诉讼其他结果',
    against: both([
      'disputes/cases@litigation.direct.other',
      'disputes/cases@litigation.afterReconsideration.other',
    ]),
  },
  litigationPending: {
    caption: '行政诉讼尚未审结',
    against: both([
      'disputes/cases@litigation.direct.pending',
      'disputes/cases@litigation.afterReconsideration.pending',
    ]),
  },
  litigationDirect: {
    caption: '未经复议直接起诉',
    against: both(['disputes/cases@litigation.direct.total']),
  },
  litigationAfter: {
    caption: '复议后起诉',
    against: both(['disputes/cases@litigation.afterReconsideration.total']),
  },
  disputes: {
    caption: '行政复议和行政诉讼',
    against: both(['disputes/cases@reconsideration.total', ...litigation]),
  },
  proactive: { caption: '主动公开政府信息' },
  proactivePart: { caption: '主动公开分项' },
  normativeIssued: {
    caption: '制发行政规范性文件',
    against: { '2019': [['documents/normative@made']], '2021': [['documents/normative@issued']] },
  },
  normativeRepealed: {
    caption: '废止行政规范性文件',
    against: { '2019': [], '2021': [['documents/normative@repealed']] },
  },
  normativeInForce: {
    caption: '现行有效行政规范性文件',
    against: { '2019': [], '2021': [['documents/normative@inForce']] },
  },
  normativeDisclosed: {
    caption: '公开行政规范性文件',
    against: { '2019': [['documents/normative@disclosed']], '2021': [] },
  },
  rulesIssued: {
    caption: '制发规章',
    against: { '2019': [['documents/rules@made']], '2021': [['documents/rules@issued']] },
  },
  rulesRepealed: {
    caption: '废止规章',
    against: { '2019': [], '2021': [['documents/rules@repealed']] },
  },
  rulesInForce: {
    caption: '现行有效规章',
    against: { '2019': [], '2021': [['documents/rules@inForce']] },
  },
  penalties: { caption: '行政处罚决定', against: both(['enforcement/penalty@decisions']) },
  licences: { caption: '行政许可决定', against: both(['licensing/licence@decisions']) },
  coercions: { caption: '行政强制决定', against: both(['enforcement/coercion@decisions']) },
  interpretations: { caption: '政策解读' },
  policyDocuments: { caption: '政策文件' },
  meetings: { caption: '公开会议' },
  proposals: { caption: '建议提案办理' },
  consultations: { caption: '意见征集' },
  gazettes: { caption: '政府公报' },
  pressConferences: { caption: '新闻发布会' },
  responses: { caption: '回应关切' },
  trainees: { caption: '培训人次' },
  mediaAccounts: { caption: '政务新媒体' },
  receivedChange: { caption: '申请量同比' },
  proactiveChange: { caption: '主动公开量同比' },
  processingFee: { caption: '信息处理费（元）' },
  processingFeeCases: { caption: '收取信息处理费的申请' },
  processingFeePart: { caption: '信息处理费分项' },
} as const satisfies Record<Metric, MetricEntry>
