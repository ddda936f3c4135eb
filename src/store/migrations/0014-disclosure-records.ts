import { type Kysely, sql } from 'kysely'

/** What is kept beside the documents: accounts, concerns, calls and opinions, reports of errors, what readers thought. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const key = 'text collate "C" not null'

const statements: readonly string[] = [
  `create table disclosure_record (
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
  'create index disclosure_record_list on disclosure_record (organ, kind, opened_on, id)',
  'create index disclosure_record_about on disclosure_record (organ, kind, about) where about is not null',
]
