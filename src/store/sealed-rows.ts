import { type Kysely, sql } from 'kysely'
import type { Moment, OrganId } from '../office/ports.ts'
import type { KeyRing } from './key-ring.ts'
import type { Schema } from './schema.ts'
import { type SealedData, seal, unseal } from './seal.ts'

/** One organ's rows of a table in which something is sealed. */
export interface SealedRows<Row extends SealedData = SealedData> {
  readonly db: Kysely<Schema>
  readonly organ: OrganId
  readonly ring: KeyRing
  readonly table: keyof Schema
  /** Its primary key behind the organ. */
  readonly key: string & keyof Row
  /** Where the content of a row belongs, as it was sealed. */
  place(row: Row): readonly string[]
  /** What has to be made anew from the content, such as an index under the key. */
  resealed?(row: Row, content: Uint8Array): Promise<void>
}

/** Seals with the current key what is still sealed with another; how many rows, at most `limit`. */
export async function resealRows<Row extends SealedData>(
  { db, organ, ring, table, key, place, resealed }: SealedRows<Row>,
  limit: number,
): Promise<number> {
  // What is erased or sent has no key and is left as it is.
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)} where organ = ${organ}::text and key_id <> ${ring.current}::text
    order by ${sql.ref(key)} limit ${limit}::int8 for update`.execute(db)
  for (const row of rows) {
    const content = unseal(ring, place(row), row)
    const { key_id, sealed } = seal(ring, place(row), content)
    await sql`
      update ${sql.table(table)} set key_id = ${key_id}::text, sealed = ${sealed}::bytea
      where organ = ${organ}::text and ${sql.ref(key)} = ${row[key]}::text`.execute(db)
    await resealed?.(row, content)
  }
  return rows.length
}

/** Empties a row and leaves it standing; false where there is none or it is erased already. */
export async function eraseRow<Row extends SealedData>(
  { db, organ, table, key }: SealedRows<Row>,
  id: string,
  at: Moment,
): Promise<boolean> {
  const { rows } = await sql`
    update ${sql.table(table)} set sealed = null, key_id = null, erased_at = ${at}::timestamptz
    where organ = ${organ}::text and ${sql.ref(key)} = ${id}::text and erased_at is null
    returning organ`.execute(db)
  return rows.length > 0
}
