import { type Kysely, sql } from 'kysely'

/**
 * Documents as lists need them, with the acts by which each was published and the links between them. All three
 * follow from the log and are made anew by rebuild.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const key = 'text collate "C" not null'

const statements: readonly string[] = [
  `create table document (
    organ ${key},
    id ${key},
    version int4 not null,
    stage text not null,
    shown text,
    class text not null,
    attribute text,
    index_no text collate "C",
    doc_no text,
    title text not null,
    item text not null,
    local_matter text,
    field text,
    theme text,
    genre text,
    audiences text[] not null,
    made_on date,
    effective_on date,
    expires_on date,
    ended_on date,
    ended_as text,
    published_on date,
    sort_on date not null,
    review_on date,
    old_address text,
    facts jsonb not null,
    primary key (organ, id),
    unique (organ, index_no),
    foreign key (organ) references event_head (organ)
  )`,
  'create index document_list on document (organ, sort_on, id)',
  "create index document_shown on document (organ, sort_on, id) where shown = 'whole'",
  "create index document_item on document (organ, item, sort_on, id) where shown = 'whole'",
  'create index document_stage on document (organ, stage, sort_on, id)',
  'create index document_class on document (organ, class, sort_on, id)',
  'create index document_review on document (organ, review_on) where review_on is not null',
  'create index document_number on document (doc_no) where doc_no is not null',
  // An address of a thousand characters is too long for a key of its own.
  'create index document_address on document (md5(old_address)) where old_address is not null',

  `create table publication_act (
    organ ${key},
    document ${key},
    place int4 not null,
    class text not null,
    channel text not null,
    account text collate "C",
    on_day date not null,
    primary key (organ, document, place),
    foreign key (organ, document) references document (organ, id) on delete cascade
  )`,
  'create index publication_act_day on publication_act (organ, on_day)',

  `create table document_link (
    organ ${key},
    document ${key},
    relation ${key},
    target ${key},
    primary key (organ, document, relation, target),
    foreign key (organ, document) references document (organ, id) on delete cascade
  )`,
  'create index document_link_target on document_link (target)',
]
