import { type Kysely, sql } from 'kysely'

/**
 * What the annual report asks of a case beside its days and its ending: a correction of records is no request for
 * information (条例§41), and what came in by the wrong door counts on the day it was moved on.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements: readonly string[] = [
  `alter table request_case
    add column variant text not null default 'disclosure',
    add column matter text`,
  `update request_case set
    variant = coalesce(more ->> 'variant', variant),
    matter = more #>> '{progress,ended,matter}',
    more = more - 'variant'`,
]
