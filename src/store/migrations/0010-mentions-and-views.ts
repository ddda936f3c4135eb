import { type Kysely, sql } from 'kysely'

/** Cases with a note that somebody is still to see are few among many; and filters that people keep under a name. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create index request_case_mentioned on request_case (organ, sort_on, id)
    where (more -> 'mentioned') is not null`.execute(db)
  await sql`
    create table saved_view (
      organ text not null references organ (id),
      staff text not null,
      name text not null,
      id text not null,
      filter jsonb not null,
      at text not null,
      primary key (organ, staff, name)
    )`.execute(db)
}
