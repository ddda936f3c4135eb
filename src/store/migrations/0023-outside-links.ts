import { type Kysely, sql } from 'kysely'

/**
 * Links of public texts that lead elsewhere, and how they were found when they were last looked at. Like visits, it
 * follows from no log: what is behind a link is not in it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table outside_link (
      organ text collate "C" not null references organ (id),
      hash text collate "C" not null,
      address text not null,
      checked_on date,
      good_on date,
      failures int4 not null default 0,
      primary key (organ, hash)
    )`.execute(db)
  await sql`create index outside_link_due on outside_link (checked_on nulls first)`.execute(db)
}
