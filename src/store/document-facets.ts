/** Documents counted under every value of every facet, in one look over them. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Day } from '../law/day.ts'
import { type Faceted, type FacetKey, type FacetValue, facetKeys } from '../office/documents/facets.ts'
import { validities } from '../office/documents/validity.ts'
import type { DocumentFilter, OrganId } from '../office/ports.ts'
import { all, expressionOf } from './document-columns.ts'
import { conditionsOf, validityCase } from './document-conditions.ts'
import { unpublished } from './document-rows.ts'
import { nameOfSet, valueOfSet } from './grouping-sets.ts'
import type { Schema } from './schema.ts'

type Condition = RawBuilder<unknown>

const ofColumns = facetKeys.filter((key) => key !== 'validity')

/**
 * A facet is counted without what is chosen of itself. So a document that misses one of the choices counts for that
 * facet alone, one that misses none for all, and one that misses two for nothing. Documents that are alike are added
 * up first: there are few kinds of them, and each is then looked at once for every facet.
 */
export async function facetsIn(
  db: Kysely<Schema>,
  filter: DocumentFilter,
  among: readonly OrganId[],
  on: Day,
): Promise<Faceted> {
  const { organs, item, localMatter, theme, genre, field, class: of, year, validity, ...rest } = filter
  const chosen: Partial<Record<FacetKey, Partial<DocumentFilter>>> = {
    ...(item && { item: { item } }),
    ...(localMatter && { localMatter: { localMatter } }),
    ...(theme && { theme: { theme } }),
    ...(genre && { genre: { genre } }),
    ...(field && { field: { field } }),
    ...(of && { class: { class: of } }),
    ...(year && { year: { year } }),
    ...(validity && { validity: { validity } }),
  }
  const holds: readonly (readonly [string, Condition])[] = [
    ...(organs === among ? [] : [['organ', sql`d.organ = any(${organs}::text[])`] as const]),
    ...Object.entries(chosen).map(([key, one]) => [key, all(conditionsOf({ organs, ...one }))] as const),
  ]
  const missed = sql`array_remove(array[${sql.join([
    sql`null`,
    ...holds.map(([key, condition]) => sql`case when (${condition}) is not true then ${sql.lit(key)} end`),
  ])}]::text[], null)`
  const names = sql.join(facetKeys.map((key) => sql.id(key)))
  const { rows } = await sql<FacetValue & { readonly name: FacetKey | null }>`
    with seen as (
      select ${sql.join(ofColumns.map((key) => sql`${expressionOf[key]} as ${sql.id(key)}`))},
        ${validityCase(on)} as validity, ${missed} as missed, d.sort_on
      from document as d
      where d.organ = any(${among}::text[]) and ${all(conditionsOf({ organs, ...rest }))}
    ),
    alike as (
      select ${names}, missed[1] as missed, count(*) as count,
        max(sort_on) filter (where sort_on < ${unpublished}::date) as newest
      from seen where cardinality(missed) <= 1 group by ${names}, missed[1]
    )
    select f.name, f.key, sum(f.count)::int8 as count, max(f.newest) as newest
    from (
      select ${nameOfSet(facetKeys)} as name, ${valueOfSet(facetKeys)} as key,
        missed, sum(count) as count, max(newest) as newest
      from alike
      group by grouping sets (${sql.join(facetKeys.map((key) => sql`(${sql.id(key)}, missed)`))}, (missed))
    ) as f
    where (f.name is null) = (f.key is null) and (f.missed is null or f.missed = f.name)
    group by f.name, f.key order by f.name, f.key collate "C"`.execute(db)
  const whole = rows.find(({ name }) => name === null)
  const facets = facetKeys.map((name) => {
    const values = rows.flatMap(({ name: of, ...value }) => (of === name ? [value] : []))
    return [name, name === 'validity' ? inOrder(values) : values] as const
  })
  return {
    facets: Object.fromEntries(facets) as unknown as Faceted['facets'],
    total: whole?.count ?? 0,
    newest: whole?.newest ?? null,
  }
}

const inOrder = (values: readonly FacetValue[]): readonly FacetValue[] =>
  Object.keys(validities).flatMap((is) => values.filter(({ key }) => key === is))
