/** Figures that a report states in its prose. Placeholder types until the reader of prose is written. */

import type { SectionNumber } from './form.ts'
import type { Place } from './reading.ts'

export type Metric =
  | 'received'
  | 'carriedIn'
  | 'carriedOut'
  | 'answered'
  | 'granted'
  | 'partial'
  | 'grantedOrPartial'
  | 'denied'
  | 'unavailable'
  | 'declined'
  | 'otherOutcome'
  | 'fromNatural'
  | 'fromLegal'
  | 'reconsideration'
  | 'reconsiderationUpheld'
  | 'reconsiderationCorrected'
  | 'reconsiderationOther'
  | 'reconsiderationPending'
  | 'litigation'
  | 'litigationUpheld'
  | 'litigationCorrected'
  | 'litigationOther'
  | 'litigationPending'
  | 'proactive'
  | 'proactivePart'
  | 'normativeIssued'
  | 'normativeRepealed'
  | 'normativeInForce'
  | 'receivedChange'
  | 'processingFee'

export interface Claim {
  readonly metric: Metric
  readonly value: number
  /** True where the text itself says it is rounded: 1.8万余条, 100余人. */
  readonly approximate?: boolean
  readonly unit?: string
  /** What a part is a part of: channel or class, in the report's own words. */
  readonly label?: string
  /** A scope that differs from the report's own: 备案, 办公室代政府受理. Not held against the tables. */
  readonly scope?: string
  readonly section: SectionNumber
  readonly sentence: string
  readonly place?: Place
}
