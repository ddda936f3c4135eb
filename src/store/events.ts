import { type Kysely, type Selectable, sql } from 'kysely'
import type {
  Act,
  Conflict,
  Events,
  LogFilter,
  Logs,
  NewEvent,
  OrganId,
  StoredEvent,
} from '../office/ports.ts'
import { requestOf } from '../office/streams.ts'
import { canonical } from './canonical.ts'
import { assertMoment, type DigestName, hashOf } from './chain.ts'
import type { EventTable, RequestCaseTable, Schema } from './schema.ts'

/** The organ's end of the chain. */
interface Head {
  readonly seq: number
  readonly hash: string
}

/** Where a stream stood when it was written to. */
interface Standing {
  /** What was written: nothing where stream or head did not stand where they were expected. */
  readonly stored: readonly StoredEvent[] | null
  readonly actual: number
  /** Days and numbers are in JSON what they are in a row. */
  readonly before: Selectable<RequestCaseTable> | null
}

/** A row of a stream with the head beside it; the head alone where the stream is empty. */
type Loaded = (Selectable<EventTable> | { readonly [column in keyof EventTable]: null }) & {
  readonly head_seq: number
  readonly head_hash: string
}

interface EventLogOptions {
  readonly db: Kysely<Schema>
  readonly organ: OrganId
  readonly digest: DigestName
  /** Told of what was appended behind `version` events of the stream, with the row of its case as it was then. */
  readonly appended: (
    stream: string,
    version: number,
    events: readonly StoredEvent[],
    before: Selectable<RequestCaseTable> | null,
  ) => Promise<void>
  readonly conflicted: () => void
}

/** The log of one organ within one transaction. */
export class EventLog implements Events {
  readonly #options: EventLogOptions
  /** Held with a row lock until the transaction ends. */
  #head: Head | null = null
  /** As it stood when a stream was loaded; others may have moved it since. */
  #seen: Head | null = null

  constructor(options: EventLogOptions) {
    this.#options = options
  }

