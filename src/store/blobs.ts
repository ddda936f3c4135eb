import { createHash } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { BlobInfo, Blobs, Erased, Moment, OrganId } from '../office/ports.ts'
import type { KeyRing } from './key-ring.ts'
import type { BlobTable, Schema } from './schema.ts'
import { type SealedData, seal, unseal } from './seal.ts'
import { eraseRow, resealRows, type SealedRows } from './sealed-rows.ts'

/**
 * Attachments in the database itself: one transaction, one backup, one erasure. The limit on their size is the
 * web's to set; a row holds them whole, so tens of megabytes are the measure.
 */
export class SealedBlobs implements Blobs {
  readonly #db: Kysely<Schema>
  readonly #organ: OrganId
  readonly #ring: KeyRing

  constructor(db: Kysely<Schema>, organ: OrganId, ring: KeyRing) {
    this.#db = db
    this.#organ = organ
    this.#ring = ring
  }

  async put(content: Uint8Array, type: string, at: Moment): Promise<BlobInfo> {
    const hash = createHash('sha256').update(content).digest('hex')
    const sealed = seal(this.#ring, this.#place(hash), content)
    await this.#db
      .insertInto('blob')
      .values({
        organ: this.#organ,
        hash,
        size: content.byteLength,
        type,
        ...sealed,
        at,
        erased_at: null,
      })
      .onConflict((conflict) =>
        // The same paper handed in again after its erasure is a new one.
        conflict
          .columns(['organ', 'hash'])
          .doUpdateSet({ type, ...sealed, at, erased_at: null })
          .where('blob.erased_at', 'is not', null),
      )
      .execute()
    return { hash, size: content.byteLength, type }
  }

  async info(hash: string): Promise<BlobInfo | Erased | null> {
    const row = await this.#db
      .selectFrom('blob')
      .select(['hash', 'size', 'type', 'erased_at'])
      .where('organ', '=', this.#organ)
      .where('hash', '=', hash)
      .executeTakeFirst()
    if (row === undefined) return null
    const { erased_at, ...info } = row
    return erased_at === null ? info : { failure: 'erased', at: erased_at }
  }

  async open(hash: string): Promise<Uint8Array | Erased | null> {
    const row = await this.#db
      .selectFrom('blob')
      .select(['key_id', 'sealed', 'erased_at'])
      .where('organ', '=', this.#organ)
      .where('hash', '=', hash)
      .executeTakeFirst()
    if (row === undefined) return null
    if (row.erased_at !== null) return { failure: 'erased', at: row.erased_at }
    return unseal(this.#ring, this.#place(hash), row as SealedData)
  }

  erase(hash: string, at: Moment): Promise<boolean> {
    return eraseRow(this.#rows, hash, at)
  }

  /** Seals with the current key what is still sealed with another; how many, at most `limit`. */
  reseal(limit: number): Promise<number> {
    return resealRows(this.#rows, limit)
  }

  get #rows(): SealedRows<Selectable<BlobTable> & SealedData> {
    return {
      db: this.#db,
      organ: this.#organ,
      ring: this.#ring,
      table: 'blob',
      key: 'hash',
      place: ({ hash }) => this.#place(hash),
    }
  }

  #place(hash: string): readonly string[] {
    return blobPlace(this.#organ, hash)
  }
}

/** Where a blob lies, which is sealed with it. */
export const blobPlace = (organ: OrganId, hash: string): readonly string[] => ['blob', organ, hash]
