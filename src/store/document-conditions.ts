import { sql } from 'kysely'
import type { Day } from '../law/day.ts'
import { documentClasses } from '../office/documents/classes.ts'
import type { DocumentFilter } from '../office/ports.ts'
import type { Condition } from './condition.ts'
import { suspectOn } from './document-suspects.ts'

const binding = Object.entries(documentClasses)
  .filter(([, { binds }]) => binds)
  .map(([key]) => key)

const oneOf = (column: Condition, values: readonly string[] | undefined): Condition | undefined =>
  values && (values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${values}::text[])`)

/** The filter in SQL, over `document as d`; the organs are for the query to say. */
export function conditionsOf(filter: DocumentFilter): readonly Condition[] {
  const { audience, localMatter, year, published, made, validity, reviewBy, title } = filter
  return [
    filter.ids && sql`d.id = any(${filter.ids}::text[])`,
    oneOf(sql`d.stage`, filter.stage),
    oneOf(sql`d.class`, filter.class),
    oneOf(sql`d.attribute`, filter.attribute),
    // Said as it is, not as a parameter: only then is it known that the partial index has it.
    filter.shown?.length === 1 && filter.shown[0] === 'whole'
      ? sql`d.shown = 'whole'`
      : oneOf(sql`d.shown`, filter.shown),
    oneOf(sql`d.item`, filter.item),
    oneOf(sql`d.theme`, filter.theme),
    oneOf(sql`d.genre`, filter.genre),
    oneOf(sql`d.field`, filter.field),
    audience && sql`d.audiences @> array[${audience}]::text[]`,
    localMatter && sql`d.local_matter = ${localMatter}`,
    year && sql`d.sort_on between make_date(${year}::int4, 1, 1) and make_date(${year}::int4, 12, 31)`,
    published && sql`d.sort_on between ${published.from}::date and ${published.to}::date`,
    made && sql`d.made_on between ${made.from}::date and ${made.to}::date`,
    validity && validityIs(validity),
    filter.suspectOn && suspectOn(filter.suspectOn),
    reviewBy && sql`d.review_on <= ${reviewBy}::date`,
    filter.docNos && sql`d.doc_no = any(${filter.docNos}::text[])`,
    filter.indexNo && sql`d.index_no = ${filter.indexNo}`,
    title !== undefined && title !== '' && sql`strpos(d.title, ${title}) > 0`,
  ].filter((condition): condition is Condition => Boolean(condition))
}

/** As `validityOn` of the office has it, which a test compares. */
function validityIs({ is, on }: NonNullable<DocumentFilter['validity']>): Condition {
  const ended = sql`d.ended_on is not null and d.ended_on <= ${on}::date`
  const lapsed = sql`coalesce(d.expires_on < ${on}::date, false)`
  const binds = sql`d.class = any(${binding}::text[])`
  const later = sql`coalesce(d.effective_on > ${on}::date, false)`
  if (is === 'repealed' || is === 'superseded') return sql`${ended} and d.ended_as = ${is}`
  if (is === 'expired')
    return sql`case when ${ended} then d.ended_as = 'expired' else ${binds} and ${lapsed} end`
  const open = sql`${binds} and not (${ended}) and not ${lapsed}`
  return is === 'notYet' ? sql`${open} and ${later}` : sql`${open} and not ${later}`
}

/** The same told of each row. */
export const validityCase = (on: Day): Condition => sql`case
    when d.ended_on is not null and d.ended_on <= ${on}::date and d.ended_as is not null then d.ended_as
    when d.class is null or not d.class = any(${binding}::text[]) then null
    when d.expires_on < ${on}::date then 'expired'
    when d.effective_on > ${on}::date then 'notYet'
    else 'inForce' end`
