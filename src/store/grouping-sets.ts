/** Rows counted by each of several columns in one pass. */
import { type RawBuilder, sql } from 'kysely'

/** The column that a row of `group by grouping sets` counts by, one of the names; null where it counts by none. */
export const nameOfSet = (names: readonly string[]): RawBuilder<string | null> =>
  names.length === 0
    ? sql`null::text`
    : sql`case ${sql.join(
        names.map((name) => sql`when grouping(${sql.id(name)}) = 0 then ${sql.lit(name)}`),
        sql` `,
      )} end`

/** The value that it counts, as text. */
export const valueOfSet = (names: readonly string[]): RawBuilder<string | null> =>
  sql`coalesce(${sql.join([...names.map((name) => sql`${sql.id(name)}::text`), sql`null`])})`
