/** Figures that a report states in its prose, so that they can be held against its tables. */

import type { Claim, Part } from './claims/claim.ts'
import { type Draft, sumGroup } from './claims/draft.ts'
import { completeness } from './claims/lists.ts'
import { readDrafts } from './claims/read.ts'
import { type Squeezed, sentences, squeeze } from './claims/squeeze.ts'
import type { SectionNumber } from './form.ts'
import type { Place } from './reading.ts'

export type { Claim, Division, Metric, Part } from './claims/claim.ts'
export { comparedWith } from './claims/compared.ts'
export { type MetricEntry, metrics, type Sums } from './claims/metrics.ts'

/** A section's prose, folded to simplified script. Tables in it do no harm: a figure without a unit is none. */
export interface Prose {
  readonly number: SectionNumber
  readonly text: string
  readonly place?: Place
}

/** What is known of the report; each makes scopes surer: figures of other years, of other organs. */
export interface Context {
  readonly year?: number | null
  readonly organ?: string | null
}

interface Source {
  readonly section: Prose
  readonly squeezed: Squeezed
  readonly starts: readonly number[]
}

/** The drafts in their order, each with its id. */
type Order = ReadonlyMap<Draft, { readonly number: number; readonly id: string }>

/** From a span of the squeezed text to one of the source. */
const original = (
  { squeezed: { origin } }: Source,
  start: number,
  end: number,
): readonly [number, number] => [
  origin[start] ?? 0,
  end > start ? (origin[end - 1] ?? 0) + 1 : (origin[start] ?? 0),
]

/** Offsets at which the lines of a text begin. */
const lineStarts = (text: string): readonly number[] => {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return starts
}

/** The place of something `at` an offset of the section: the section's own, moved down by the lines between. */
const placeIn = (place: Place | undefined, starts: readonly number[], at: number): Place | undefined => {
  if (place?.line === undefined) return place
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= at) low = middle
    else high = middle
  }
  return { ...place, line: place.line + low }
}

/** How a part stands to its total. Its list is numbered by the first of its parts. */
const partOf = ({ squeezed: { text } }: Source, draft: Draft, order: Order): Part | undefined => {
  const { list, by } = draft
  const of = list && order.get(list.whole)
  if (!list || !by || of === undefined) return undefined
  const parts = list.parts.filter((other) => sumGroup(other.by) === sumGroup(by))
  const end = parts.at(-1)?.end ?? 0
  return {
    of: of.id,
    list: order.get(parts[0] as Draft)?.number ?? 0,
    by,
    covers: completeness(list, parts, text.slice(end, end + 4)),
  }
}

const claimFrom = (source: Source, draft: Draft, order: Order, sentence: string): Claim => {
  const { label, scope, includes, basis, changeOf } = draft
  const at = original(source, draft.start, draft.end)
  const place = placeIn(source.section.place, source.starts, at[0])
  const part = partOf(source, draft, order)
  const changed = changeOf && order.get(changeOf)?.id
  return {
    id: order.get(draft)?.id ?? '',
    metric: draft.metric,
    value: draft.value,
    ...(draft.approximate && { approximate: true }),
    ...(draft.unit !== '' && { unit: draft.unit }),
    ...(label && { label }),
    ...(scope && { scope }),
    ...(includes && { includes }),
    ...(basis && { basis }),
    ...(part && { part }),
    ...(changed && { changeOf: changed }),
    form: draft.form,
    section: source.section.number,
    sentence,
    at,
    ...(place && { place }),
  }
}

/**
 * The figures that a section states in its prose.
 *
 * Precision comes before recall: a figure whose meaning or scope is not plain is left out or given a `scope`,
 * because a wrong claim would accuse a right report.
 *
 * @returns claims in the order in which they stand; linear in the length of the text.
 */
export const claimsIn = (section: Prose, context: Context = {}): Claim[] => {
  const squeezed = squeeze(section.text)
  const source = { section, squeezed, starts: section.place ? lineStarts(section.text) : [0] }
  const drafts = readDrafts(squeezed.text, {
    year: context.year ?? null,
    organ: context.organ ?? null,
    aboutRequests: section.number === 3 || section.number === 4,
  })
  const order: Order = new Map(
    drafts.map((draft, k) => [draft, { number: k + 1, id: `${section.number}-${k + 1}` }]),
  )
  const spans = sentences(squeezed.text)
  return drafts.map((draft) => {
    const span = spans[draft.sentence - 1]
    const [from, to] = span ? original(source, span.start, span.end) : [0, 0]
    return claimFrom(source, draft, order, section.text.slice(from, to).trim())
  })
}
