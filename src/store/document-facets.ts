/** Documents counted under every value of every facet. */
import { type Kysely, sql } from 'kysely'
import type { Day } from '../law/day.ts'
import { type Faceted, type FacetKey, type FacetValue, facetKeys } from '../office/documents/facets.ts'
import { validities } from '../office/documents/validity.ts'
import type { DocumentFilter, OrganId } from '../office/ports.ts'
import { all, expressionOf, figures } from './document-columns.ts'
import { conditionsOf, validityCase } from './document-conditions.ts'
import { nameOfSet, valueOfSet } from './grouping-sets.ts'
import type { Schema } from './schema.ts'

/**
 * A facet is counted without what is chosen of itself: those of which nothing is chosen all in one look over what the
 * filter finds, each other one by a look of its own.
 */
export async function facetsIn(
  db: Kysely<Schema>,
  filter: DocumentFilter,
  among: readonly OrganId[],
  on: Day,
): Promise<Faceted> {
  const isChosen = (key: FacetKey) =>
    key === 'organ' ? among.some((organ) => !filter.organs.includes(organ)) : filter[key] !== undefined
  const looks = [
    counted(
      db,
      filter,
      facetKeys.filter((key) => !isChosen(key)),
      on,
    ),
    ...facetKeys.filter(isChosen).map((key) => counted(db, without(filter, key, among), [key], on)),
  ]
  const [found, ...others] = await Promise.all(looks)
  const rows = [...found!, ...others.flatMap((look) => look.filter(({ name }) => name !== null))]
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

function without(filter: DocumentFilter, key: FacetKey, among: readonly OrganId[]): DocumentFilter {
  if (key === 'organ') return { ...filter, organs: among }
  const { [key]: _, ...rest } = filter
  return rest
}

/** How many there are under each value of those facets, and of all: with neither name nor key. */
async function counted(db: Kysely<Schema>, filter: DocumentFilter, keys: readonly FacetKey[], on: Day) {
  const columns = keys.map((key) =>
    key === 'validity' ? sql`${validityCase(on)} as validity` : sql`${expressionOf[key]} as ${sql.id(key)}`,
  )
  const { rows } = await sql<FacetValue & { readonly name: FacetKey | null }>`
    select f.name, f.key, f.count, f.newest
    from (
      select ${nameOfSet(keys)} as name, ${valueOfSet(keys)} as key, ${sql.join(figures)}
      from (
        select ${sql.join([...columns, sql`d.sort_on`])} from document as d
        where d.organ = any(${filter.organs}::text[]) and ${all(conditionsOf(filter))}
      ) as d
      group by grouping sets (${sql.join([...keys.map((key) => sql`(${sql.id(key)})`), sql`()`])})
    ) as f
    where (f.name is null) = (f.key is null) order by f.name, f.key collate "C"`.execute(db)
  return rows
}

const inOrder = (values: readonly FacetValue[]): readonly FacetValue[] =>
  Object.keys(validities).flatMap((is) => values.filter(({ key }) => key === is))
