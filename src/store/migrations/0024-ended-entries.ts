import { type Kysely, sql } from 'kysely'

/**
 * What was repealed or replaced is a few among what everybody may read, and the newest of it may be years old: search
 * begins at that month, as `look` has it, instead of reading through all there are.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create index search_entry_ended on search_entry (ended_as, (year * 12 + extract(month from sort_on)::int4 - 1))
    where ended_as is not null and year > 0`.execute(db)
}
