/**
 * 延长答复期限 (条例§33¶2): by the consent of the head of the disclosure office, at most 20 working days in all, told to
 * the applicant. Proposal and consent are two people's acts.
 */
import { event } from './events.ts'
import { clockAllows, isForInformation, isNotApproved, othersThan } from './guards.ts'
import { refuse } from './refusal.ts'
import type { RequestState } from './state.ts'
import { type Guard, missing, says, verb } from './verb.ts'

/** A day more: whether the law of time allows any extension now. */
const mayBeExtended = clockAllows((on) => ({ kind: 'extended', on, days: 1 }))

const isProposed: Guard = ({ extension }) =>
  extension.proposed === null
    ? refuse('extensionNotProposed', '没有待审批的延期，请由经办人先提出。', '条例§33¶2')
    : null

export const proposeExtension = verb<{ readonly days: number; readonly because: string }>(
  'proposeExtension',
  [
    isForInformation,
    isNotApproved,
    mayBeExtended,
    ({ extension }) =>
      extension.proposed === null
        ? null
        : refuse('extensionProposed', '已有延期待负责人审批，请勿重复提出。', '条例§33¶2'),
  ],
  (state, { days, because }, context) => {
    if (!Number.isInteger(days) || days < 1) return missing('延长的工作日数（不小于1的整数）', '条例§33¶2')
    if (!says(because)) return missing('延长的理由', '条例§33¶2')
    const tooLong = clockAllows((on) => ({ kind: 'extended', on, days }))(state, context)
    return tooLong ?? [event('extensionProposed', context.today, { days, because })]
  },
)

export const approveExtension = verb<{ readonly letterNo: string }>(
  'approveExtension',
  [
    isForInformation,
    isProposed,
    othersThan(proposer, '延期的提出和审批'),
    // The due day may have passed while the proposal lay on the table.
    (state, context) =>
      clockAllows((on) => ({ kind: 'extended', on, days: state.extension.proposed!.days }))(state, context),
  ],
  ({ extension }, { letterNo }, { today }) =>
    says(letterNo)
      ? [event('extended', today, { days: extension.proposed!.days, letterNo })]
      : missing('延期答复告知书文号，延长应当告知申请人', '条例§33¶2'),
)

export const refuseExtension = verb<{ readonly because: string }>(
  'refuseExtension',
  [isForInformation, isProposed],
  (_, { because }, { today }) =>
    says(because)
      ? [event('extensionRefused', today, { because })]
      : missing('不同意延期的理由', '条例§33¶2'),
)

function proposer({ extension }: RequestState): string | null {
  return extension.proposed?.by ?? null
}
