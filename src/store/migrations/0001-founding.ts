import { type Kysely, sql } from 'kysely'

/**
 * The first schema. An organ's id leads every primary, unique and foreign key, so that the tables can be spread by
 * organ; `organ` and `calendar_paper` are the two that every node would hold whole. No triggers. Keys are of the
 * collation "C": two databases then sort alike, and an index serves a page in the order the code expects.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const key = 'text collate "C" not null'

const statements: readonly string[] = [
  `create table organ (
    id ${key} primary key,
    code ${key} unique,
    name text not null,
    kind text not null,
    level text not null,
    parent text collate "C" references organ (id) deferrable initially immediate,
    details jsonb not null
  )`,
  'create index organ_below on organ (parent)',

  `create table calendar_paper (
    scope ${key},
    number ${key},
    place int4 not null,
    paper jsonb not null,
    actor text not null,
    at timestamptz not null,
    primary key (scope, number)
  )`,

  `create table event_head (
    organ ${key} primary key references organ (id),
    seq int8 not null,
    hash text not null
  )`,
  `create table event (
    organ ${key},
    seq int8 not null,
    stream ${key},
    version int4 not null,
    kind text not null,
    on_day date not null,
    at timestamptz not null,
    actor text not null,
    data jsonb not null,
    hash text not null,
    primary key (organ, seq),
    unique (organ, stream, version),
    foreign key (organ) references event_head (organ)
  )`,

  `create table request_case (
    organ ${key},
    id ${key},
    version int4 not null,
    number text collate "C",
    status text not null,
    channel text not null,
    applicant_kind text not null,
    applicant text collate "C",
    handler text collate "C",
    arrived_on date not null,
    received_on date,
    sort_on date not null,
    disposition text,
    answered_on date,
    closed_on date,
    more jsonb not null,
    due date,
    open_due date,
    firm boolean not null,
    calendar_version text not null,
    primary key (organ, id),
    unique (organ, number),
    foreign key (organ) references event_head (organ)
  )`,
  'create index request_case_due on request_case (organ, open_due, id) where open_due is not null',
  'create index request_case_list on request_case (organ, sort_on, id)',
  'create index request_case_status on request_case (organ, status, sort_on, id)',
  'create index request_case_handler on request_case (organ, handler, sort_on, id) where handler is not null',
  'create index request_case_applicant on request_case (organ, applicant) where applicant is not null',
  'create index request_case_closed on request_case (organ, closed_on)',
  'create index request_case_open on request_case (organ, id) where closed_on is null',

  `create table vault (
    organ ${key},
    id ${key},
    kind text not null,
    key_id text,
    sealed bytea,
    at timestamptz not null,
    erased_at timestamptz,
    primary key (organ, id),
    check ((sealed is null) = (erased_at is not null))
  )`,
  `create table vault_lookup (
    organ ${key},
    kind ${key},
    name ${key},
    mac ${key},
    id ${key},
    primary key (organ, kind, name, mac, id),
    foreign key (organ, id) references vault (organ, id) on delete cascade
  )`,
  'create index vault_lookup_entry on vault_lookup (organ, id)',
  `create table blob (
    organ ${key},
    hash ${key},
    size int8 not null,
    type text not null,
    key_id text,
    sealed bytea,
    at timestamptz not null,
    erased_at timestamptz,
    primary key (organ, hash),
    check ((sealed is null) = (erased_at is not null))
  )`,

  `create table number_series (
    organ ${key},
    kind ${key},
    year int4 not null,
    last int4 not null,
    primary key (organ, kind, year)
  )`,
  `create table number_issued (
    organ ${key},
    kind ${key},
    year int4 not null,
    number int4 not null,
    stream text collate "C" not null,
    at timestamptz not null,
    voided_at timestamptz,
    void_reason text,
    primary key (organ, kind, year, number),
    foreign key (organ, kind, year) references number_series (organ, kind, year)
  )`,

  `create table outbox (
    organ ${key},
    id ${key},
    topic text not null,
    key_id text,
    sealed bytea,
    not_before timestamptz not null,
    ready_at timestamptz not null,
    attempts int4 not null,
    at timestamptz not null,
    sent_at timestamptz,
    given_up boolean not null,
    last_error text,
    primary key (organ, id)
  )`,
  'create index outbox_ready on outbox (ready_at) where sent_at is null and not given_up',

  `create table setting (
    organ ${key},
    key ${key},
    value jsonb not null,
    actor text not null,
    at timestamptz not null,
    primary key (organ, key)
  )`,
  `create table idempotency_key (
    organ ${key},
    key ${key},
    fingerprint text not null,
    answer jsonb,
    at timestamptz not null,
    primary key (organ, key)
  )`,
  'create index idempotency_key_age on idempotency_key (organ, at)',
]
