import { event } from './events.ts'
import { isRegistered } from './guards.ts'
import { missing, says, verb } from './verb.ts'

/** A note on the file, at any time; it changes nothing. */
export const annotate = verb<{ readonly text: string }>(
  'annotate',
  [isRegistered],
  (_, { text }, { today }) =>
    says(text) ? [event('annotated', today, { text })] : missing('备注的内容', '条例§45'),
)
