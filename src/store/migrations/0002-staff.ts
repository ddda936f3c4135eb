import { type Kysely, sql } from 'kysely'

/**
 * Who works here, what they may do, and how they sign in. All of these tables are small and, like `organ`, would be
 * held whole by every node: an account is unique over all organs, and who signs in is not known to belong to one.
 *
 * The tables `auth_…` are those of better-auth, with its columns in our spelling; they hold no name and no address.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const key = 'text collate "C" not null'

const statements: readonly string[] = [
  `create table staff (
    organ ${key},
    id ${key},
    account ${key},
    suspended boolean not null,
    key_id text not null,
    sealed bytea not null,
    primary key (organ, id),
    foreign key (organ) references event_head (organ)
  )`,
  'create unique index staff_id on staff (id)',
  'create unique index staff_account on staff (account)',

  `create table staff_grant (
    organ ${key},
    staff ${key},
    role ${key},
    primary key (organ, staff, role),
    foreign key (organ) references event_head (organ)
  )`,
  'create index staff_grant_staff on staff_grant (staff)',

  `create table auth_user (
    id ${key} primary key,
    name text not null,
    email ${key} unique,
    email_verified boolean not null,
    image text,
    username text collate "C" unique,
    two_factor_enabled boolean,
    must_change_password boolean not null,
    password_set_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create table auth_session (
    id ${key} primary key,
    token ${key} unique,
    user_id ${key} references auth_user (id) on delete cascade,
    means text not null,
    second_factor boolean not null,
    ip_address text,
    user_agent text,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  'create index auth_session_user on auth_session (user_id)',
  'create index auth_session_expiry on auth_session (expires_at)',
  `create table auth_account (
    id ${key} primary key,
    account_id ${key},
    provider_id ${key},
    user_id ${key} references auth_user (id) on delete cascade,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (provider_id, account_id)
  )`,
  'create index auth_account_user on auth_account (user_id)',
  `create table auth_verification (
    id ${key} primary key,
    identifier ${key},
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  'create index auth_verification_identifier on auth_verification (identifier)',
  `create table auth_two_factor (
    id ${key} primary key,
    user_id ${key} references auth_user (id) on delete cascade,
    secret text not null,
    backup_codes text not null,
    verified boolean,
    failed_verification_count int4,
    locked_until timestamptz
  )`,
  'create index auth_two_factor_user on auth_two_factor (user_id)',

  // Failed sign-ins, by the HMAC of what was given as the account: it may be anything, a password typed too early.
  `create table auth_failure (
    id ${key} primary key,
    account ${key},
    at timestamptz not null
  )`,
  'create index auth_failure_account on auth_failure (account, at)',
]
