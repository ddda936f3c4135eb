import { type Kysely, sql } from 'kysely'

/** Annual reports that others published and that staff put in: one row each, made from its events. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const key = 'text collate "C" not null'

const statements: readonly string[] = [
  `create table examined_report (
    organ ${key},
    id ${key},
    version int4 not null,
    state text not null,
    year int4,
    printed_organ text,
    matched_organ text collate "C",
    matched_name text,
    confirmed boolean not null,
    edition text,
    cells_read int4 not null,
    cells_total int4 not null,
    errors int4 not null,
    warnings int4 not null,
    notes int4 not null,
    corrections int4 not null,
    readings int4 not null,
    hash ${key},
    kept_at timestamptz not null,
    kept_by ${key},
    primary key (organ, id),
    foreign key (organ) references event_head (organ)
  )`,
  'create index examined_report_list on examined_report (organ, kept_at, id)',
  'create index examined_report_year on examined_report (organ, year, matched_organ)',
  'create index examined_report_bytes on examined_report (organ, hash)',
  `create index examined_report_waiting on examined_report (kept_at, id, organ) where state = 'waiting'`,
]
