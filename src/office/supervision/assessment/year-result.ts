/** What a round's own score is weighed with, where its system says so: quarters, organs below, readers. */
import type { Office, OrganId } from '../../ports.ts'
import { type Composed, compose } from './composite.ts'
import { type Row, readAll } from './keep.ts'
import { socialScores } from './surveys.ts'

/** The composed result of an organ; null where the system composes nothing. */
export async function standingOf(
  office: Pick<Office, 'assessments' | 'organs'>,
  round: Row<'round'>,
  subject: OrganId,
  own: number,
): Promise<Composed | null> {
  const { composite } = round.system
  if (composite.length === 0) return null
  const { year } = round.period
  const closed = (await readAll(office, [round.organ], 'round')).filter(
    ({ id, state, period }) => id !== round.id && state === 'closed' && period.year === year,
  )
  const below = new Set((await office.organs.withSubordinates(subject)).map(({ id }) => id))
  below.delete(subject)
  const totals = (rounds: readonly Row<'round'>[], wanted: (organ: OrganId) => boolean) =>
    rounds.flatMap(({ results }) => results.filter(({ organ }) => wanted(organ)).map(({ total }) => total))
  const social = (await socialScores(office, round.organ, year)).get(subject)
  return compose(composite, {
    own: [own],
    quarters: totals(
      closed.filter(({ period }) => period.quarter !== null),
      (organ) => organ === subject,
    ),
    below: totals(
      closed.filter(({ period }) => period.quarter === round.period.quarter),
      (organ) => below.has(organ),
    ),
    social: social === undefined ? [] : [social],
  })
}
