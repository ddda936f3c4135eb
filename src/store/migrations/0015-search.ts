import { type Kysely, sql } from 'kysely'

/**
 * The index of what everybody may read: a row for each entry, made from the log and made anew by rebuild. Words are a
 * `tsvector` that the program writes itself, so that the database needs neither a dictionary nor a locale. It is kept
 * out of line: counts and lists read the rows without it. The index is written at once and not in batches, or every
 * search would read through those that wait.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const key = 'text collate "C" not null'

const statements: readonly string[] = [
  // What stood here is in the index of all.
  'drop table published_item',
  `create table search_entry (
    organ ${key},
    source ${key},
    id ${key},
    kind text not null,
    title text not null,
    plain_title text collate "C" not null,
    doc_no text,
    address text not null,
    published_on date,
    sort_on date not null,
    year int4 not null,
    theme text,
    genre text,
    field text,
    class text,
    effective_on date,
    expires_on date,
    ended_on date,
    ended_as text,
    summary text not null,
    text text not null,
    plain_text text collate "C",
    words tsvector not null,
    primary key (organ, source, id),
    foreign key (organ) references event_head (organ)
  ) with (toast_tuple_target = 256)`,
  'create index search_entry_words on search_entry using gin (words) with (fastupdate = off)',
  'create index search_entry_year on search_entry (year)',
]
