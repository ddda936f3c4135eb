/** Lists of parts: where they begin, what belongs to them, whether they claim to be complete. */

import type { Division, Metric, Part } from './claim.ts'
import {
  applicantMetrics,
  type Draft,
  disclosureMetrics,
  disputeTotals,
  isResult,
  outcomeMetrics,
  type PartList,
  requestTotals,
} from './draft.ts'

/** What introduces a list; `covers` is what the words say of its completeness. */
export interface Marker {
  readonly covers: Part['covers']
  readonly bracket: boolean
}

/**
 * The marker in the words between a total and the next figure, or null. 包括 and 分别为 say that nothing else is
 * there; 其中 alone does not.
 */
export const markerIn = (between: string): Marker | null => {
  const open = between.lastIndexOf('(')
  const bracket = open >= 0 && between.indexOf(')', open) < 0
  const among = between.includes('其中')
  const complete = /分别为|分别是|分为|共分|具体为/.test(between)
  const including = /包括|包含|涵盖/.test(between)
  const colon = /:/.test(between)
  if (complete || (including && (!among || colon))) return { covers: 'whole', bracket }
  if (including) return { covers: 'likely', bracket }
  if (among || colon) return { covers: colon ? 'likely' : 'some', bracket }
  if (bracket && open <= 1) return { covers: 'likely', bracket }
  return /涉及/.test(between) ? { covers: 'some', bracket } : null
}

const pieces = new Set(['条', '件', '篇', '份', '则', '条次', '件次', ''])
const cases = new Set(['件', '起', '宗', '例', ''])

/** Whether figures with these units can be added up. */
export const addable = (whole: Draft, unit: string): boolean => {
  if (whole.unit === unit) return true
  const kin = disclosureMetrics.has(whole.metric) ? pieces : cases
  return kin.has(whole.unit) && kin.has(unit)
}

/** Whether a figure may have parts of its own. */
export const divisible = ({ metric }: Draft): boolean =>
  requestTotals.has(metric) ||
  disputeTotals.has(metric) ||
  disclosureMetrics.has(metric) ||
  metric === 'requestsPart' ||
  metric === 'processingFee'

const sameCourt = (whole: Metric, result: Metric): boolean =>
  whole === 'disputes' || result.startsWith(whole.startsWith('litigation') ? 'litigation' : 'reconsideration')

/** By what a figure divides a total, or null where it is no part of it. */
export const division = (whole: Metric, metric: Metric | null): Division | null => {
  if (requestTotals.has(whole) || whole === 'requestsPart') {
    if (metric === null || metric === 'requestsPart') return 'class'
    if (outcomeMetrics.has(metric)) return 'outcome'
    if (applicantMetrics.has(metric)) return 'applicant'
    if (metric === 'carriedOut') return whole === 'handled' ? 'outcome' : null
    return metric === whole ? 'unit' : null
  }
  if (disputeTotals.has(whole)) {
    if (metric === null) return null
    if (isResult(metric)) return sameCourt(whole, metric) ? 'result' : null
    if (whole === 'litigation') return /^litigation(?:Direct|After)$/.test(metric) ? 'class' : null
    return whole === 'disputes' && (metric === 'reconsideration' || metric === 'litigation') ? 'class' : null
  }
  if (disclosureMetrics.has(whole)) return metric === null || disclosureMetrics.has(metric) ? 'class' : null
  if (whole === 'processingFee') return metric === null || metric === 'processingFee' ? 'unit' : null
  return null
}

/** The metric of a part that has no name in the lexicon. */
export const unnamedPart = (whole: Metric): Metric =>
  whole === 'processingFee'
    ? 'processingFeePart'
    : disclosureMetrics.has(whole)
      ? 'proactivePart'
      : 'requestsPart'

const rest = /^(?:其他|其它|其余|剩余)/
const results = 4

/**
 * What a finished list says of the completeness of one group of its parts. A rest (其他类信息 5 条) completes a list
 * of classes, the four results of the form a list of cases; 等 behind it or a rounded figure leaves it open, and
 * so does a list too short to be one.
 */
export const completeness = (
  { whole, covers }: PartList,
  parts: readonly Draft[],
  behind: string,
): Part['covers'] => {
  const last = parts.at(-1)
  if (!last || parts.length < 2 || whole.approximate || parts.some((p) => p.approximate)) return 'some'
  if (behind.startsWith('等')) return 'some'
  if (last.by === 'result') return new Set(parts.map((p) => p.metric)).size === results ? 'whole' : covers
  if (parts.length >= 3 && last.by === 'class' && rest.test(last.label ?? '')) return 'whole'
  return covers === 'likely' && parts.length < 3 ? 'some' : covers
}
