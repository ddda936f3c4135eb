import type { Kysely } from 'kysely'
import type { Blobs, OrganId, StoredEvent } from '../office/ports.ts'
import { documentOf, streamOfDocument } from '../office/streams.ts'
import { entryOf, rowsOfHistory } from './document-rows.ts'
import { writeDocuments } from './documents.ts'
import type { Schema } from './schema.ts'
import type { SearchIndex } from './search-index.ts'

/**
 * Brings the rows of an organ's documents up to date within one transaction: once, when the unit ends or a query
 * needs them. A document has few events, so its rows are made of its whole history and never patched.
 */
export class DocumentProjection {
  readonly #db: Kysely<Schema>
  readonly #organ: OrganId
  readonly #load: (stream: string) => Promise<readonly StoredEvent[]>
  readonly #index: SearchIndex
  readonly #blobs: Blobs
  readonly #changed = new Set<string>()

  constructor(
    db: Kysely<Schema>,
    organ: OrganId,
    load: (stream: string) => Promise<readonly StoredEvent[]>,
    index: SearchIndex,
    blobs: Blobs,
  ) {
    this.#db = db
    this.#organ = organ
    this.#load = load
    this.#index = index
    this.#blobs = blobs
  }

  appended(stream: string): void {
    const id = documentOf(stream)
    if (id !== null) this.#changed.add(id)
  }

  async flush(): Promise<void> {
    const ids = [...this.#changed]
    this.#changed.clear()
    for (const id of ids) {
      const rows = rowsOfHistory(this.#organ, id, await this.#load(streamOfDocument(id)))
      if (rows === null) continue
      await writeDocuments(this.#db, this.#organ, [rows])
      await this.#index.set('document', id, await entryOf(this.#blobs, rows))
    }
  }
}
