import { type Kysely, type Selectable, sql } from 'kysely'
import type { OrganId, Published, PublishedItem, PublishedRegister } from '../office/ports.ts'
import { piecesOf, piecesSought } from '../office/published/pieces.ts'
import type { PublishedItemTable, Schema } from './schema.ts'

/**
 * Of the pieces of what is looked for, how many an item must have. Measured on invented examples: from 0.3 to 0.4
 * the right item comes first for 30 of 31 questions, and nothing for 8 that nothing answers; 0.25 brings up what
 * shares common words alone, 0.45 misses titles that say it shorter.
 */
const leastShare = 0.3

/** Search over what is public already, by pieces of words; those in the title count twice. */
export class PublishedSearch implements Published {
  readonly #db: () => Kysely<Schema>
  readonly #flush: () => Promise<void>

  /** `flush`: writes what the unit of work, if there is one, still has in memory. */
  constructor(db: () => Kysely<Schema>, flush: () => Promise<void> = async () => {}) {
    this.#db = db
    this.#flush = flush
  }

  async search(organs: readonly OrganId[], words: string, limit: number): Promise<readonly PublishedItem[]> {
    const sought = piecesSought(words)
    if (sought.length === 0 || organs.length === 0) return []
    await this.#flush()
    const least = Math.max(1, Math.ceil(sought.length * leastShare))
    const { rows } = await sql<Selectable<PublishedItemTable>>`
      select i.* from published_item as i
      cross join lateral (
        select count(*) filter (where piece = any(i.pieces)) as found,
          count(*) filter (where piece = any(i.title_pieces)) as titled
        from unnest(${sought}::text[]) as piece
      ) as hit
      where i.pieces && ${sought}::text[] and i.organ = any(${organs}::text[]) and hit.found >= ${least}::int8
      order by hit.found + hit.titled desc, cardinality(i.title_pieces), i.published_on desc nulls last,
        i.organ, i.id
      limit ${limit}::int8`.execute(this.#db())
    return rows.map(itemOf)
  }

  async get(organ: OrganId, id: string): Promise<PublishedItem | null> {
    await this.#flush()
    const row = await this.#db()
      .selectFrom('published_item')
      .selectAll()
      .where('organ', '=', organ)
      .where('id', '=', id)
      .executeTakeFirst()
    return row === undefined ? null : itemOf(row)
  }
}

/** The items of one organ, within one transaction. */
export class PublishedItems extends PublishedSearch implements PublishedRegister {
  readonly #tx: Kysely<Schema>
  readonly #organ: OrganId

  constructor(db: Kysely<Schema>, organ: OrganId, flush: () => Promise<void> = async () => {}) {
    super(() => db, flush)
    this.#tx = db
    this.#organ = organ
  }

  async put(items: readonly PublishedItem[]): Promise<void> {
    const foreign = items.find(({ organ }) => organ !== this.#organ)
    if (foreign !== undefined) throw new Error(`Item ${foreign.id} belongs to organ ${foreign.organ}`)
    // Of two with one id the later stands; one statement may not write a row twice.
    const rows = [...new Map(items.map((item) => [item.id, rowOf(item)])).values()]
    for (let from = 0; from < rows.length; from += atOnce) {
      await sql`
        insert into published_item
        select r.* from jsonb_populate_recordset(
          null::published_item, ${JSON.stringify(rows.slice(from, from + atOnce))}::jsonb
        ) as r
        on conflict (organ, id) do update set title = excluded.title, doc_no = excluded.doc_no,
          published_on = excluded.published_on, address = excluded.address, summary = excluded.summary,
          title_pieces = excluded.title_pieces, pieces = excluded.pieces`.execute(this.#tx)
    }
  }

  async remove(ids: readonly string[]): Promise<number> {
    const { numDeletedRows } = await this.#tx
      .deleteFrom('published_item')
      .where('organ', '=', this.#organ)
      .where(sql<boolean>`id = any(${ids}::text[])`)
      .executeTakeFirst()
    return Number(numDeletedRows)
  }
}

/** Rows in one statement. */
const atOnce = 500

function rowOf({ organ, id, title, docNo, publishedOn, address, summary }: PublishedItem) {
  const titlePieces = piecesOf(`${title} ${docNo ?? ''}`)
  return {
    organ,
    id,
    title,
    doc_no: docNo,
    published_on: publishedOn,
    address,
    summary,
    title_pieces: titlePieces,
    pieces: [...new Set([...titlePieces, ...piecesOf(summary)])],
  }
}

function itemOf(row: Selectable<PublishedItemTable>): PublishedItem {
  const { organ, id, title, doc_no, published_on, address, summary } = row
  return { organ, id, title, docNo: doc_no, publishedOn: published_on, address, summary }
}
