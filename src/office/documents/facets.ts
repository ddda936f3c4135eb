/** The catalogue (公开目录) as it is looked through: how many there are under each value, and the day of the newest. */
import type { Day } from '../../law/day.ts'
import type { DocumentTallyKey } from '../ports.ts'

/** The ways to look through; `validity` as of a day. */
export const facetKeys = [
  'organ',
  'item',
  'localMatter',
  'theme',
  'genre',
  'field',
  'class',
  'year',
  'validity',
] as const satisfies readonly (DocumentTallyKey | 'validity')[]

export type FacetKey = (typeof facetKeys)[number]

export interface FacetValue {
  readonly key: string
  readonly count: number
  readonly newest: Day | null
}

export type Facets = Readonly<Record<FacetKey, readonly FacetValue[]>>

export interface Faceted {
  /** What would be found under every value, where all else of the filter stays as it is. */
  readonly facets: Facets
  /** What the whole filter finds. */
  readonly total: number
  readonly newest: Day | null
}
