import { appendTo } from '../append-to.ts'
import { dayAt } from '../beijing-time.ts'
import type { Act, Conflict, OrganId, OrganRow, Unit } from '../ports.ts'
import { streamOfOrgan } from '../streams.ts'
import { administered } from './administration-events.ts'
import { closureOf, type OrganRecord, recordOf } from './organ.ts'
import { changesOf } from './plan-import.ts'

/** Why an organ could not be entered. */
export type PutFault = { readonly failure: 'codeTaken' | 'circle'; readonly code: string } | Conflict

/**
 * Enters organs in the order given, superiors first, each with its event in the log of the unit's organ; null when
 * done. That an organ is closed is not changed by its record.
 */
export async function putOrgans(unit: Unit, rows: readonly OrganRow[], by: Act): Promise<PutFault | null> {
  const all = await unit.organs.all()
  const before = new Map(all.map((row) => [row.id, row]))
  const codes = new Map([...all, ...rows].map(({ id, code }) => [id, code]))
  for (const row of rows) {
    const fault = await putOne(unit, row, before.get(row.id), codes, by)
    if (fault !== null) return fault
  }
  return null
}

async function putOne(
  unit: Unit,
  row: OrganRow,
  before: OrganRow | undefined,
  codes: ReadonlyMap<OrganId, string>,
  by: Act,
): Promise<PutFault | null> {
  const record = (of: OrganRow): OrganRecord => recordOf(of, (id) => codes.get(id))
  const changes = before === undefined ? [] : changesOf(record(before), record(row))
  if (before !== undefined && changes.length === 0) return null
  const closed = before === undefined ? null : closureOf(before)
  const details = closed === null ? row.details : { ...row.details, closed }
  const fault = await unit.organs.put({ ...row, details })
  if (fault !== null) return { ...fault, code: row.code }
  const { code, name } = row
  const event =
    before === undefined
      ? administered('organAdded', dayAt(by.at), { code, name })
      : administered('organChanged', dayAt(by.at), { code, changes })
  return appendTo(unit, streamOfOrgan(row.id), event, by)
}
