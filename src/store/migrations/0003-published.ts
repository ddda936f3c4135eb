import { type Kysely, sql } from 'kysely'

/**
 * What is public already, and the pieces of words by which it is found (`office/published/pieces.ts`). The index
 * needs no extension; whose item it is is looked at among the few that match.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const key = 'text collate "C" not null'

const statements: readonly string[] = [
  `create table published_item (
    organ ${key},
    id ${key},
    title text not null,
    doc_no text,
    published_on date,
    address text not null,
    summary text not null,
    title_pieces text[] not null,
    pieces text[] not null,
    primary key (organ, id),
    foreign key (organ) references event_head (organ)
  )`,
  'create index published_item_pieces on published_item using gin (pieces)',
]
