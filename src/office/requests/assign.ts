import { event } from './events.ts'
import { isNotArchived, isRegistered } from './guards.ts'
import { missing, says, verb } from './verb.ts'

/** The member of staff who handles the request. */
export const assign = verb<{ readonly handler: string }>(
  'assign',
  [isRegistered, isNotArchived],
  (_, { handler }, { today }) =>
    says(handler) ? [event('assigned', today, { handler })] : missing('经办人', '条例§45'),
)
