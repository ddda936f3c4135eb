import { type Kysely, sql } from 'kysely'

/**
 * Where an organ's annual report of a year stands; follows from the stream `report/<year>`. And how few cases have a
 * dispute: without knowing it the planner expects a hundred in every case, and compiles what takes a moment to run.
 */
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
  await sql`create statistics request_case_disputes on (more -> 'disputes') from request_case`.execute(db)
}
