import { type EventData, event } from './events.ts'
import { isRegistered } from './guards.ts'
import { missing, says, verb } from './verb.ts'

/** 条例§44: information asked for by several, or suggested by the applicant, may belong among what is published. */
export const suggestProactive = verb<EventData['proactiveSuggested']>(
  'suggestProactive',
  [isRegistered],
  (_, command, { today }) =>
    says(command.by === 'applicant' ? command.entry : command.about)
      ? [event('proactiveSuggested', today, command)]
      : missing('建议公开的信息', '条例§44'),
)
