/** What forbids a move by the state alone. Each guard says what cannot be done, why, and what to do instead. */
import { type ClockEvent, clock, type ProblemCode } from '../../law/clock.ts'
import type { Day } from '../../law/day.ts'
import { policyOf } from './context.ts'
import type { Variant } from './events.ts'
import { firstOf } from './guarding.ts'
import { parties } from './parties.ts'
import { type Refusal, type RefusalCode, refuse } from './refusal.ts'
import { openConsultations, type RequestState } from './state.ts'
import type { Guard } from './verb.ts'

export const isRegistered: Guard = ({ number }) =>
  number === null ? refuse('noIntake', '没有登记过的申请，请先登记。', '条例§45') : null

const isReceived: Guard = ({ progress }) =>
  progress.receivedOn === null
    ? refuse('notReceived', '尚未与申请人确认收到，期限未起算；请先确认并登记收到之日。', '条例§31')
    : null

export const isOpen: Guard = ({ progress, dispatched }) => {
  if (progress.ended?.how === 'movedOn')
    return refuse('closed', '该件已转其他渠道处理，不再作为政府信息公开申请办理。', '条例§39¶1')
  if (progress.ended?.how === 'voided')
    return refuse('closed', '该件登记有误，已经作废，不能再办理；需要办理的请重新登记。', '条例§45')
  if (progress.ended?.how === 'withdrawn')
    return refuse('closed', '申请人已撤回申请，办理已经终止；需要该信息的可以重新提出申请。', '条例§29')
  if (progress.ended !== null || dispatched !== null)
    return refuse('closed', '答复已经发出，不能再改变办理过程；确有错误的，另行作出决定。', '条例§33')
  return null
}

export const isNotArchived: Guard = ({ progress }) =>
  progress.archived ? refuse('archived', '案卷已经归档，不能再办理此项；可以添加备注。', '条例§45') : null

/** Registered, received, and no answer sent yet. */
export const isInHandling: Guard = firstOf([isRegistered, isOpen, isReceived])

/** Requests for information have clock, consultations and fees; the correction of a record has not (条例§41). */
export function isVariant(variant: Variant): Guard {
  return (state) =>
    state.variant === variant
      ? null
      : refuse(
          'wrongVariant',
          variant === 'disclosure'
            ? '更正申请不适用此项程序，请依照第四十一条审核并答复。'
            : '此项只适用于要求更正与自身相关信息的申请。',
          '条例§41',
        )
}

export const isForInformation: Guard = firstOf([isInHandling, isVariant('disclosure')])

export const isNotApproved: Guard = ({ draft }) =>
  draft !== null && draft.approvedOn !== null
    ? refuse('alreadyApproved', '处理决定已经签发；需要改变的，请先退回重拟。', '条例§45')
    : null

/** While the applicant is waited for, the request may still change or be given up. */
export const isNobodyAwaited: Guard = ({ progress }) =>
  progress.awaiting === null ? null : waiting[progress.awaiting]

/** Nor was the request given up by a correction or a fee that did not come. */
export const isNotWaiting: Guard = firstOf([
  isNobodyAwaited,
  ({ correction }) => (correction?.lapsedOn ? waiting.correction : null),
  ({ fee }) => (fee?.lapsedOn ? waiting.fee : null),
])

const waiting = {
  correction: refuse(
    'waiting',
    '已告知补正，尚未收到补正的申请；请待补正，逾期未补正的登记逾期后不再处理。',
    '条例§30',
  ),
  fee: refuse('waiting', '已发收费通知，尚未缴费；请待缴费，逾期未缴的登记逾期后不再处理。', '办法§6'),
}

/** No decision while somebody's opinion is awaited: the law gives them their days (条例§32、§34). */
export function areConsultationsEnded(internalToo: boolean): Guard {
  return (state) => {
    const open = openConsultations(state).find(({ party }) => internalToo || party !== 'internal')
    return open === undefined
      ? null
      : refuse(
          'consultationOpen',
          `征求意见（${open.id}）尚未结束，不能作出决定；请登记收到的意见，期满未回复的登记逾期。`,
          parties[open.party].cite,
        )
  }
}

const codes: Partial<Record<ProblemCode, RefusalCode>> = {
  notReceived: 'notReceived',
  afterEnd: 'closed',
  afterDue: 'pastDue',
  correctionRepeated: 'correctionRepeated',
  consultationRepeated: 'consultationRepeated',
  feeRepeated: 'feeRepeated',
  extensionTooLong: 'extensionTooLong',
  deferralTooEarly: 'deferralTooEarly',
}

const advice: Partial<Record<ProblemCode, string>> = {
  afterDue: '请尽快答复申请人。',
  correctionRepeated: '请就现有内容答复；仍不明确的，以补正后申请内容仍不明确答复。',
  consultationRepeated: '请等待已发出的征求意见的结果。',
  feeRepeated: '请等待申请人缴费。',
  extensionTooLong: '请缩短延长的天数，或者在现行期限内答复。',
  deferralTooEarly: '请另定不早于现行届满日的日期，或者在现行期限内答复。',
}

/**
 * Asks law/clock whether it would give the event effect. The law of time is written there and nowhere else: its
 * reason and its article are the refusal. No earlier event can speak for it: what the law gives no effect was not
 * recorded.
 */
export function clockAllows(sample: (today: Day) => ClockEvent): Guard {
  return (state, context) => {
    const event = sample(context.today)
    const { clock: policy } = policyOf(context)
    const { problems } = clock([...state.clock, event], context.calendar, policy, context.today)
    for (const { code, on, message, cites } of problems) {
      const refused = codes[code]
      if (refused !== undefined && on === event.on)
        return refuse(refused, `${message}${advice[code] ?? ''}`, ...cites)
    }
    return null
  }
}

/** The same person may not draft and judge: 审核、签发 are the other pair of eyes (条例§45). */
export function othersThan(who: (state: RequestState) => string | null, what: string): Guard {
  return (state, { actor }): Refusal | null =>
    who(state) === actor.id
      ? refuse('fourEyes', `${what}不能由同一人办理，请交其他有权限的人员。`, '条例§45')
      : null
}
