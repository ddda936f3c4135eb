import { type Kysely, sql } from 'kysely'

/**
 * The guide of an organ is a public page, and its versions follow from what was changed in the organ's record: a few
 * events among all that ever happened there, which were read through to the first for them.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create index event_of_organ_record on event (organ, seq)
    where kind in ('organAdded', 'organChanged')`.execute(db)
}
