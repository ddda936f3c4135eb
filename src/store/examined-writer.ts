import type { Kysely } from 'kysely'
import type { ExaminedRow, OrganId } from '../office/ports.ts'
import { reportSourceOf } from '../office/streams.ts'
import { eventOf } from './events.ts'
import { examinedRowOf, toExaminedRow } from './examined-rows.ts'
import type { ExaminedReportTable, Schema } from './schema.ts'

/**
 * Keeps the rows of the reports of one organ in step with its log, within one transaction. A stream of this kind has
 * few events, so the row is made from all of them when the unit ends or a list is asked for.
 */
export class ExaminedWriter {
  readonly #db: Kysely<Schema>
  readonly #organ: OrganId
  readonly #changed = new Set<string>()

  constructor(db: Kysely<Schema>, organ: OrganId) {
    this.#db = db
    this.#organ = organ
  }

  appended(stream: string): void {
    if (reportSourceOf(stream) !== null) this.#changed.add(stream)
  }

  async flush(): Promise<void> {
    if (this.#changed.size === 0) return
    const events = await this.#db
      .selectFrom('event')
      .selectAll()
      .where('organ', '=', this.#organ)
      .where('stream', 'in', [...this.#changed])
      .orderBy('stream')
      .orderBy('version')
      .execute()
    this.#changed.clear()
    const streams = Map.groupBy(events.map(eventOf), ({ stream }) => stream)
    await putExaminedRows(
      this.#db,
      [...streams.values()].map((each) => examinedRowOf(this.#organ, each)).filter((row) => row !== null),
    )
  }
}

/** New, or in place of the rows of those ids. */
export async function putExaminedRows(db: Kysely<Schema>, rows: readonly ExaminedRow[]): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map(toExaminedRow)
  const columns = Object.keys(values[0]!) as (keyof ExaminedReportTable)[]
  await db
    .insertInto('examined_report')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(['organ', 'id'])
        .doUpdateSet((set) =>
          Object.fromEntries(columns.map((column) => [column, set.ref(`excluded.${column}`)])),
        ),
    )
    .execute()
}
