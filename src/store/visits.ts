import { type Kysely, sql } from 'kysely'
import type { Day } from '../law/day.ts'
import { firstOfMonth } from '../office/documents/visits.ts'
import type { ClassVisits, OrganId, DocumentVisits as Visited, Visits } from '../office/ports.ts'
import type { Schema } from './schema.ts'

/** Counts of visits, written in few statements and read in one each. */
export class DocumentVisits implements Visits {
  readonly #db: () => Kysely<Schema>

  constructor(db: () => Kysely<Schema>) {
    this.#db = db
  }

  async begin(on: Day): Promise<void> {
    await sql`
      insert into visits_begun (organ, on_day) select id, ${on}::date from organ
      on conflict do nothing`.execute(this.#db())
  }

  async begunOn(organ: OrganId): Promise<Day | null> {
    const row = await this.#db()
      .selectFrom('visits_begun')
      .select('on_day')
      .where('organ', '=', organ)
      .executeTakeFirst()
    return row?.on_day ?? null
  }

  async add(visits: readonly Visited[], on: Day): Promise<void> {
    if (visits.length === 0) return
    const month = firstOfMonth(on)
    const rows = JSON.stringify(visits)
    // In one order everywhere, so that two servers that write at once wait for each other only once.
    await sql`
      insert into document_visit (organ, document, month, count)
      select v.organ, v.document, ${month}::date, sum(v.count)
      from jsonb_to_recordset(${rows}::jsonb) as v (organ text, document text, count int8)
      join organ as o on o.id = v.organ
      group by v.organ, v.document order by v.organ, v.document
      on conflict (organ, document, month)
        do update set count = document_visit.count + excluded.count`.execute(this.#db())
  }

  async of(
    organs: readonly OrganId[],
    ids: readonly string[],
    since: Day,
  ): Promise<ReadonlyMap<string, number>> {
    if (ids.length === 0) return new Map()
    const { rows } = await sql<Visited>`
      select v.document, sum(v.count)::int8 as count from document_visit as v
      where v.organ = any(${organs}::text[]) and v.document = any(${ids}::text[])
        and v.month >= ${firstOfMonth(since)}::date
      group by v.document`.execute(this.#db())
    return new Map(rows.map(({ document, count }) => [document, count]))
  }

  async byClass(organs: readonly OrganId[], since: Day): Promise<readonly ClassVisits[]> {
    const { rows } = await sql<ClassVisits>`
      select d.organ, d.class, sum(v.count)::int8 as count from document_visit as v
      join document as d on d.organ = v.organ and d.id = v.document
      where v.organ = any(${organs}::text[]) and v.month >= ${firstOfMonth(since)}::date
      group by d.organ, d.class order by d.organ, d.class`.execute(this.#db())
    return rows
  }
}
