import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { Day } from '../law/day.ts'
import type { Faceted } from '../office/documents/facets.ts'
import type {
  ActFilter,
  ActRow,
  ActTally,
  DayRange,
  DocumentFilter,
  DocumentRow,
  Documents,
  DocumentTally,
  DocumentTallyKey,
  InterpretationOf,
  OrganId,
  Page,
  PageRequest,
  RelatedRow,
} from '../office/ports.ts'
import type { Condition } from './condition.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { all, expressionOf, figures } from './document-columns.ts'
import { conditionsOf } from './document-conditions.ts'
import { facetsIn } from './document-facets.ts'
import { fromRow } from './document-rows.ts'
import type { DocumentTable, Schema } from './schema.ts'

/** Queries over documents of one organ or several. `flush` writes what a unit of work still has in memory. */
export class DocumentQueries implements Documents {
  readonly #db: () => Kysely<Schema>
  readonly #flush: () => Promise<void>

  constructor(db: () => Kysely<Schema>, flush: () => Promise<void> = async () => {}) {
    this.#db = db
    this.#flush = flush
  }

  async get(organ: OrganId, id: string): Promise<DocumentRow | null> {
    await this.#flush()
    const row = await this.#db()
      .selectFrom('document')
      .selectAll()
      .where('organ', '=', organ)
      .where('id', '=', id)
      .executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  }

  async list(filter: DocumentFilter, { limit, after }: PageRequest): Promise<Page<DocumentRow>> {
    await this.#flush()
    const behind = after === undefined ? [] : [beyond(readCursor<Day>(after))]
    const { rows } = await sql<Selectable<DocumentTable>>`
      select d.* from (select unnest(${filter.organs}::text[]) collate "C" as organ) as o
      cross join lateral (
        select d.* from document as d
        where d.organ = o.organ and ${all([...conditionsOf(filter), ...behind])}
        order by d.sort_on desc, d.id desc limit ${limit + 1}::int8
      ) as d
      order by d.sort_on desc, d.organ desc, d.id desc limit ${limit + 1}::int8`.execute(this.#db())
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: shown.map(fromRow),
      next: rows.length > limit && last ? writeCursor([last.sort_on, last.organ, last.id]) : null,
    }
  }

  async tally<Key extends DocumentTallyKey>(
    filter: DocumentFilter,
    by: readonly Key[],
  ): Promise<readonly DocumentTally<Key>[]> {
    await this.#flush()
    const keys = by.map((key) => sql`${expressionOf[key]} as ${sql.id(key)}`)
    const groups = by.map((key) => expressionOf[key])
    const grouping = by.length === 0 ? sql`` : sql`group by ${sql.join(groups)} order by ${sql.join(groups)}`
    const { rows } = await sql<DocumentTally<Key>>`
      select ${sql.join([...keys, ...figures])} from document as d
      where d.organ = any(${filter.organs}::text[]) and ${all(conditionsOf(filter))} ${grouping}`.execute(
      this.#db(),
    )
    return rows
  }

