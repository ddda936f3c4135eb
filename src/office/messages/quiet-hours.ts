/** When a message may be sent: by Beijing time, which is UTC+8 all the year, and never between 22:00 and 07:00. */
import { addDays, type Day, laterOf } from '../../law/day.ts'
import { hoursAhead, inBeijing } from '../beijing-time.ts'
import type { Moment } from '../ports.ts'

/** Hours of the Beijing day: quiet from the first to before the second. */
const evening = 22
const morning = 7

/**
 * The first moment, not before `at`, at which somebody may be disturbed. `from`: the Beijing day on which the message
 * is due at the earliest, as of a reminder that is written in the night before.
 */
export function notBefore(at: Moment, from?: Day): Moment {
  const { day, hour } = inBeijing(at)
  const first = from === undefined ? day : laterOf(day, from)
  if (first !== day || hour < morning) return morningOf(first)
  return hour < evening ? at : morningOf(addDays(first, 1))
}

/** Before eight in the morning it is still the day before by UTC. */
function morningOf(day: Day): Moment {
  return `${addDays(day, -1)}T${morning - hoursAhead + 24}:00:00.000Z`
}
