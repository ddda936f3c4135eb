import { type Kysely, sql } from 'kysely'

/**
 * How many working days an answer took is counted by a calendar, like the due day; `rebuild` counts it for answers of
 * before.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table request_case add column took int4`.execute(db)
}