  /**
   * Takes the organ's head for this transaction. Whatever makes a gapless row of numbers takes it first, so that
   * units of one organ wait for each other in one order and never in a circle.
   */
  async lockHead(): Promise<Head> {
    const { db, organ } = this.#options
    this.#head ??=
      (await db
        .selectFrom('event_head')
        .select(['seq', 'hash'])
        .where('organ', '=', organ)
        .forUpdate()
        .executeTakeFirst()) ?? null
    if (this.#head === null) throw new Error(`There is no organ ${organ}`)
    return this.#head
  }

  async append(
    stream: string,
    expected: number,
    events: readonly NewEvent[],
    by: Act,
  ): Promise<readonly StoredEvent[] | Conflict> {
    assertMoment(by.at)
    if (events.length === 0) return []
    const attempt = (head: Head) =>
      this.#write(head, stream, expected, this.#chained(head, stream, expected, events, by))
    // Mostly nobody wrote since the stream was loaded: then the lock costs no round trip of its own.
    const first = await attempt(this.#head ?? this.#seen ?? (await this.lockHead()))
    const standing =
      first.stored === null && first.actual === expected ? await attempt(await this.lockHead()) : first
    const { stored, actual, before } = standing
    if (stored === null) {
      this.#options.conflicted()
      return { failure: 'conflict', stream, expected, actual }
    }
    const last = stored.at(-1)!
    this.#head = { seq: last.seq, hash: last.hash }
    await this.#options.appended(stream, expected, stored, before)
    return stored
  }

  async load(stream: string): Promise<readonly StoredEvent[]> {
    const { db, organ } = this.#options
    const { rows } = await sql<Loaded>`
      select h.seq as head_seq, h.hash as head_hash, e.* from event_head as h
      left join event as e on e.organ = h.organ and e.stream = ${stream}::text
      where h.organ = ${organ}::text
      order by e.version`.execute(db)
    const [first] = rows
    if (first !== undefined) this.#seen = { seq: first.head_seq, hash: first.head_hash }
    return rows.flatMap(({ head_seq: _, head_hash: __, ...row }) => (isEvent(row) ? [eventOf(row)] : []))
  }

  async read(after: number, limit: number): Promise<readonly StoredEvent[]> {
    const { db, organ } = this.#options
    return readLog(db, organ, after, limit)
  }

  async find(filter: LogFilter, before: number | null, limit: number): Promise<readonly StoredEvent[]> {
    const { from, to, actor, kinds, stream } = filter
    let query = this.#options.db.selectFrom('event').selectAll().where('organ', '=', this.#options.organ)
    if (before !== null) query = query.where('seq', '<', before)
    if (from !== undefined) query = query.where('at', '>=', from)
    if (to !== undefined) query = query.where('at', '<', to)
    if (actor !== undefined) query = query.where('actor', '=', actor)
    if (kinds !== undefined) query = query.where('kind', 'in', [...kinds])
    if (stream !== undefined) query = query.where('stream', '=', stream)
    return (await query.orderBy('seq', 'desc').limit(limit).execute()).map(eventOf)
  }

  #chained(head: Head, stream: string, expected: number, events: readonly NewEvent[], by: Act) {
    const { organ, digest } = this.#options
    let { seq, hash } = head
    let version = expected
    return events.map(({ kind, on, data }): StoredEvent => {
      seq += 1
      version += 1
      // What comes back from the database is what was hashed, not what the caller may still change.
      const kept = JSON.parse(canonical(data)) as object
      const event = { organ, seq, stream, version, kind, on, at: by.at, actor: by.actor, data: kept }
      hash = hashOf(hash, event, digest)
      return { ...event, hash }
    })
  }

  /**
   * Writes the events and moves the head, both only if stream and head stand where they are expected; the version
   * the stream stood at, and the row of the case, which comes along because asking for it would be a round trip of
   * its own. A head that stands where it was seen proves that nothing was appended since, so that this statement's
   * snapshot holds all that was written before.
   */
  async #write(
    head: Head,
    stream: string,
    expected: number,
    events: readonly StoredEvent[],
  ): Promise<Standing> {
    const { db, organ } = this.#options
    const last = events.at(-1)!
    const rows = JSON.stringify(events.map(({ on, ...event }) => ({ ...event, on_day: on })))
    const { rows: found } = await sql<Omit<Standing, 'stored'> & { readonly moved: boolean }>`
      with found as (
        select coalesce(max(version), 0)::int4 as actual from event
        where organ = ${organ}::text and stream = ${stream}::text
      ), moved as (
        update event_head set seq = ${last.seq}::int8, hash = ${last.hash}::text
        where organ = ${organ}::text and seq = ${head.seq}::int8
          and (select actual from found) = ${expected}::int4
        returning organ
      ), written as (
        insert into event (organ, seq, stream, version, kind, on_day, at, actor, data, hash)
        select moved.organ, e.seq, e.stream, e.version, e.kind, e.on_day, e.at, e.actor, e.data, e.hash
        from moved, jsonb_to_recordset(${rows}::jsonb) as e (
          seq int8, stream text, version int4, kind text, on_day date, at timestamptz, actor text, data jsonb, hash text
        )
      )
      select actual, exists (select from moved) as moved, (
        select row_to_json(c) from request_case as c
        where c.organ = ${organ}::text and c.id = ${requestOf(stream)}::text
      ) as before from found`.execute(db)
    const { moved, ...standing } = found[0]!
    return { ...standing, stored: moved ? events : null }
  }
}

/** The logs of several organs, each query one statement. */
export class OrganLogs implements Logs {
  readonly #db: () => Kysely<Schema>

  constructor(db: () => Kysely<Schema>) {
    this.#db = db
  }

  async load(
    organs: readonly OrganId[],
    stream: string,
  ): Promise<ReadonlyMap<OrganId, readonly StoredEvent[]>> {
    const { rows } = await sql<Selectable<EventTable>>`
      select * from event where organ = any(${organs}::text[]) and stream = ${stream}::text
      order by organ, version`.execute(this.#db())
    const found = Map.groupBy(rows.map(eventOf), ({ organ }) => organ)
    return new Map(organs.map((organ) => [organ, found.get(organ) ?? []]))
  }

  async newest(
    organs: readonly OrganId[],
    kinds: readonly string[],
    each: number,
  ): Promise<readonly StoredEvent[]> {
    if (kinds.length === 0) return []
    // Kinds are said as they are, not as parameters: only then is it known that a partial index has them.
    const named = sql.join(kinds.map((kind) => sql.lit(kind)))
    const { rows } = await sql<Selectable<EventTable>>`
      select e.* from unnest(${organs}::text[]) as o (id)
      cross join lateral (
        select * from event where organ = o.id and kind in (${named})
        order by seq desc limit ${each}::int8
      ) as e
      order by e.at desc, e.organ, e.seq desc`.execute(this.#db())
    return rows.map(eventOf)
  }
}

/** The organ's log in order, from behind the place `after`. */
export async function readLog(db: Kysely<Schema>, organ: OrganId, after: number, limit: number) {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('organ', '=', organ)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(eventOf)
}

function isEvent(row: object): row is Selectable<EventTable> {
  return 'seq' in row && row.seq !== null
}

export function eventOf(row: Selectable<EventTable>): StoredEvent {
  const { on_day, ...event } = row
  return { ...event, on: on_day }
}
