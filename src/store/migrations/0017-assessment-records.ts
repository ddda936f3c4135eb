import { type Kysely, sql } from 'kysely'

/**
 * Systems of indicators, rounds, sheets, questionnaires and evidence; each follows from a stream
 * `assessment/<kind>/<id>` of the log of the organ that assesses, evidence of that of the organ that filed it. The table
 * is that of the records of supervision.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements: readonly string[] = [
  'create table assessment_record (like supervision_record including constraints)',
  'alter table assessment_record add primary key (organ, kind, id)',
  'alter table assessment_record add foreign key (organ) references event_head (organ)',
  'create index assessment_record_list on assessment_record (organ, kind, opened_on, id)',
  'create index assessment_record_about on assessment_record (about, kind) where about is not null',
]
