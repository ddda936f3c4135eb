import { type Kysely, sql } from 'kysely'

/** What somebody has in hand is a few among all they ever handled; nobody's open cases are found by it too. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create index request_case_in_hand on request_case (organ, handler, sort_on, id)
    where closed_on is null`.execute(db)
}
