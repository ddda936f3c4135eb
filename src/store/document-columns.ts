/** What documents are counted by, over `document as d`. */
import { sql } from 'kysely'
import type { DocumentTallyKey } from '../office/ports.ts'
import type { Condition } from './condition.ts'
import { unpublished } from './document-rows.ts'

export const expressionOf: Readonly<Record<DocumentTallyKey, Condition>> = {
  organ: sql`d.organ`,
  stage: sql`d.stage`,
  class: sql`d.class`,
  attribute: sql`d.attribute`,
  item: sql`d.item`,
  localMatter: sql`d.local_matter`,
  theme: sql`d.theme`,
  genre: sql`d.genre`,
  field: sql`d.field`,
  year: sql`extract(year from d.published_on)::int4`,
}

/** `sort_on` is the day of publication where there is one, and lies in every index of the lists. */
export const figures: readonly Condition[] = [
  sql`count(*) as count`,
  sql`max(d.sort_on) filter (where d.sort_on < ${unpublished}::date) as newest`,
]

/** Each of them; true where there is none. */
export const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
