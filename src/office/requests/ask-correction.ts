import type { Day } from '../../law/day.ts'
import { type CorrectionItem, event } from './events.ts'
import { clockAllows, isForInformation, isNotApproved, isNotWaiting } from './guards.ts'
import { refuse } from './refusal.ts'
import { missing, says, verb } from './verb.ts'

export interface AskCorrection {
  /** Everything that is wanting, at once; only what 条例§29 asks for can be wanting. */
  readonly items: readonly CorrectionItem[]
  /** Last day of the period given. The law asks for a reasonable one and names no number. */
  readonly by: Day
  readonly letterNo: string
}

/**
 * 条例§30: once, all items, within seven working days of receipt. A later notice still stops the clock (law/clock)
 * and comes back as a warning; one after the due day, and a second one, are refused.
 */
export const askCorrection = verb<AskCorrection>(
  'askCorrection',
  [isForInformation, isNotApproved, clockAllows((on) => ({ kind: 'correctionAsked', on })), isNotWaiting],
  (_, { items, by, letterNo }, { today }) => {
    if (items.length === 0 || !items.every(({ what }) => says(what)))
      return missing('需要补正的事项及指导，应当一次性列明', '条例§30')
    if (!says(letterNo)) return missing('补正告知书文号', '条例§30')
    if (by <= today) return refuse('tooEarly', '补正期限应当合理，不能在告知当日或者此前届满。', '条例§30')
    return [event('correctionAsked', today, { items, by, letterNo })]
  },
)
