import { type Kysely, sql } from 'kysely'

/**
 * What the clock of the service has done: one row for an organ, a job and a day; the organ is '' for jobs of the
 * whole house. No reference to `organ`: what was done stays done.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table job_run (
      organ text collate "C" not null,
      job text collate "C" not null,
      day date not null,
      claimed_until timestamptz not null,
      attempts int4 not null,
      done_at timestamptz,
      last_error text,
      primary key (organ, job, day)
    )`.execute(db)
}
