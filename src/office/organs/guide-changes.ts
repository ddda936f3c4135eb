/**
 * The versions of the guide (政府信息公开指南) of an organ (条例§12¶1). What it says of the organ follows from records
 * whose every change is in the log: undone from the last to the first, they give what was read before.
 */
import type { Day } from '../../law/day.ts'
import type { Moment, Office, OrganRow, StoredEvent } from '../ports.ts'
import type { AdministrationEventData } from './administration-events.ts'
import { isFault, organFields } from './fields.ts'
import type { OrganRecord } from './organ.ts'
import type { FieldChange } from './plan-import.ts'

export interface GuideVersion {
  /** 1, 2, 3 … */
  readonly number: number
  /** The day from which it was to be read; null where the log does not tell when the organ was entered. */
  readonly from: Day | null
  /** The day on which the next took its place; null for the one that is read now. */
  readonly until: Day | null
  /** What it changed; nothing in the first. */
  readonly changes: readonly FieldChange[]
  /** When the next took its place. */
  readonly endedAt: Moment | null
}

/** What the log has of the records of an organ and of those above it, the newest first. */
export type RecordLog = readonly StoredEvent[]

/** The columns of a record that the guide shows; the others are the organ's own. */
const shown: ReadonlySet<string> = new Set(
  organFields
    .filter(({ key }) => key.startsWith('office.') || /^(?:name|reviewOrgan|court|channels)$/.test(key))
    .map(({ head }) => head),
)

/** Events looked through for one organ: more changes than an address has in a lifetime. */
const most = 500

/**
 * Changes stand in the log of the organ at which they were made: its own, or one above.
 *
 * @param line the organ and those above it
 */
export const recordLogOf = ({ logs }: Pick<Office, 'logs'>, line: readonly OrganRow[]): Promise<RecordLog> =>
  logs.newest(
    line.map(({ id }) => id),
    ['organAdded', 'organChanged'],
    most,
  )

/** Every version, the newest first. Pure. */
export function guideVersions({ code }: Pick<OrganRow, 'code'>, log: RecordLog): readonly GuideVersion[] {
  const own = log.filter(({ data }) => (data as { readonly code: string }).code === code)
  const made = own.flatMap(({ kind, on, at, data }) => {
    if (kind !== 'organChanged') return []
    const changes = changesIn(data).filter(({ column }) => shown.has(column))
    return changes.length === 0 ? [] : [{ from: on, at, changes }]
  })
  const added = own.find(({ kind }) => kind === 'organAdded')?.on ?? null
  return [...made, { from: added, at: null, changes: [] }].map(({ from, changes }, place, all) => {
    const next = made[place - 1]
    return {
      ...{ number: all.length - place, from, changes },
      ...{ until: next?.from ?? null, endedAt: next?.at ?? null },
    }
  })
}

/** The records as they were right before that moment: every change since then undone. Pure. */
export function recordsBefore(
  records: readonly OrganRecord[],
  log: RecordLog,
  moment: Moment,
): readonly OrganRecord[] {
  const since = log.filter(({ kind, at }) => kind === 'organChanged' && at >= moment)
  return records.map((record) =>
    since
      .filter(({ data }) => (data as { readonly code: string }).code === record.code)
      .flatMap(({ data }) => changesIn(data))
      .reduce(undone, record),
  )
}

const changesIn = (data: StoredEvent['data']): readonly FieldChange[] =>
  (data as AdministrationEventData['organChanged']).changes

/** A column that is no more, or a value that is not taken any more, is left as it is. */
function undone(record: OrganRecord, { column, from }: FieldChange): OrganRecord {
  const read = organFields.find(({ head }) => head === column)?.read(from, record)
  return read === undefined || isFault(read) ? record : read
}
