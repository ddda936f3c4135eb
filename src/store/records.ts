import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { Day } from '../law/day.ts'
import { type RecordFacts, type RecordKind, recordAfter } from '../office/documents/records/record.ts'
import type {
  DisclosureRecords,
  OrganId,
  Page,
  PageRequest,
  RecordFilter,
  RecordRow,
  StoredEvent,
} from '../office/ports.ts'
import { recordOf, recordStreams } from '../office/streams.ts'
import { canonical } from './canonical.ts'
import { histories, inGroups } from './histories.ts'
import type { DisclosureRecordTable, Schema } from './schema.ts'
import type { Fault } from './verify.ts'

function rowOf(
  organ: OrganId,
  stream: string,
  events: readonly StoredEvent[],
): Insertable<DisclosureRecordTable> | null {
  const { kind, id } = recordOf(stream)!
  const facts = events.reduce<RecordFacts | null>(
    (before, event) => recordAfter(kind as RecordKind, before, event),
    null,
  )
  if (facts === null) return null
  return {
    ...{ organ, kind, id, version: events.length, state: facts.state, about: facts.about },
    ...{ opened_on: facts.openedOn, due: facts.due, facts: canonical(facts) },
  }
}

const fromRow = ({ organ, id, version, facts }: Selectable<DisclosureRecordTable>): RecordRow => ({
  ...(facts as RecordFacts),
  organ,
  id,
  version,
})

async function write(db: Kysely<Schema>, rows: readonly Insertable<DisclosureRecordTable>[]): Promise<void> {
  for (const row of rows) {
    const { organ: _, kind: __, id: ___, ...changed } = row
    await db
      .insertInto('disclosure_record')
      .values(row)
      .onConflict((conflict) => conflict.columns(['organ', 'kind', 'id']).doUpdateSet(changed))
      .execute()
  }
}

/** Queries over the records; within a unit, `flush` writes what it still has in memory. */
export class RecordQueries implements DisclosureRecords {
  readonly #db: () => Kysely<Schema>
  readonly #flush: () => Promise<void>

  constructor(db: () => Kysely<Schema>, flush: () => Promise<void> = async () => {}) {
    this.#db = db
    this.#flush = flush
  }

  async get(organ: OrganId, kind: RecordKind, id: string): Promise<RecordRow | null> {
    await this.#flush()
    const { rows } = await sql<Selectable<DisclosureRecordTable>>`
      select * from disclosure_record
      where organ = ${organ}::text and kind = ${kind}::text and id = ${id}::text`.execute(this.#db())
    return rows[0] === undefined ? null : fromRow(rows[0])
  }

  async list(
    { organs, kind, state, about, dueBy }: RecordFilter,
    { limit, after }: PageRequest,
  ): Promise<Page<RecordRow>> {
    await this.#flush()
    const [day, organ, id] = after === undefined ? [] : readMark(after)
    const { rows } = await sql<Selectable<DisclosureRecordTable>>`
      select * from disclosure_record
      where organ = any(${organs}::text[]) and kind = ${kind}::text
        and (${state ?? null}::text is null or state = ${state ?? null}::text)
        and (${about ?? null}::text is null or about = ${about ?? null}::text)
        and (${dueBy ?? null}::date is null or due <= ${dueBy ?? null}::date)
        and (${day ?? null}::date is null
          or (opened_on, organ, id) < (${day ?? null}::date, ${organ ?? null}::text, ${id ?? null}::text))
      order by opened_on desc, organ desc, id desc limit ${limit + 1}::int8`.execute(this.#db())
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const next = rows.length > limit && last ? writeMark([last.opened_on, last.organ, last.id]) : null
    return { rows: shown.map(fromRow), next }
  }
}

/** Brings the rows of an organ's records up to date, once, when the unit ends or a query needs them. */
export class RecordProjection {
  readonly #db: Kysely<Schema>
  readonly #organ: OrganId
  readonly #load: (stream: string) => Promise<readonly StoredEvent[]>
  readonly #changed = new Set<string>()

  constructor(db: Kysely<Schema>, organ: OrganId, load: (stream: string) => Promise<readonly StoredEvent[]>) {
    this.#db = db
    this.#organ = organ
    this.#load = load
  }

  appended(stream: string): void {
    if (recordOf(stream) !== null) this.#changed.add(stream)
  }

  async flush(): Promise<void> {
    const streams = [...this.#changed]
    this.#changed.clear()
    for (const stream of streams) {
      const row = rowOf(this.#organ, stream, await this.#load(stream))
      if (row !== null) await write(this.#db, [row])
    }
  }
}

/** Makes the organ's records anew from the log. */
export async function rebuildRecords(db: Kysely<Schema>, organ: OrganId): Promise<void> {
  await db.deleteFrom('disclosure_record').where('organ', '=', organ).execute()
  for await (const group of inGroups(histories(db, organ, recordStreams), 200))
    await write(
      db,
      group.flatMap(({ events }) => rowOf(organ, events[0]!.stream, events) ?? []),
    )
}

/** Compares every record with what follows from its events. */
export async function recordFaults(db: Kysely<Schema>, organ: OrganId): Promise<readonly Fault[]> {
  const rows = await db.selectFrom('disclosure_record').selectAll().where('organ', '=', organ).execute()
  const kept = new Map(rows.map((row) => [`${recordStreams}${row.kind}/${row.id}`, canonical(row)]))
  const faults: string[] = []
  for await (const { events } of histories(db, organ, recordStreams)) {
    const { stream } = events[0]!
    const row = rowOf(organ, stream, events)
    const said = row === null ? undefined : canonical({ ...row, facts: JSON.parse(row.facts) as object })
    if (said !== kept.get(stream)) faults.push(stream)
    kept.delete(stream)
  }
  return [...faults, ...kept.keys()].map((stream) => ({
    kind: 'recordDiffers',
    seq: null,
    stream,
    message: `登记 ${stream} 的列表数据与登记日志不一致。请运行 gongkai rebuild 重建列表数据。`,
  }))
}

type Mark = readonly [Day, OrganId, string]

const writeMark = (mark: Mark): string => Buffer.from(JSON.stringify(mark)).toString('base64url')

/** Throws a RangeError on what is no mark of ours. */
function readMark(text: string): Mark {
  try {
    const mark: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(mark) && mark.length === 3 && mark.every((part) => typeof part === 'string'))
      return mark as unknown as Mark
  } catch {}
  throw new RangeError('翻页标记无效，请从第一页重新查询。')
}
