import { type Kysely, sql } from 'kysely'

/** Where an organ's annual report of a year stands; follows from the stream `report/<year>`. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table annual_filing (
      organ text collate "C" not null,
      year int4 not null,
      version int4 not null,
      status text not null,
      submitted_on date,
      accepted_on date,
      published_on date,
      snapshot text,
      findings jsonb,
      publications jsonb not null,
      primary key (organ, year),
      foreign key (organ) references event_head (organ)
    )`.execute(db)
}
