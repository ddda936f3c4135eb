/** The confirmed reports of a year, one for each organ: what a sum over organs is made of. */
import type { Report } from '../../../report/report.ts'
import type { ExaminedRow, Office, OrganId, Unit } from '../../ports.ts'
import { loadSource } from './deed.ts'
import { openReading } from './open-source.ts'

export interface ReportOfYear {
  /** Id of the kept report, and the number of the reading that counts. */
  readonly id: string
  readonly reading: number
  readonly report: Report
}

/**
 * Of each of the organs the report of the year that staff of `at` put in and confirmed, in its latest reading; of
 * several the one put in last. Organs without one are not in the answer.
 */
export const reportsOfYear = (
  office: Pick<Office, 'inTransaction'>,
  at: OrganId,
  organs: readonly OrganId[],
  year: number,
): Promise<ReadonlyMap<OrganId, ReportOfYear>> =>
  office.inTransaction(at, (unit) => reportsWithin(unit, organs, year))

/** The same within a unit that does more. */
export async function reportsWithin(
  unit: Unit,
  organs: readonly OrganId[],
  year: number,
): Promise<ReadonlyMap<OrganId, ReportOfYear>> {
  const latest = new Map<OrganId, ExaminedRow>()
  const state = ['read', 'waiting'] as const
  const filter = { organs: [unit.organ], about: organs, year, confirmed: true, state }
  let after: string | undefined
  do {
    const page = await unit.examined.list(filter, { limit: 500, after })
    for (const row of page.rows)
      if (row.readings > 0 && !latest.has(row.matchedOrgan!)) latest.set(row.matchedOrgan!, row)
    after = page.next ?? undefined
  } while (after !== undefined)
  const found = new Map<OrganId, ReportOfYear>()
  for (const [organ, { id }] of latest) {
    const source = await loadSource(unit, id)
    const opened = source && (await openReading(unit, source))
    if (opened) found.set(organ, { id, reading: opened.of.number, report: opened.kept.report })
  }
  return found
}
