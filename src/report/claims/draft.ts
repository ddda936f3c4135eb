/** A claim in the making: its total and its list are not final before the text has been read to the end. */

import type { Division, Metric, Part } from './claim.ts'

export interface Draft {
  metric: Metric
  readonly value: number
  readonly approximate: boolean
  readonly unit: string
  readonly form: 'stated' | 'worded'
  /** In the squeezed text. */
  readonly start: number
  readonly end: number
  /** Number of its sentence. */
  readonly sentence: number
  label?: string
  scope?: string
  includes?: 'carriedIn'
  basis?: 'received' | 'handled' | 'answered'
  changeOf?: Draft
  list?: PartList
  by?: Division
}

/** A list of parts under a total. */
export interface PartList {
  readonly whole: Draft
  readonly parts: Draft[]
  /** Opened by a bracket, and closed with it. */
  readonly bracket: boolean
  /** How the text introduces the parts. */
  readonly covers: Part['covers']
  /** The text does not introduce it; only parts by channel are then taken for parts. */
  readonly implicit: boolean
}

/** Parts that are added up together: what divides by applicant is not added to what divides by outcome. */
export const sumGroup = (by: Division | undefined): string =>
  by === 'applicant' || by === 'outcome' || by === 'result' ? by : 'class'

export const requestTotals: ReadonlySet<Metric> = new Set([
  'received',
  'handled',
  'processed',
  'answered',
  'carriedIn',
  'carriedOut',
  'processingFeeCases',
])

export const outcomeMetrics: ReadonlySet<Metric> = new Set([
  'granted',
  'partial',
  'grantedOrPartial',
  'denied',
  'unavailable',
  'declined',
  'otherOutcome',
])

export const applicantMetrics: ReadonlySet<Metric> = new Set([
  'fromNatural',
  'fromLegal',
  'fromBusiness',
  'fromResearch',
  'fromWelfare',
  'fromLawService',
  'fromOtherLegal',
])

export const disputeTotals: ReadonlySet<Metric> = new Set([
  'reconsideration',
  'litigation',
  'litigationDirect',
  'litigationAfter',
  'disputes',
])

/** What may be a class of the information published. */
export const disclosureMetrics: ReadonlySet<Metric> = new Set([
  'proactive',
  'proactivePart',
  'interpretations',
  'policyDocuments',
  'meetings',
  'proposals',
  'consultations',
  'normativeIssued',
  'normativeDisclosed',
  'normativeInForce',
  'rulesIssued',
  'rulesInForce',
  'penalties',
  'licences',
  'gazettes',
])

export const isResult = (metric: Metric): boolean =>
  /^(?:reconsideration|litigation)(?:Upheld|Corrected|Other|Pending)$/.test(metric)

/** Families within which a scope is carried on from one figure to the next. */
export const family = (metric: Metric): string =>
  requestTotals.has(metric) ||
  outcomeMetrics.has(metric) ||
  applicantMetrics.has(metric) ||
  metric === 'requestsPart'
    ? 'requests'
    : disputeTotals.has(metric) || isResult(metric)
      ? 'disputes'
      : disclosureMetrics.has(metric)
        ? 'disclosure'
        : metric
