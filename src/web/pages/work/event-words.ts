import { formatChinese } from '../../../law/day.ts'
import { endings } from '../../../office/requests/endings.ts'
import type { EventData, EventKind, RequestEvent } from '../../../office/requests/events.ts'

/** What happened, as an officer says it. */
export const eventTitles: Readonly<Record<EventKind, string>> = {
  intakeRecorded: '登记申请',
  received: '确认收到',
  movedOn: '转其他渠道',
  entryVoided: '登记作废',
  assigned: '分派经办人',
  duplicateConfirmed: '确认重复申请',
  correctionAsked: '告知补正',
  corrected: '收到补正',
  correctionOffered: '收到逾期的补正',
  correctionLapsed: '逾期未补正',
  consultationSent: '征求意见',
  consultationReached: '征求意见书送达',
  consultationReturned: '收到意见',
  consultationLapsed: '逾期未提出意见',
  legalOpinionGiven: '出具法律意见',
  thirdPartyTold: '告知第三方决定公开',
  reasonsAsked: '要求说明理由',
  reasonsGiven: '收到说明的理由',
  reasonsRejected: '认为理由不合理',
  deferred: '确定延迟答复',
  extensionProposed: '提出延期',
  extended: '同意延期',
  extensionRefused: '不同意延期',
  feeAsked: '发收费通知',
  feeNoticeServed: '收费通知送达',
  feePaid: '缴费',
  feeLapsed: '逾期未缴费',
  retrievalRecorded: '检索',
  questionsAnswered: '七步判断',
  transferHinted: '查明负责机关',
  drafted: '拟稿',
  reviewed: '审核通过',
  draftReturned: '退回重拟',
  approved: '签发',
  sealed: '编号用印',
  dispatched: '发出答复',
  served: '送达',
  serviceFailed: '送达不成',
  withdrawn: '申请人撤回',
  proactiveSuggested: '建议主动公开',
  disputeFiled: '复议、诉讼',
  disputeDecided: '复议、诉讼有结果',
  paperAdded: '添加材料',
  paperCleared: '核查随附文件，放行',
  paperWithheld: '决定不提供随附文件',
  letterIssued: '出具文书',
  archived: '归档',
  annotated: '备注',
  noteSeen: '知悉备注',
}

type Details = { readonly [Kind in EventKind]?: (data: EventData[Kind]) => string | null }

const letter = ({ letterNo }: { readonly letterNo: string | null }) => letterNo
const because = (data: { readonly because: string }) => data.because
const remarks = (data: { readonly remarks: string | null }) => data.remarks
const inquiry = (data: { readonly inquiry: string }) => data.inquiry

/** What is worth saying beside the title; nothing of it is personal, since no event is. */
const details: Details = {
  movedOn: ({ to, letterNo }) => `${to}（${letterNo}）`,
  entryVoided: because,
  correctionAsked: ({ items, by, letterNo }) =>
    `${items.map(({ what }) => what).join('；')}。限${formatChinese(by)}前补正（${letterNo}）`,
  corrected: ({ lateBecause }) => lateBecause,
  correctionLapsed: inquiry,
  consultationSent: ({ matter, letterNo }) => (letterNo === null ? matter : `${matter}（${letterNo}）`),
  consultationReturned: ({ reasons }) => reasons,
  thirdPartyTold: letter,
  reasonsAsked: ({ facts, by, letterNo }) => `${facts}。限${formatChinese(by)}前说明（${letterNo}）`,
  reasonsRejected: because,
  deferred: ({ until, because: why }) => `延至${formatChinese(until)}：${why}`,
  extensionProposed: ({ days, because: why }) => `${days} 个工作日：${why}`,
  extended: ({ days, letterNo }) => `${days} 个工作日（${letterNo}）`,
  extensionRefused: because,
  feeAsked: ({ amount, letterNo }) => `${amount} 元（${letterNo}）`,
  feePaid: ({ amount, billNo }) => `${amount} 元（${billNo}）`,
  feeLapsed: inquiry,
  retrievalRecorded: ({ places, words, result }) =>
    `${places.join('、')}；关键词：${words.join('、')}。${result}`,
  transferHinted: ({ to, contact }) => `${to}，${contact}`,
  drafted: ({ ending }) => endings[ending].caption,
  reviewed: remarks,
  draftReturned: remarks,
  approved: remarks,
  sealed: ({ letterNo, seal }) => `${letterNo}，${seal}`,
  dispatched: ({ letterNo, trackingNo }) =>
    trackingNo === null ? letterNo : `${letterNo}，邮件${trackingNo}`,
  served: ({ reference }) => reference,
  serviceFailed: because,
  withdrawn: ({ how }) => how,
  disputeFiled: ({ caseNo, forum }) => (forum === null ? caseNo : `${forum} ${caseNo}`),
  disputeDecided: ({ what }) => what,
  letterIssued: letter,
  paperWithheld: because,
  archived: ({ fileNo }) => `档号 ${fileNo}`,
  annotated: (data) => ('text' in data ? data.text : null),
}

/** An event of a request as the API tells it. */
interface Told {
  readonly kind: string
  readonly data: object
}

export const titleOfEvent = ({ kind }: Told): string => eventTitles[kind as EventKind] ?? kind

export function detailOfEvent({ kind, data }: Told): string | null {
  const say = details[kind as EventKind] as ((of: RequestEvent['data']) => string | null) | undefined
  return say?.(data as RequestEvent['data']) ?? null
}

/** What colleagues say to each other, which has a place of its own beside the story. */
export const isTalk = ({ kind, data }: Told): boolean =>
  kind === 'noteSeen' || (kind === 'annotated' && 'entry' in data)
