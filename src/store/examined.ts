import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import type {
  ExaminedFilter,
  ExaminedReports,
  ExaminedRow,
  ExaminedState,
  Moment,
  OrganId,
  Page,
  PageRequest,
} from '../office/ports.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { fromExaminedRow } from './examined-rows.ts'
import type { ExaminedReportTable, Schema } from './schema.ts'

type Row = Selectable<ExaminedReportTable>

/** Lists of the reports of others that were put in. */
export class ExaminedList implements ExaminedReports {
  readonly #db: () => Kysely<Schema>
  readonly #flush: () => Promise<void>

  /** `flush`: writes what the unit of work, if there is one, still has in memory. */
  constructor(db: () => Kysely<Schema>, flush: () => Promise<void> = async () => {}) {
    this.#db = db
    this.#flush = flush
  }

  async list(filter: ExaminedFilter, { limit, after }: PageRequest): Promise<Page<ExaminedRow>> {
    await this.#flush()
    const conditions = [...conditionsOf(filter), ...(after === undefined ? [] : [behind(readCursor(after))])]
    const { rows } = await sql<Row>`
      select r.* from (select unnest(${filter.organs}::text[]) collate "C" as organ) as o
      cross join lateral (
        select r.* from examined_report as r
        where r.organ = o.organ and ${sql.join(conditions, sql` and `)}
        order by r.kept_at desc, r.id desc limit ${limit + 1}::int8
      ) as r
      order by r.kept_at desc, r.organ desc, r.id desc limit ${limit + 1}::int8`.execute(this.#db())
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const more = rows.length > limit && last !== undefined
    return {
      rows: shown.map(fromExaminedRow),
      next: more ? writeCursor([last.kept_at, last.organ, last.id]) : null,
    }
  }

  async get(organ: OrganId, id: string): Promise<ExaminedRow | null> {
    await this.#flush()
    const row = await this.#db()
      .selectFrom('examined_report')
      .selectAll()
      .where('organ', '=', organ)
      .where('id', '=', id)
      .executeTakeFirst()
    return row === undefined ? null : fromExaminedRow(row)
  }

  async withBytes(organ: OrganId, hash: string): Promise<readonly ExaminedRow[]> {
    await this.#flush()
    const rows = await this.#db()
      .selectFrom('examined_report')
      .selectAll()
      .where('organ', '=', organ)
      .where('hash', '=', hash)
      .where('state', '<>', withdrawn)
      .orderBy('kept_at')
      .orderBy('id')
      .execute()
    return rows.map(fromExaminedRow)
  }

  async waiting(limit: number): Promise<readonly Pick<ExaminedRow, 'organ' | 'id'>[]> {
    await this.#flush()
    return (
      this.#db()
        .selectFrom('examined_report')
        .select(['organ', 'id'])
        // In the words of its partial index.
        .where(sql<boolean>`state = 'waiting'`)
        .orderBy('kept_at')
        .orderBy('id')
        .limit(limit)
        .execute()
    )
  }
}

const withdrawn: ExaminedState = 'withdrawn'

function conditionsOf({
  about,
  year,
  state,
  confirmed,
  words,
}: ExaminedFilter): readonly RawBuilder<unknown>[] {
  const part = words && `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return [
    state ? sql`r.state = any(${state}::text[])` : sql`r.state <> ${withdrawn}`,
    about && sql`r.matched_organ = any(${about}::text[])`,
    year !== undefined && sql`r.year = ${year}::int4`,
    confirmed !== undefined && sql`r.confirmed = ${confirmed}::boolean`,
    part && sql`(r.printed_organ ilike ${part} or r.matched_name ilike ${part})`,
  ].filter((condition): condition is RawBuilder<unknown> => Boolean(condition))
}

/** The bound on the first column alone is what the index can use; the comparison of all three is what is meant. */
const behind = ([at, organ, id]: readonly [Moment, OrganId, string]): RawBuilder<unknown> => sql`
  r.kept_at <= ${at}::timestamptz
  and (r.kept_at, r.organ, r.id) < (${at}::timestamptz, ${organ}::text, ${id}::text)`
