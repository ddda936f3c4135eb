/** The catalogue (公开目录) as it is looked through: how many there are under each value, and the day of the newest. */
import type { Day } from '../../law/day.ts'
import type { DocumentFilter, Documents, DocumentTallyKey, OrganId } from '../ports.ts'
import { type Validity, validities } from './validity.ts'

/** What can be counted by a query of its own. */
const tallied = [
  'organ',
  'item',
  'localMatter',
  'theme',
  'genre',
  'field',
  'class',
  'year',
] as const satisfies readonly DocumentTallyKey[]

export type FacetKey = (typeof tallied)[number] | 'validity'

export const facetKeys: readonly FacetKey[] = [...tallied, 'validity']

export interface FacetValue {
  readonly key: string
  readonly count: number
  readonly newest: Day | null
}

export type Facets = Readonly<Record<FacetKey, readonly FacetValue[]>>

/**
 * What would be found under every value, where all else of the filter stays as it is. `among`: the organs that can be
 * chosen from.
 */
export async function facetsOf(
  documents: Documents,
  filter: DocumentFilter,
  among: readonly OrganId[],
  today: Day,
): Promise<Facets> {
  const counted = tallied.map(async (key) => {
    const rows = await documents.tally(without(filter, key, among), [key])
    return [
      key,
      rows.flatMap((row) =>
        row[key] === null ? [] : [{ key: String(row[key]), count: row.count, newest: row.newest }],
      ),
    ] as const
  })
  const binding = (Object.keys(validities) as Validity[]).map(async (is) => {
    const [row] = await documents.tally({ ...filter, validity: { is, on: today } }, [])
    return row === undefined || row.count === 0 ? [] : [{ key: is, count: row.count, newest: row.newest }]
  })
  const [facets, validity] = await Promise.all([Promise.all(counted), Promise.all(binding)])
  return { ...(Object.fromEntries(facets) as unknown as Omit<Facets, 'validity'>), validity: validity.flat() }
}

function without(filter: DocumentFilter, key: DocumentTallyKey, among: readonly OrganId[]): DocumentFilter {
  if (key === 'organ') return { ...filter, organs: among }
  const { [key as keyof DocumentFilter]: _, ...rest } = filter
  return rest as DocumentFilter
}
