import { zh } from '../../law/glossary.ts'
import { filingEvents } from '../reports/annual/events.ts'
import type { EventKind } from '../requests/index.ts'

/**
 * What other systems can be told of, in Chinese: what the log says of a case, that nobody has done anything, and that an
 * annual report has come to another stage.
 */
export const hookEvents = {
  intakeRecorded: '登记',
  received: zh('received'),
  movedOn: '转其他渠道',
  entryVoided: '登记作废',
  assigned: '分办',
  duplicateConfirmed: '确认重复申请',
  correctionAsked: zh('correctionAsked'),
  corrected: zh('corrected'),
  correctionOffered: '逾期提交补正',
  correctionLapsed: '逾期未补正',
  consultationSent: zh('consultationSent'),
  consultationReached: '征求意见书送达',
  consultationReturned: zh('consultationReturned'),
  consultationLapsed: zh('consultationLapsed'),
  legalOpinionGiven: '法律意见',
  thirdPartyTold: '告知第三方',
  reasonsAsked: '要求说明理由',
  reasonsGiven: '说明理由',
  reasonsRejected: '理由不合理',
  deferred: zh('deferred'),
  extensionProposed: '提出延期',
  extended: zh('extended'),
  extensionRefused: '不同意延期',
  feeAsked: zh('feeAsked'),
  feeNoticeServed: '收费通知送达',
  feePaid: zh('feePaid'),
  feeLapsed: '逾期未缴费',
  retrievalRecorded: '检索',
  questionsAnswered: '七步判断',
  transferHinted: '提示负责机关',
  drafted: '拟稿',
  reviewed: '审核',
  draftReturned: '退回',
  approved: '签发',
  sealed: '用印',
  dispatched: '发出',
  served: '送达',
  serviceFailed: '送达不成',
  withdrawn: zh('withdrawn'),
  proactiveSuggested: '建议主动公开',
  disputeFiled: '登记复议、诉讼',
  disputeDecided: '复议、诉讼裁决',
  paperAdded: '添加材料',
  paperCleared: '核查随附文件',
  paperWithheld: '不提供随附文件',
  letterIssued: '生成文书',
  archived: '归档',
  annotated: '备注',
  noteSeen: '知悉备注',
  dueSoon: '答复期限将满',
  overdue: '逾期未答复',
  ...filingEvents,
} as const satisfies Readonly<Record<EventKind | 'dueSoon' | 'overdue' | keyof typeof filingEvents, string>>

export type HookEvent = keyof typeof hookEvents
