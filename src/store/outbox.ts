import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type {
  ClaimedMessage,
  Dispatch,
  GivenUp,
  Moment,
  NewMessage,
  OrganId,
  Outbox,
} from '../office/ports.ts'
import type { KeyRing } from './key-ring.ts'
import type { OutboxTable, Schema } from './schema.ts'
import { type SealedData, sealJson, unsealJson } from './seal.ts'
import { resealRows, type SealedRows } from './sealed-rows.ts'

/** Rows of one statement. */
const most = 500

/** The writer's side: a message is put in the transaction that causes it. */
export class SealedOutbox implements Outbox {
  readonly #db: Kysely<Schema>
  readonly #organ: OrganId
  readonly #ring: KeyRing

  constructor(db: Kysely<Schema>, organ: OrganId, ring: KeyRing) {
    this.#db = db
    this.#organ = organ
    this.#ring = ring
  }

  async put(message: NewMessage, at: Moment): Promise<boolean> {
    return (await this.putAll([message], at)).length > 0
  }

  async putAll(messages: readonly NewMessage[], at: Moment): Promise<readonly string[]> {
    const fresh: string[] = []
    for (let first = 0; first < messages.length; first += most)
      fresh.push(...(await this.#insert(await this.#unknown(messages.slice(first, first + most)), at)))
    return fresh
  }

  /** Sealing costs more than asking, and a round made again brings what is there already. */
  async #unknown(messages: readonly NewMessage[]): Promise<readonly NewMessage[]> {
    if (messages.length < 2) return messages
    const { rows } = await sql<{ id: string }>`
      select id from outbox where organ = ${this.#organ}::text and id = any(${messages.map(({ id }) => id)}::text[])`.execute(
      this.#db,
    )
    const known = new Set(rows.map(({ id }) => id))
    return messages.filter(({ id }) => !known.has(id))
  }

  /** Seals with the current key what is still sealed with another, what was given up too; how many, at most `limit`. */
  reseal(limit: number): Promise<number> {
    const rows: SealedRows<Selectable<OutboxTable> & SealedData> = {
      db: this.#db,
      organ: this.#organ,
      ring: this.#ring,
      table: 'outbox',
      key: 'id',
      place: ({ id }) => placeOf(this.#organ, id),
    }
    return resealRows(rows, limit)
  }

  async #insert(messages: readonly NewMessage[], at: Moment): Promise<readonly string[]> {
    if (messages.length === 0) return []
    const rows = await this.#db
      .insertInto('outbox')
      .values(messages.map((message) => this.#rowOf(message, at)))
      .onConflict((conflict) => conflict.columns(['organ', 'id']).doNothing())
      .returning('id')
      .execute()
    return rows.map(({ id }) => id)
  }

  #rowOf({ id, topic, payload, notBefore }: NewMessage, at: Moment): Insertable<OutboxTable> {
    return {
      organ: this.#organ,
      id,
      topic,
      ...sealJson(this.#ring, placeOf(this.#organ, id), payload),
      not_before: notBefore,
      ready_at: notBefore,
      attempts: 0,
      at,
      sent_at: null,
      given_up: false,
      last_error: null,
    }
  }
}

/** The sender's side. A sender that dies leaves its messages to be claimed again when its time is over. */
export class OutboxDispatch implements Dispatch {
  readonly #db: () => Kysely<Schema>
  readonly #ring: KeyRing

  constructor(db: () => Kysely<Schema>, ring: KeyRing) {
    this.#db = db
    this.#ring = ring
  }

  async claim(now: Moment, until: Moment, limit: number, topic?: string): Promise<readonly ClaimedMessage[]> {
    const ofTopic = topic === undefined ? sql`` : sql`and topic = ${topic}`
    const { rows } = await sql<Selectable<OutboxTable>>`
      update outbox set ready_at = ${until}::timestamptz, attempts = attempts + 1
      where (organ, id) in (
        select organ, id from outbox
        where sent_at is null and not given_up and ready_at <= ${now}::timestamptz ${ofTopic}
        order by ready_at limit ${limit}::int8 for update skip locked
      )
      returning *`.execute(this.#db())
    return rows.map((row) => ({
      organ: row.organ,
      id: row.id,
      topic: row.topic,
      payload: unsealJson(this.#ring, placeOf(row.organ, row.id), row as SealedData),
      notBefore: row.not_before,
      attempt: row.attempts,
    }))
  }

  async done(organ: OrganId, id: string, at: Moment): Promise<void> {
    await this.#db()
      .updateTable('outbox')
      .set({ sent_at: at, sealed: null, key_id: null, last_error: null })
      .where('organ', '=', organ)
      .where('id', '=', id)
      .execute()
  }

  async failed(organ: OrganId, id: string, error: string, retryAt: Moment | null): Promise<void> {
    await this.#db()
      .updateTable('outbox')
      .set(
        retryAt === null ? { given_up: true, last_error: error } : { ready_at: retryAt, last_error: error },
      )
      .where('organ', '=', organ)
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .execute()
  }

  async givenUp(limit: number): Promise<readonly GivenUp[]> {
    return this.#db()
      .selectFrom('outbox')
      .select(['organ', 'id', 'topic', 'at', 'attempts', 'last_error as error'])
      .where('given_up', '=', true)
      .where('sent_at', 'is', null)
      .orderBy('at', 'desc')
      .limit(limit)
      .execute()
  }

  async again(organ: OrganId, id: string, at: Moment): Promise<boolean> {
    const { numUpdatedRows } = await this.#db()
      .updateTable('outbox')
      .set({ given_up: false, attempts: 0, ready_at: at, last_error: null })
      .where('organ', '=', organ)
      .where('id', '=', id)
      .where('given_up', '=', true)
      .where('sent_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }

  async counts(): Promise<{ readonly waiting: number; readonly givenUp: number }> {
    const { rows } = await sql<{ waiting: number; givenUp: number }>`
      select count(*) filter (where not given_up) as waiting, count(*) filter (where given_up) as "givenUp"
      from outbox where sent_at is null`.execute(this.#db())
    return rows[0]!
  }
}

function placeOf(organ: OrganId, id: string): readonly string[] {
  return ['outbox', organ, id]
}
