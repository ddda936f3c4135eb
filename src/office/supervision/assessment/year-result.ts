/** What a round's own score is weighed with, where its system says so: quarters, organs below, readers. */
import type { Office, OrganId } from '../../ports.ts'
import { type Composed, compose } from './composite.ts'
import { type Row, readAll } from './keep.ts'
import { socialScores } from './surveys.ts'

/**
 * The composed result of an organ; null where the system composes nothing. `totals`: what all organs of the round score
 * in it by themselves, since those below an organ may be assessed in the same round.
 */
export async function standingOf(
  office: Pick<Office, 'assessments' | 'organs'>,
  round: Row<'round'>,
  subject: OrganId,
  totals: ReadonlyMap<OrganId, number>,
): Promise<Composed | null> {
  const { composite } = round.system
  if (composite.length === 0) return null
  const { year } = round.period
  const closed = (await readAll(office, [round.organ], 'round')).filter(
    ({ id, state, period }) => id !== round.id && state === 'closed' && period.year === year,
  )
  const below = new Set((await office.organs.withSubordinates(subject)).map(({ id }) => id))
  below.delete(subject)
  const totalsIn = (rounds: readonly Row<'round'>[], wanted: (organ: OrganId) => boolean) =>
    rounds.flatMap(({ results }) => results.filter(({ organ }) => wanted(organ)).map(({ total }) => total))
  const social = (await socialScores(office, round.organ, year)).get(subject)
  return compose(composite, {
    own: [totals.get(subject)!],
    quarters: totalsIn(
      closed.filter(({ period }) => period.quarter !== null),
      (organ) => organ === subject,
    ),
    below: [
      ...[...totals].filter(([organ]) => below.has(organ)).map(([, total]) => total),
      ...totalsIn(
        closed.filter(({ period }) => period.quarter === round.period.quarter),
        (organ) => below.has(organ) && !totals.has(organ),
      ),
    ],
    social: social === undefined ? [] : [social],
  })
}
