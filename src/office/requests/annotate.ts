import { event } from './events.ts'
import { isRegistered } from './guards.ts'
import { refuse } from './refusal.ts'
import { type Guard, missing, says, verb } from './verb.ts'

/** What the office says of itself, for the log; or what a person wrote, which lies in the vault. */
export type Annotate =
  | { readonly text: string }
  | {
      /** Id of the vault. */
      readonly entry: string
      /** Ids of colleagues who are to see it. */
      readonly mentions: readonly string[]
    }

/** A note on the file, at any time; it changes nothing. */
export const annotate = verb<Annotate>('annotate', [isRegistered], (_, note, { today }) =>
  says('entry' in note ? note.entry : note.text)
    ? [event('annotated', today, note)]
    : missing('备注的内容', '条例§45'),
)

const isMentioned: Guard = ({ mentioned }, { actor }) =>
  mentioned.includes(actor.id) ? null : refuse('notMentioned', '没有请您看的备注，无需登记。', '条例§45')

/** 知悉: whoever was mentioned says that they have seen it, and is not reminded any more. */
export const noteSeen = verb<object>('noteSeen', [isRegistered, isMentioned], (_, __, { today }) => [
  event('noteSeen', today, {}),
])
