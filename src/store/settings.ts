import type { Kysely } from 'kysely'
import type { Act, KeyState, Keys, Moment, OrganId, Settings } from '../office/ports.ts'
import { canonical } from './canonical.ts'
import type { Schema } from './schema.ts'

/** Settings of one organ. */
export class OrganSettings implements Settings {
  readonly #db: Kysely<Schema>
  readonly #organ: OrganId

  constructor(db: Kysely<Schema>, organ: OrganId) {
    this.#db = db
    this.#organ = organ
  }

  async get<T = unknown>(key: string): Promise<T | null> {
    const row = await this.#db
      .selectFrom('setting')
      .select('value')
      .where('organ', '=', this.#organ)
      .where('key', '=', key)
      .executeTakeFirst()
    return (row?.value ?? null) as T | null
  }

  async set(key: string, value: unknown, { actor, at }: Act): Promise<void> {
    const row = { value: canonical(value), actor, at }
    await this.#db
      .insertInto('setting')
      .values({ organ: this.#organ, key, ...row })
      .onConflict((conflict) => conflict.columns(['organ', 'key']).doUpdateSet(row))
      .execute()
  }

  async all(): Promise<Readonly<Record<string, unknown>>> {
    const rows = await this.#db
      .selectFrom('setting')
      .select(['key', 'value'])
      .where('organ', '=', this.#organ)
      .orderBy('key')
      .execute()
    return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
  }
}

/**
 * Idempotency keys of one organ. The row is inserted by the unit that runs the call: another with the same key
 * waits at the primary key until the first is committed, or goes first where it was rolled back.
 */
export class IdempotencyKeys implements Keys {
  readonly #db: Kysely<Schema>
  readonly #organ: OrganId

  constructor(db: Kysely<Schema>, organ: OrganId) {
    this.#db = db
    this.#organ = organ
  }

  async begin(key: string, fingerprint: string, at: Moment): Promise<KeyState> {
    const inserted = await this.#db
      .insertInto('idempotency_key')
      .values({ organ: this.#organ, key, fingerprint, answer: null, at })
      .onConflict((conflict) => conflict.columns(['organ', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst()
    if (inserted !== undefined) return { kind: 'fresh' }
    const row = await this.#db
      .selectFrom('idempotency_key')
      .select(['fingerprint', 'answer'])
      .where('organ', '=', this.#organ)
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    return row.fingerprint === fingerprint ? { kind: 'done', answer: row.answer } : { kind: 'differs' }
  }

  async finish(key: string, answer: unknown): Promise<void> {
    await this.#db
      .updateTable('idempotency_key')
      .set({ answer: canonical(answer) })
      .where('organ', '=', this.#organ)
      .where('key', '=', key)
      .execute()
  }

  async forgetBefore(at: Moment): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('idempotency_key')
      .where('organ', '=', this.#organ)
      .where('at', '<', at)
      .executeTakeFirst()
    return Number(numDeletedRows)
  }
}
