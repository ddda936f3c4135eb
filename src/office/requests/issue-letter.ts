import { type Addressee, event } from './events.ts'
import { isNotArchived, isRegistered } from './guards.ts'
import { refuse } from './refusal.ts'
import type { RequestState } from './state.ts'
import { missing, says, verb } from './verb.ts'

export interface IssueLetter {
  /** Id of the vault: the letter as data. */
  readonly letter: string
  /** Key of its definition among the letters. */
  readonly kind: string
  readonly letterNo: string
  /** Hash of the canonical JSON of the letter: which text it was can be proved although the log does not know it. */
  readonly digest: string
  readonly to: Addressee
}

/** A letter is made out and kept (条例§45). That it left the house is told by other verbs, such as `dispatch`. */
export const issueLetter = verb<IssueLetter>(
  'issueLetter',
  [isRegistered, isNotArchived],
  (state, { letter, kind, letterNo, digest, to }, { today }) => {
    if (!says(letter) || !says(kind) || !says(digest)) return missing('文书的内容', '条例§45')
    if (!says(letterNo)) return missing('文书的文号', '公文格式')
    if (letterOf(state, letterNo) !== undefined)
      return refuse('letterRepeated', `文号${letterNo}已经用于另一份文书，请另行编号。`, '公文格式')
    return [event('letterIssued', today, { letter, kind, letterNo, digest, to })]
  },
)

/** The letter issued under that number. */
export function letterOf({ letters }: Pick<RequestState, 'letters'>, letterNo: string) {
  return letters.find((each) => each.letterNo === letterNo)
}
