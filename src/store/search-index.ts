import { type Kysely, sql } from 'kysely'
import type { OrganId, SearchRegister } from '../office/ports.ts'
import type { SearchEntry, SearchSource } from '../office/search/entry.ts'
import type { Schema } from './schema.ts'
import { SearchQueries } from './search.ts'
import { searchRowOf } from './search-rows.ts'

/** Rows in one statement. */
const atOnce = 200

/** What everybody finds of an organ, written within one transaction. */
export class SearchIndex extends SearchQueries implements SearchRegister {
  readonly #tx: Kysely<Schema>
  readonly #organ: OrganId

  constructor(tx: Kysely<Schema>, organ: OrganId, flush: () => Promise<void> = async () => {}) {
    super(() => tx, flush)
    this.#tx = tx
    this.#organ = organ
  }

  /** New, or in place of the entries of those ids. */
  async put(entries: readonly SearchEntry[]): Promise<void> {
    const foreign = entries.find(({ organ }) => organ !== this.#organ)
    if (foreign !== undefined) throw new Error(`Entry ${foreign.id} belongs to organ ${foreign.organ}`)
    // Of two with one id the later stands.
    const last = [...new Map(entries.map((entry) => [`${entry.source} ${entry.id}`, entry])).values()]
    for (const [source, some] of Map.groupBy(last, (entry) => entry.source))
      await this.remove(
        source,
        some.map(({ id }) => id),
      )
    for (let from = 0; from < last.length; from += atOnce)
      await sql`
        insert into search_entry
        select r.* from ${saidRows(last.slice(from, from + atOnce))} as r`.execute(this.#tx)
  }

  /** What was never there is as gone as the rest. */
  async remove(source: SearchSource, ids: readonly string[]): Promise<void> {
    await sql`
      delete from search_entry
      where organ = ${this.#organ}::text and source = ${source}::text and id = any(${ids}::text[])`.execute(
      this.#tx,
    )
  }

  /** Takes one entry up or out. */
  async set(source: SearchSource, id: string, entry: SearchEntry | null): Promise<void> {
    await (entry === null ? this.remove(source, [id]) : this.put([entry]))
  }

  /** Takes out everything of a source. */
  async clear(source: SearchSource): Promise<void> {
    await this.#tx
      .deleteFrom('search_entry')
      .where('organ', '=', this.#organ)
      .where('source', '=', source)
      .execute()
  }

  /**
   * Of those ids, the ones whose rows are not what follows from the entries: missing, changed, or there though there is
   * no such entry.
   */
  async differing(
    source: SearchSource,
    ids: readonly string[],
    entries: readonly SearchEntry[],
  ): Promise<readonly string[]> {
    const { rows } = await sql<{ id: string }>`
      select coalesce(said.id, kept.id) as id
      from ${saidRows(entries)} as said
      full join (
        select e.* from search_entry as e
        where e.organ = ${this.#organ}::text and e.source = ${source}::text and e.id = any(${ids}::text[])
      ) as kept on kept.id = said.id
      where said is distinct from kept
      order by 1`.execute(this.#tx)
    return rows.map(({ id }) => id)
  }

  /** Ids of a source in the index. */
  async ids(source: SearchSource): Promise<readonly string[]> {
    const rows = await this.#tx
      .selectFrom('search_entry')
      .select('id')
      .where('organ', '=', this.#organ)
      .where('source', '=', source)
      .orderBy('id')
      .execute()
    return rows.map(({ id }) => id)
  }
}

const saidRows = (entries: readonly SearchEntry[]) =>
  sql`jsonb_populate_recordset(null::search_entry, ${JSON.stringify(entries.map(searchRowOf))}::jsonb)`
