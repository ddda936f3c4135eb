import type { Kysely, Selectable } from 'kysely'
import type { IssuedNumber, Moment, NumberSeries, Numbers, OrganId } from '../office/ports.ts'
import type { NumberIssuedTable, Schema } from './schema.ts'

/** The number series of one organ. `lock` takes the organ's head, which keeps units from waiting in a circle. */
export class IssuedNumbers implements Numbers {
  readonly #db: Kysely<Schema>
  readonly #organ: OrganId
  readonly #lock: () => Promise<unknown>

  constructor(db: Kysely<Schema>, organ: OrganId, lock: () => Promise<unknown>) {
    this.#db = db
    this.#organ = organ
    this.#lock = lock
  }

  /** The counter is a row and not a sequence: a sequence does not take back what a failed transaction drew. */
  async next({ kind, year }: NumberSeries, stream: string, at: Moment): Promise<number> {
    await this.#lock()
    const { last } = await this.#db
      .insertInto('number_series')
      .values({ organ: this.#organ, kind, year, last: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['organ', 'kind', 'year'])
          .doUpdateSet((set) => ({ last: set('number_series.last', '+', 1) })),
      )
      .returning('last')
      .executeTakeFirstOrThrow()
    await this.#db
      .insertInto('number_issued')
      .values({
        organ: this.#organ,
        kind,
        year,
        number: last,
        stream,
        at,
        voided_at: null,
        void_reason: null,
      })
      .execute()
    return last
  }

  async voided({ kind, year }: NumberSeries, number: number, reason: string, at: Moment): Promise<boolean> {
    const row = await this.#db
      .updateTable('number_issued')
      .set({ voided_at: at, void_reason: reason })
      .where('organ', '=', this.#organ)
      .where('kind', '=', kind)
      .where('year', '=', year)
      .where('number', '=', number)
      .where('voided_at', 'is', null)
      .returning('number')
      .executeTakeFirst()
    return row !== undefined
  }

  async list({ kind, year }: NumberSeries): Promise<readonly IssuedNumber[]> {
    const rows = await this.#db
      .selectFrom('number_issued')
      .selectAll()
      .where('organ', '=', this.#organ)
      .where('kind', '=', kind)
      .where('year', '=', year)
      .orderBy('number')
      .execute()
    return rows.map(fromRow)
  }

  async issued({ kind, year }: NumberSeries, number: number): Promise<IssuedNumber | null> {
    const row = await this.#db
      .selectFrom('number_issued')
      .selectAll()
      .where('organ', '=', this.#organ)
      .where('kind', '=', kind)
      .where('year', '=', year)
      .where('number', '=', number)
      .executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  }
}

const fromRow = (row: Selectable<NumberIssuedTable>): IssuedNumber => {
  const { kind, year, number, stream, at, voided_at, void_reason } = row
  const voided = voided_at === null ? null : { at: voided_at, reason: void_reason ?? '' }
  return { kind, year, number, stream, at, voided }
}
