/** What changed in the guide (政府信息公开指南) of an organ, and when: the log of changes to its record, as everybody may read it. */
import type { Day } from '../../law/day.ts'
import type { Office, OrganRow } from '../ports.ts'
import type { AdministrationEventData } from './administration-events.ts'
import { organFields } from './fields.ts'
import type { FieldChange } from './plan-import.ts'

export interface GuideChange {
  readonly on: Day
  readonly changes: readonly FieldChange[]
}

/** The columns of a record that the guide shows; the others are the organ's own. */
const shown: ReadonlySet<string> = new Set(
  organFields
    .filter(({ key }) => key.startsWith('office.') || /^(?:name|reviewOrgan|court|channels)$/.test(key))
    .map(({ head }) => head),
)

/** Events looked through for one organ: more changes than an address has in a lifetime. */
const most = 500

/**
 * The changes, newest first. They stand in the log of the organ at which they were made: its own, or one above.
 *
 * @param line the organ and those above it
 */
export async function guideChanges(
  office: Office,
  organ: OrganRow,
  line: readonly OrganRow[],
): Promise<readonly GuideChange[]> {
  const logs = await Promise.all(
    line.map(({ id }) =>
      office.inTransaction(id, (unit) => unit.events.find({ kinds: ['organChanged'] }, null, most)),
    ),
  )
  return logs
    .flat()
    .filter(({ data }) => (data as AdministrationEventData['organChanged']).code === organ.code)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .flatMap(({ on, data }) => {
      const { changes } = data as AdministrationEventData['organChanged']
      const open = changes.filter(({ column }) => shown.has(column))
      return open.length === 0 ? [] : [{ on, changes: open }]
    })
}
