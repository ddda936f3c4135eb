import { type Kysely, sql } from 'kysely'

/**
 * How often what is public was opened, by month, and since when that is counted. It follows from no log, so `rebuild`
 * leaves it alone and `verify` does not look: hence no reference to `document`, whose rows are made anew.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table document_visit (
      organ text collate "C" not null references organ (id),
      document text collate "C" not null,
      month date not null,
      count int8 not null,
      primary key (organ, document, month)
    )`.execute(db)
  await sql`
    create table visits_begun (
      organ text collate "C" primary key references organ (id),
      on_day date not null
    )`.execute(db)
}
