import { type Kysely, sql } from 'kysely'

/** Cases with a dispute are few among many; the register of disputes lists them in the order of all lists. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create index request_case_disputed on request_case (organ, sort_on, id)
    where (more -> 'disputes') is not null`.execute(db)
}
