import { type Kysely, sql } from 'kysely'

/**
 * What an organ does for those below it: tasks, findings, test requests, trainings …; each follows from a stream
 * `supervision/<kind>/<id>` of its own log. A test request bears the id of the request that it is: counts leave it out,
 * and nothing in the log or among the rows of the organ that is tested tells it from any other.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const key = 'text collate "C" not null'

const statements: readonly string[] = [
  `create table supervision_record (
    organ ${key},
    kind ${key},
    id ${key},
    version int4 not null,
    state text not null,
    about text collate "C",
    opened_on date not null,
    due date,
    facts jsonb not null,
    primary key (organ, kind, id),
    foreign key (organ) references event_head (organ)
  )`,
  'create index supervision_record_list on supervision_record (organ, kind, opened_on, id)',
  'create index supervision_record_about on supervision_record (about, kind) where about is not null',
  `create index supervision_record_tests on supervision_record (id) where kind = 'mock'`,
]
