import type { RawBuilder } from 'kysely'

/** A piece of SQL that a filter, a count or an order is made of. */
export type Condition = RawBuilder<unknown>