  async facets(filter: DocumentFilter, among: readonly OrganId[], on: Day): Promise<Faceted> {
    await this.#flush()
    return facetsIn(this.#db(), filter, among, on)
  }

  async acts(organs: readonly OrganId[], within?: DayRange): Promise<readonly ActTally[]> {
    await this.#flush()
    const days =
      within === undefined ? sql`true` : sql`a.on_day between ${within.from}::date and ${within.to}::date`
    const { rows } = await sql<ActTally>`
      select a.organ, a.channel, a.account, a.class, count(*) as count, max(a.on_day) as last
      from publication_act as a where a.organ = any(${organs}::text[]) and ${days}
      group by a.organ, a.channel, a.account, a.class
      order by a.organ, a.channel, a.account, a.class`.execute(this.#db())
    return rows
  }

  async listActs(
    { organs, within, channel, account, class: of }: ActFilter,
    { limit, after }: PageRequest,
  ): Promise<Page<ActRow>> {
    await this.#flush()
    const [day, organ, place] = after === undefined ? [] : readCursor<Day>(after)
    const conditions = [
      within && sql`a.on_day between ${within.from}::date and ${within.to}::date`,
      channel && sql`a.channel = ${channel}`,
      account && sql`a.account = ${account}`,
      of && sql`a.class = ${of}`,
      day && sql`(a.on_day, a.organ, ${actPlace}) < (${day}::date, ${organ}::text, ${place}::text)`,
    ].filter((condition): condition is Condition => Boolean(condition))
    const { rows } = await sql<ActRow & { readonly place: string }>`
      select a.organ, a.document, d.title, a.class, a.channel, a.account, a.on_day as "on", ${actPlace} as place
      from publication_act as a join document as d on d.organ = a.organ and d.id = a.document
      where a.organ = any(${organs}::text[]) and ${all(conditions)}
      order by a.on_day desc, a.organ desc, ${actPlace} desc limit ${limit + 1}::int8`.execute(this.#db())
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: shown.map(({ place: _, ...row }) => row),
      next: rows.length > limit && last ? writeCursor([last.on, last.organ, last.place]) : null,
    }
  }

  async related(organ: OrganId, id: string): Promise<readonly RelatedRow[]> {
    return (await this.relatedTo(organ, [id])).map(({ of: _, ...related }) => related)
  }

  async relatedTo(
    organ: OrganId,
    ids: readonly string[],
  ): Promise<readonly (RelatedRow & { readonly of: string })[]> {
    await this.#flush()
    const { rows } = await sql<
      Selectable<DocumentTable> & { relation: RelatedRow['relation']; inverse: boolean; of: string }
    >`
      select d.*, l.relation, false as inverse, l.document as of from document_link as l
      join document as d on d.id = l.target
      where l.organ = ${organ}::text and l.document = any(${ids}::text[])
      union all
      select d.*, l.relation, true as inverse, l.target as of from document_link as l
      join document as d on d.organ = l.organ and d.id = l.document
      where l.target = any(${ids}::text[])
      order by relation, sort_on desc, id`.execute(this.#db())
    return rows.map(({ relation, inverse, of, ...row }) => ({ relation, inverse, of, row: fromRow(row) }))
  }

  async interpretations(ids: readonly string[]): Promise<readonly InterpretationOf[]> {
    await this.#flush()
    const { rows } = await sql<InterpretationOf>`
      select l.target as of, d.organ, d.id from document_link as l
      join document as d on d.organ = l.organ and d.id = l.document
      where l.target = any(${ids}::text[]) and l.relation = 'interprets' and d.shown = 'whole'
      order by d.sort_on desc, d.organ, d.id`.execute(this.#db())
    return rows
  }

  async withNumbers(docNos: readonly string[]): Promise<readonly DocumentRow[]> {
    await this.#flush()
    const { rows } = await sql<Selectable<DocumentTable>>`
      select d.* from document as d where d.doc_no = any(${docNos}::text[])
      order by d.doc_no, d.organ, d.id`.execute(this.#db())
    return rows.map(fromRow)
  }

  async atAddress(address: string): Promise<DocumentRow | null> {
    await this.#flush()
    const { rows } = await sql<Selectable<DocumentTable>>`
      select d.* from document as d
      where md5(d.old_address) = md5(${address}::text) and d.old_address = ${address}::text
      order by d.organ, d.id limit 1`.execute(this.#db())
    return rows[0] === undefined ? null : fromRow(rows[0])
  }
}

/** Rows of documents with their acts and links, in place of those that were there. */
export async function writeDocuments(
  db: Kysely<Schema>,
  organ: OrganId,
  documents: readonly {
    readonly row: Insertable<DocumentTable>
    readonly acts: readonly Insertable<Schema['publication_act']>[]
    readonly links: readonly Insertable<Schema['document_link']>[]
  }[],
): Promise<void> {
  if (documents.length === 0) return
  const ids = documents.map(({ row }) => row.id)
  // Acts and links go with their document.
  await sql`delete from document where organ = ${organ}::text and id = any(${ids}::text[])`.execute(db)
  await db
    .insertInto('document')
    .values(documents.map(({ row }) => row))
    .execute()
  const acts = documents.flatMap((each) => each.acts)
  if (acts.length > 0) await db.insertInto('publication_act').values(acts).execute()
  const links = documents.flatMap((each) => each.links)
  if (links.length > 0) await db.insertInto('document_link').values(links).execute()
}

/** Names an act within its organ, in an order of its own. */
const actPlace = sql`(a.document || '#' || a.place) collate "C"`

const beyond = ([day, organ, id]: Cursor<Day>): Condition =>
  sql`d.sort_on <= ${day}::date and (d.sort_on, d.organ, d.id) < (${day}::date, ${organ}::text, ${id}::text)`
