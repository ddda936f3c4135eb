import { type Kysely, type Selectable, sql } from 'kysely'
import type { CaseFacts, CaseId, OrganId, ProjectCase, StoredEvent } from '../office/ports.ts'
import { requestStreams } from '../office/streams.ts'
import { eventOf } from './events.ts'
import type { EventTable, Schema } from './schema.ts'

export interface History {
  readonly id: CaseId
  readonly events: readonly StoredEvent[]
}

const pageSize = 2000

/**
 * The events of every stream of a kind (of every case, unless told), stream by stream in the order of their ids, page
 * by page from the index. `kind` ends in '/'.
 */
export async function* histories(
  db: Kysely<Schema>,
  organ: OrganId,
  kind: string = requestStreams,
): AsyncGenerator<History> {
  let events: StoredEvent[] = []
  let after: readonly [string, number] = [kind, 0]
  // '0' is the character behind '/': all streams of the kind and none else.
  const end = `${kind.slice(0, -1)}0`
  for (;;) {
    const { rows } = await sql<Selectable<EventTable>>`
      select * from event
      where organ = ${organ}::text and stream < ${end}::text and stream >= ${after[0]}::text
        and (stream, version) > (${after[0]}::text, ${after[1]}::int4)
      order by stream, version limit ${pageSize}::int8`.execute(db)
    for (const row of rows) {
      if (events.length > 0 && events[0]!.stream !== row.stream) {
        yield historyOf(kind, events)
        events = []
      }
      events.push(eventOf(row))
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) break
    after = [last.stream, last.version]
  }
  if (events.length > 0) yield historyOf(kind, events)
}

/** The facts that follow from a history. */
export function factsFrom({ events }: History, project: ProjectCase): CaseFacts | null {
  return events.reduce<CaseFacts | null>(project, null)
}

/** In groups, for queries that take many ids at once. */
export async function* inGroups<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let group: T[] = []
  for await (const item of items) {
    group.push(item)
    if (group.length < size) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

function historyOf(kind: string, events: readonly StoredEvent[]): History {
  return { id: events[0]!.stream.slice(kind.length), events }
}
