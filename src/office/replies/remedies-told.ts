import type { Calendar } from '../../law/calendar.ts'
import { groundsOf } from '../../law/withheld.ts'
import { type Letter, oneLine } from '../../writer/letter.ts'
import { letters } from '../letters/letters.ts'
import type { LetterOrgan } from '../letters/organ.ts'
import { routeOf } from '../letters/remedies-clause.ts'
import type { Draft, Remedies } from '../requests/index.ts'
import { letterKindOf } from './reply.ts'

/**
 * What a sealed reply tells of review and suit: derived from the law as of its date and from the organ, never typed
 * (条例§51, 复议法§23¶2). Null where nothing is open. Pure.
 *
 * @returns 'differs' where the letter names others: the organ's data have changed since it was sealed
 */
export function remediesTold(
  { ending, withheld, seal }: Draft,
  letter: Letter,
  organ: LetterOrgan,
  calendar: Calendar,
): Remedies | null | 'differs' {
  if (seal === null) return null
  const facts = {
    decidedOn: seal.datedOn,
    servedOnline: false,
    withheld: groundsOf(withheld),
  }
  const route = routeOf(letters[letterKindOf(ending)], organ, facts, calendar)
  if (route === null || route.review === null) return null
  const { reviewOrgans, court, onlineReview } = organ
  const text = letter.paragraphs.join('')
  const isNamed = (name: string): boolean => text.includes(oneLine(name))
  if (![...reviewOrgans, court].every(isNamed)) return 'differs'
  const online = onlineReview !== undefined && isNamed(onlineReview) ? onlineReview : null
  return { route: route.route, reviewOrgans, court, onlineReview: online }
}
