import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { Day } from '../law/day.ts'
import { type RecordFacts, recordAfter } from '../office/documents/records/record.ts'
import type {
  KeptFacts,
  KeptRecordFilter,
  KeptRecordRow,
  KeptRecords,
  OrganId,
  Page,
  PageRequest,
  StoredEvent,
} from '../office/ports.ts'
import { assessmentStreams, recordStreams, supervisionStreams } from '../office/streams.ts'
import { type AssessmentFacts, assessmentAfter } from '../office/supervision/assessment/record.ts'
import { type SupervisionFacts, supervisionAfter } from '../office/supervision/record.ts'
import { canonical } from './canonical.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { histories, inGroups } from './histories.ts'
import type { KeptRecordTable, Schema } from './schema.ts'
import type { Fault, FaultKind } from './verify.ts'

/** A table of records that follow from streams named `<streams><kind>/<id>`. */
export interface RecordKeeping<Facts extends KeptFacts> {
  readonly table: 'disclosure_record' | 'supervision_record' | 'assessment_record'
  readonly streams: string
  /** The facts after one more event; null while nothing was opened. */
  readonly after: (kind: Facts['kind'], facts: Facts | null, event: StoredEvent) => Facts | null
  readonly fault: FaultKind
}

export const disclosureRecords: RecordKeeping<RecordFacts> = {
  table: 'disclosure_record',
  streams: recordStreams,
  after: recordAfter,
  fault: 'recordDiffers',
}

export const supervisionRecords: RecordKeeping<SupervisionFacts> = {
  table: 'supervision_record',
  streams: supervisionStreams,
  after: supervisionAfter,
  fault: 'supervisionDiffers',
}

export const assessmentRecords: RecordKeeping<AssessmentFacts> = {
  table: 'assessment_record',
  streams: assessmentStreams,
  after: assessmentAfter,
  fault: 'assessmentDiffers',
}

/** All tables have the same columns; Kysely wants to know one. */
const tableOf = <Facts extends KeptFacts>({ table }: RecordKeeping<Facts>) => table as 'disclosure_record'

/** The record that a stream is the history of; null where it is of another kind. */
function recordIn(streams: string, stream: string): { readonly kind: string; readonly id: string } | null {
  const place = stream.startsWith(streams) ? stream.indexOf('/', streams.length) : -1
  return place < 0 ? null : { kind: stream.slice(streams.length, place), id: stream.slice(place + 1) }
}

function rowOf<Facts extends KeptFacts>(
  { streams, after }: RecordKeeping<Facts>,
  organ: OrganId,
  stream: string,
  events: readonly StoredEvent[],
): Insertable<KeptRecordTable> | null {
  const { kind, id } = recordIn(streams, stream)!
  const facts = events.reduce<Facts | null>((before, event) => after(kind, before, event), null)
  if (facts === null) return null
  return {
    ...{ organ, kind, id, version: events.length, state: facts.state, about: facts.about },
    ...{ opened_on: facts.openedOn, due: facts.due, facts: canonical(facts) },
  }
}

const fromRow = <Facts extends KeptFacts>({
  organ,
  id,
  version,
  facts,
}: Selectable<KeptRecordTable>): KeptRecordRow<Facts> => ({
  ...(facts as Facts),
  organ,
  id,
  version,
})

async function write<Facts extends KeptFacts>(
  keeping: RecordKeeping<Facts>,
  db: Kysely<Schema>,
  rows: readonly Insertable<KeptRecordTable>[],
): Promise<void> {
  for (const row of rows) {
    const { organ: _, kind: __, id: ___, ...changed } = row
    await db
      .insertInto(tableOf(keeping))
      .values(row)
      .onConflict((conflict) => conflict.columns(['organ', 'kind', 'id']).doUpdateSet(changed))
      .execute()
  }
}

/** Queries over the records; within a unit, `flush` writes what it still has in memory. */
export class RecordQueries<Facts extends KeptFacts> implements KeptRecords<Facts> {
  readonly #table: RecordKeeping<Facts>['table']
  readonly #db: () => Kysely<Schema>
  readonly #flush: () => Promise<void>

  constructor(
    { table }: RecordKeeping<Facts>,
    db: () => Kysely<Schema>,
    flush: () => Promise<void> = async () => {},
  ) {
    this.#table = table
    this.#db = db
    this.#flush = flush
  }

