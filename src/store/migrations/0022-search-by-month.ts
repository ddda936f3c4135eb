import { type Kysely, sql } from 'kysely'

/**
 * The index of what everybody may read is looked through month by month, where a year of a million documents has too many
 * hits of a common word; each entry says its month among its words, and what may be told of its
 * validity, as `lexemesOf` does. Titles as they are compared
 * stand in the row itself: read out of line, two thousand of them took longer than finding them.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const columns = `organ, source, id, kind, title, plain_title, doc_no, address, published_on, sort_on, year, theme, genre,
  field, class, effective_on, expires_on, ended_on, ended_as, summary, text, plain_text`

/** As `monthOf` counts it. */
const month = '(year * 12 + extract(month from sort_on)::int4 - 1)'

/** What may hold of it on some day, of the kinds that bind. */
const validities = [
  "'@vinForce'",
  "case when effective_on is not null then '@vnotYet' end",
  "case when expires_on is not null then '@vexpired' end",
  "'@v' || ended_as",
]
  .map((value) => `case when class in ('rule', 'normative', 'policy', 'plan') then ${value} end`)
  .join(', ')

const statements: readonly string[] = [
  'drop index search_entry_words, search_entry_year',
  'alter table search_entry rename to search_entry_before',
  'alter table search_entry_before drop constraint search_entry_pkey',
  'create table search_entry (like search_entry_before) with (toast_tuple_target = 256)',
  ...['organ', 'source', 'id', 'kind', 'plain_title'].map(
    (column) => `alter table search_entry alter column ${column} set storage main`,
  ),
  `insert into search_entry (${columns}, words)
    select ${columns}, words || array_to_tsvector(array_remove(array[
        case when year > 0 then '@m' || ${month} end, ${validities}
      ], null))
    from search_entry_before`,
  'drop table search_entry_before',
  `alter table search_entry add primary key (organ, source, id),
    add foreign key (organ) references event_head (organ)`,
  'create index search_entry_words on search_entry using gin (words) with (fastupdate = off)',
  // An index by day would be taken for a way through all entries in their order, reading the words of each.
  `create index search_entry_month on search_entry (${month}) where year > 0`,
]
