import { type Kysely, sql } from 'kysely'
import type { OrganId } from '../office/ports.ts'
import type { KeyRing } from './key-ring.ts'
import type { Schema } from './schema.ts'
import { type SealedData, seal, unseal } from './seal.ts'

/** A table whose rows hold something sealed. */
export interface SealedRows<Row extends SealedData> {
  readonly table: keyof Schema
  /** Its primary key behind the organ. */
  readonly key: keyof Row & string
  /** Where the content of a row belongs, as it was sealed. */
  place(row: Row): readonly string[]
  /** What has to be made anew from the content, such as an index under the key. */
  resealed?(row: Row, content: Uint8Array): Promise<void>
}

/** Seals with the current key what is still sealed with another; how many rows, at most `limit`. */
export async function resealRows<Row extends SealedData>(
  db: Kysely<Schema>,
  organ: OrganId,
  ring: KeyRing,
  limit: number,
  { table, key, place, resealed }: SealedRows<Row>,
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
