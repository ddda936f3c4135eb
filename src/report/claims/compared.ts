/** The cells that one claim is to be held against. */

import type { EditionId } from '../form.ts'
import type { Claim, Metric } from './claim.ts'
import { applicantMetrics, isResult } from './draft.ts'
import { type MetricEntry, metrics, type Sums } from './metrics.ts'

const table2: ReadonlySet<Metric> = new Set([
  'normativeIssued',
  'normativeRepealed',
  'normativeInForce',
  'normativeDisclosed',
  'rulesIssued',
  'rulesRepealed',
  'rulesInForce',
  'penalties',
  'licences',
  'coercions',
])

const onRow = (cells: readonly string[], row: string) =>
  cells.map((key) => key.replace('requests/received@', `requests/${row}@`))

/** The rows of section 三 whose division by applicant a text may mean. */
const bases = {
  received: ['received'],
  handled: ['received', 'carriedIn'],
  answered: ['outcome.total'],
} as const

/**
 * The sums of cells a claim is to be held against in an edition; none where it has no counterpart in the tables
 * or speaks of another scope. It agrees where it equals any of them.
 */
export const comparedWith = (claim: Claim, edition: EditionId): Sums => {
  const entry: MetricEntry = metrics[claim.metric]
  const sums: Sums = entry.against?.[edition] ?? []
  if (claim.scope !== undefined || sums.length === 0) return []
  // A loose word (撤诉) names one kind of case within a result, a part of what was published one class of it.
  if (claim.label !== undefined && isResult(claim.metric)) return []
  if (claim.part && table2.has(claim.metric)) return []
  if (claim.metric === 'received' && claim.includes) return metrics.handled.against[edition]
  if (!applicantMetrics.has(claim.metric)) return sums
  const wanted = claim.basis === undefined ? Object.values(bases) : [bases[claim.basis]]
  return wanted.map((rows) => rows.flatMap((row) => sums.flatMap((cells) => onRow(cells, row))))
}
