import { type EventData, event } from './events.ts'
import { isInHandling } from './guards.ts'
import { missing, says, verb } from './verb.ts'

/** 条例§36(5), §41: the organ that is responsible, with the contact the applicant is told. */
export const hintTransfer = verb<EventData['transferHinted']>(
  'hintTransfer',
  [isInHandling],
  (_, { to, contact }, { today }) =>
    says(to) && says(contact)
      ? [event('transferHinted', today, { to, contact })]
      : missing('负责机关的名称、联系方式', '条例§36(5)'),
)
