import { type Kysely, type Selectable, sql } from 'kysely'
import type { Erased, Moment, OrganId, Vault, VaultEntry } from '../office/ports.ts'
import type { KeyRing } from './key-ring.ts'
import type { Schema, VaultTable } from './schema.ts'
import { macOf, parsed, type SealedData, sealJson, unsealJson } from './seal.ts'
import { eraseRow, resealRows, type SealedRows } from './sealed-rows.ts'

/** What is sealed: the values to find it by go in with it, since their index can be made anew only from them. */
interface Content {
  readonly data: object
  readonly lookup: Readonly<Record<string, string>>
}

/** Personal data of one organ. Erasing empties the row and leaves it standing: the log's references stay good. */
export class SealedVault implements Vault {
  readonly #db: Kysely<Schema>
  readonly #organ: OrganId
  readonly #ring: KeyRing

  constructor(db: Kysely<Schema>, organ: OrganId, ring: KeyRing) {
    this.#db = db
    this.#organ = organ
    this.#ring = ring
  }

  async put({ id, kind, data, lookup }: VaultEntry, at: Moment): Promise<null | Erased> {
    const content: Content = { data, lookup }
    const sealed = sealJson(this.#ring, this.#place(kind, id), content)
    const written = await this.#db
      .insertInto('vault')
      .values({ organ: this.#organ, id, kind, ...sealed, at, erased_at: null })
      .onConflict((conflict) =>
        conflict
          .columns(['organ', 'id'])
          .doUpdateSet({ kind, ...sealed, at })
          .where('vault.erased_at', 'is', null),
      )
      .returning('id')
      .executeTakeFirst()
    if (written === undefined) return this.#erasure(id)
    await this.#index(id, kind, lookup)
    return null
  }

  async open(id: string): Promise<VaultEntry | Erased | null> {
    const row = await this.#row(id)
    return row === undefined ? null : this.#unsealed(row)
  }

  async openMany(ids: readonly string[]): Promise<ReadonlyMap<string, VaultEntry | Erased>> {
    if (ids.length === 0) return new Map()
    const { rows } = await sql<Selectable<VaultTable>>`
      select * from vault where organ = ${this.#organ}::text and id = any(${ids}::text[])`.execute(this.#db)
    return new Map(rows.map((row) => [row.id, this.#unsealed(row)]))
  }

  async find(kind: string, name: string, value: string): Promise<readonly string[]> {
    // Entries sealed with an older key are indexed with it: the value is looked for under every key.
    const macs = this.#ring.ids.map((keyId) => macOf(this.#ring, keyId, [this.#organ, kind, name], value))
    const rows = await this.#db
      .selectFrom('vault_lookup as l')
      .innerJoin('vault as v', (join) => join.onRef('v.organ', '=', 'l.organ').onRef('v.id', '=', 'l.id'))
      .select('v.id')
      .where('l.organ', '=', this.#organ)
      .where('l.kind', '=', kind)
      .where('l.name', '=', name)
      .where('l.mac', 'in', macs)
      .orderBy('v.at')
      .orderBy('v.id')
      .execute()
    return rows.map(({ id }) => id)
  }

  async erase(id: string, at: Moment): Promise<boolean> {
    const erased = await eraseRow(this.#rows, id, at)
    await this.#dropIndex(id)
    return erased
  }

  /** Seals with the current key what is still sealed with another; how many, at most `limit`. */
  reseal(limit: number): Promise<number> {
    return resealRows(this.#rows, limit)
  }

  get #rows(): SealedRows<Selectable<VaultTable> & SealedData> {
    return {
      db: this.#db,
      organ: this.#organ,
      ring: this.#ring,
      table: 'vault',
      key: 'id',
      place: ({ kind, id }) => this.#place(kind, id),
      resealed: ({ id, kind }, content) => this.#index(id, kind, (parsed(content) as Content).lookup),
    }
  }

  #place(kind: string, id: string): readonly string[] {
    return ['vault', this.#organ, kind, id]
  }

  #unsealed(row: Selectable<VaultTable>): VaultEntry | Erased {
    const { id, kind, erased_at: at } = row
    if (at !== null) return { failure: 'erased', at }
    const { data, lookup } = unsealJson(this.#ring, this.#place(kind, id), row as SealedData) as Content
    return { id, kind, data, lookup }
  }

  #row(id: string) {
    return this.#db
      .selectFrom('vault')
      .selectAll()
      .where('organ', '=', this.#organ)
      .where('id', '=', id)
      .executeTakeFirst()
  }

  async #erasure(id: string): Promise<Erased> {
    const row = await this.#row(id)
    return { failure: 'erased', at: row!.erased_at! }
  }

  async #index(id: string, kind: string, lookup: Readonly<Record<string, string>>): Promise<void> {
    await this.#dropIndex(id)
    const rows = Object.entries(lookup).map(([name, value]) => ({
      organ: this.#organ,
      kind,
      name,
      mac: macOf(this.#ring, this.#ring.current, [this.#organ, kind, name], value),
      id,
    }))
    if (rows.length > 0) await this.#db.insertInto('vault_lookup').values(rows).execute()
  }

  async #dropIndex(id: string): Promise<void> {
    await this.#db.deleteFrom('vault_lookup').where('organ', '=', this.#organ).where('id', '=', id).execute()
  }
}
