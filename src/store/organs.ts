import { type Kysely, sql } from 'kysely'
import type { Act, CalendarPaper, CalendarPapers, OrganId, OrganRow, Organs } from '../office/ports.ts'
import { entryOfOrgan } from '../office/search/entries.ts'
import { canonical } from './canonical.ts'
import type { Schema } from './schema.ts'
import { SearchIndex } from './search-index.ts'

/** The organs and who is above whom. */
export class OrganTree implements Organs {
  readonly #db: () => Kysely<Schema>

  constructor(db: () => Kysely<Schema>) {
    this.#db = db
  }

  async get(id: OrganId): Promise<OrganRow | null> {
    const row = await this.#db().selectFrom('organ').selectAll().where('id', '=', id).executeTakeFirst()
    return row ?? null
  }

  async byCode(code: string): Promise<OrganRow | null> {
    const row = await this.#db().selectFrom('organ').selectAll().where('code', '=', code).executeTakeFirst()
    return row ?? null
  }

  put(organ: OrganRow): Promise<null | { readonly failure: 'codeTaken' | 'circle' }> {
    const db = this.#db()
    return db.isTransaction ? putOrgan(db, organ) : db.transaction().execute((tx) => putOrgan(tx, organ))
  }

  async withSubordinates(id: OrganId): Promise<readonly OrganRow[]> {
    const { rows } = await sql<OrganRow>`
      with recursive below as (
        select id, 0 as depth from organ where id = ${id}
        union all
        select o.id, b.depth + 1 from organ as o join below as b on o.parent = b.id
      ) cycle id set again using path
      select o.* from organ as o join below as b on b.id = o.id where not b.again
      order by b.depth, o.code`.execute(this.#db())
    return rows
  }

  async withSuperiors(id: OrganId): Promise<readonly OrganRow[]> {
    const { rows } = await sql<OrganRow>`
      with recursive ${aboveOf([id])}
      select o.* from organ as o join above as a on a.id = o.id where not a.again order by a.height`.execute(
      this.#db(),
    )
    return rows
  }

  async superiorsOf(ids: readonly OrganId[]): Promise<ReadonlyMap<OrganId, readonly OrganId[]>> {
    const { rows } = await sql<{ readonly base: OrganId; readonly id: OrganId }>`
      with recursive ${aboveOf(ids)}
      select base, id from above where height > 0 and not again order by height`.execute(this.#db())
    const found = Map.groupBy(rows, ({ base }) => base)
    return new Map(ids.map((id) => [id, (found.get(id) ?? []).map((above) => above.id)]))
  }

  async all(): Promise<readonly OrganRow[]> {
    return this.#db().selectFrom('organ').selectAll().orderBy('code').execute()
  }
}

/** The table `above`: organs (`base`) and those above each, with their height over it. A circle ends it. */
function aboveOf(ids: readonly OrganId[]) {
  return sql`above as (
    select id as base, id, parent, 0 as height from organ where id = any(${ids}::text[])
    union all
    select a.base, o.id, o.parent, a.height + 1 from organ as o join above as a on o.id = a.parent
  ) cycle base, id set again using path`
}

async function putOrgan(db: Kysely<Schema>, { details, ...organ }: OrganRow) {
  // Two changes at once could close a circle that neither sees; organs change seldom enough to queue for it.
  await sql`lock table organ in share row exclusive mode`.execute(db)
  const taken = await db
    .selectFrom('organ')
    .select('id')
    .where('code', '=', organ.code)
    .where('id', '<>', organ.id)
    .executeTakeFirst()
  if (taken !== undefined) return { failure: 'codeTaken' as const }
  if (organ.parent !== null && (await isAbove(db, organ.id, organ.parent)))
    return { failure: 'circle' as const }
  const row = { ...organ, details: canonical(details) }
  await db
    .insertInto('organ')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  await db
    .insertInto('event_head')
    .values({ organ: organ.id, seq: 0, hash: '' })
    .onConflict((conflict) => conflict.column('organ').doNothing())
    .execute()
  await new SearchIndex(db, organ.id).set('organ', organ.id, entryOfOrgan({ ...organ, details }))
  return null
}

/** Makes what is found of an organ anew from its row. */
export async function rebuildOrganEntry(db: Kysely<Schema>, id: OrganId): Promise<void> {
  const row = await new OrganTree(() => db).get(id)
  await new SearchIndex(db, id).set('organ', id, row && entryOfOrgan(row))
}

/** Whether `id` is the organ `other` or stands above it. */
async function isAbove(db: Kysely<Schema>, id: OrganId, other: OrganId): Promise<boolean> {
  const { rows } = await sql`
    with recursive ${aboveOf([other])}
    select 1 from above where id = ${id}`.execute(db)
  return rows.length > 0 || id === other
}

/** The papers that made days free or worked, in the order they were published in. */
export class PublishedPapers implements CalendarPapers {
  readonly #db: () => Kysely<Schema>

  constructor(db: () => Kysely<Schema>) {
    this.#db = db
  }

  async list(): Promise<readonly CalendarPaper[]> {
    const rows = await this.#db()
      .selectFrom('calendar_paper')
      .select(['scope', 'paper'])
      .orderBy('place')
      .orderBy('scope')
      .execute()
    return rows as readonly CalendarPaper[]
  }

  async forOrgan(organ: OrganId): Promise<readonly CalendarPaper[]> {
    const { rows } = await sql<CalendarPaper>`
      with recursive ${aboveOf([organ])}
      select scope, paper from calendar_paper
      where scope = 'national' or scope in (select id from above)
      order by place, scope`.execute(this.#db())
    return rows
  }

  async publish({ scope, paper }: CalendarPaper, { actor, at }: Act): Promise<boolean> {
    const { rows } = await sql`
      insert into calendar_paper (scope, number, place, paper, actor, at)
      select ${scope}::text, ${paper.number}::text, coalesce(max(place), 0) + 1,
        ${canonical(paper)}::jsonb, ${actor}::text, ${at}::timestamptz
      from calendar_paper
      on conflict (scope, number) do nothing
      returning scope`.execute(this.#db())
    return rows.length > 0
  }
}
