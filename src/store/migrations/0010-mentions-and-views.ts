import { type Kysely, sql } from 'kysely'

/** Cases with a note that somebody is still to see are few among many. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create index request_case_mentioned on request_case (organ, sort_on, id)
    where (more -> 'mentioned') is not null`.execute(db)
}