  async get(organ: OrganId, kind: Facts['kind'], id: string): Promise<KeptRecordRow<Facts> | null> {
    await this.#flush()
    const { rows } = await sql<Selectable<KeptRecordTable>>`
      select * from ${sql.table(this.#table)}
      where organ = ${organ}::text and kind = ${kind}::text and id = ${id}::text`.execute(this.#db())
    return rows[0] === undefined ? null : fromRow<Facts>(rows[0])
  }

  async list(
    { organs, kind, state, about, dueBy }: KeptRecordFilter<Facts>,
    { limit, after }: PageRequest,
  ): Promise<Page<KeptRecordRow<Facts>>> {
    await this.#flush()
    const abouts = about === undefined ? null : [about].flat()
    const [day, organ, id] = after === undefined ? [] : readCursor<Day>(after)
    const { rows } = await sql<Selectable<KeptRecordTable>>`
      select * from ${sql.table(this.#table)}
      where organ = any(${organs}::text[]) and kind = ${kind}::text
        and (${state ?? null}::text is null or state = ${state ?? null}::text)
        and (${abouts}::text[] is null or about = any(${abouts}::text[]))
        and (${dueBy ?? null}::date is null or due <= ${dueBy ?? null}::date)
        and (${day ?? null}::date is null
          or (opened_on, organ, id) < (${day ?? null}::date, ${organ ?? null}::text, ${id ?? null}::text))
      order by opened_on desc, organ desc, id desc limit ${limit + 1}::int8`.execute(this.#db())
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const next = rows.length > limit && last ? writeCursor([last.opened_on, last.organ, last.id]) : null
    return { rows: shown.map((row) => fromRow<Facts>(row)), next }
  }
}

/** Brings the rows of an organ's records up to date, once, when the unit ends or a query needs them. */
export class RecordProjection<Facts extends KeptFacts> {
  readonly #keeping: RecordKeeping<Facts>
  readonly #db: Kysely<Schema>
  readonly #organ: OrganId
  readonly #load: (stream: string) => Promise<readonly StoredEvent[]>
  readonly #changed = new Set<string>()

  constructor(
    keeping: RecordKeeping<Facts>,
    db: Kysely<Schema>,
    organ: OrganId,
    load: (stream: string) => Promise<readonly StoredEvent[]>,
  ) {
    this.#keeping = keeping
    this.#db = db
    this.#organ = organ
    this.#load = load
  }

  appended(stream: string): void {
    if (recordIn(this.#keeping.streams, stream) !== null) this.#changed.add(stream)
  }

  async flush(): Promise<void> {
    const streams = [...this.#changed]
    this.#changed.clear()
    for (const stream of streams) {
      const row = rowOf(this.#keeping, this.#organ, stream, await this.#load(stream))
      if (row !== null) await write(this.#keeping, this.#db, [row])
    }
  }
}

/** Makes the organ's records of that table anew from the log. */
export async function rebuildRecords<Facts extends KeptFacts>(
  keeping: RecordKeeping<Facts>,
  db: Kysely<Schema>,
  organ: OrganId,
): Promise<void> {
  await db.deleteFrom(tableOf(keeping)).where('organ', '=', organ).execute()
  for await (const group of inGroups(histories(db, organ, keeping.streams), 200))
    await write(
      keeping,
      db,
      group.flatMap(({ events }) => rowOf(keeping, organ, events[0]!.stream, events) ?? []),
    )
}

/** Compares every record of that table with what follows from its events. */
export async function recordFaults<Facts extends KeptFacts>(
  keeping: RecordKeeping<Facts>,
  db: Kysely<Schema>,
  organ: OrganId,
): Promise<readonly Fault[]> {
  const { streams, fault } = keeping
  const rows = await db.selectFrom(tableOf(keeping)).selectAll().where('organ', '=', organ).execute()
  const kept = new Map(rows.map((row) => [`${streams}${row.kind}/${row.id}`, canonical(row)]))
  const faults: string[] = []
  for await (const { events } of histories(db, organ, streams)) {
    const { stream } = events[0]!
    const row = rowOf(keeping, organ, stream, events)
    const said = row === null ? undefined : canonical({ ...row, facts: JSON.parse(row.facts) as object })
    if (said !== kept.get(stream)) faults.push(stream)
    kept.delete(stream)
  }
  return [...faults, ...kept.keys()].map((stream) => ({
    kind: fault,
    seq: null,
    stream,
    message: `登记 ${stream} 的列表数据与登记日志不一致。请运行 gongkai rebuild 重建列表数据。`,
  }))
}
