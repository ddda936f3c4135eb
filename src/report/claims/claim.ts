/** What a figure stated in prose is: plain data, so that a rule can hold it against the tables. */

import type { SectionNumber } from '../form.ts'
import type { Place } from '../reading.ts'

/**
 * What a stated figure counts. Those ending in `Part` are named by their label only (a channel, a class, a
 * unit): they are held against their whole, never against a table. `…Change` is against the year before.
 */
export type Metric =
  /** 新收、收到、受理 */
  | 'received'
  /** 上年结转 */
  | 'carriedIn'
  /** 收办: new and carried in together */
  | 'handled'
  /** 办理, which reports use for what came in as well as for what was concluded */
  | 'processed'
  /** 结转下年度 */
  | 'carriedOut'
  /** 答复、办结 */
  | 'answered'
  | 'granted'
  | 'partial'
  /** 予以公开及部分公开, one figure for both */
  | 'grantedOrPartial'
  | 'denied'
  | 'unavailable'
  | 'declined'
  | 'otherOutcome'
  | 'fromNatural'
  /** 法人或其他组织, all five kinds together */
  | 'fromLegal'
  | 'fromBusiness'
  | 'fromResearch'
  | 'fromWelfare'
  | 'fromLawService'
  | 'fromOtherLegal'
  /** Part of the requests by channel, unit or subject: 网络申请 3 件 */
  | 'requestsPart'
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
  /** 未经复议直接起诉 */
  | 'litigationDirect'
  /** 复议后起诉 */
  | 'litigationAfter'
  /** 行政复议、行政诉讼, one figure for both */
  | 'disputes'
  /** 主动公开政府信息; with a label where the text names the channel */
  | 'proactive'
  | 'proactivePart'
  | 'normativeIssued'
  | 'normativeRepealed'
  | 'normativeInForce'
  | 'normativeDisclosed'
  | 'rulesIssued'
  | 'rulesRepealed'
  | 'rulesInForce'
  | 'penalties'
  | 'licences'
  | 'coercions'
  | 'interpretations'
  | 'policyDocuments'
  | 'meetings'
  | 'proposals'
  | 'consultations'
  | 'gazettes'
  | 'pressConferences'
  | 'responses'
  | 'trainees'
  | 'mediaAccounts'
  | 'receivedChange'
  | 'proactiveChange'
  /** 信息处理费, in yuan */
  | 'processingFee'
  /** Requests for which a fee was taken */
  | 'processingFeeCases'
  | 'processingFeePart'

/** By what a total is divided. Parts divided differently must not be added up together. */
export type Division = 'channel' | 'applicant' | 'outcome' | 'result' | 'unit' | 'class'

/** How a list of parts stands to its total. */
export interface Part {
  /** `id` of the claim that is the total. */
  readonly of: string
  /** Parts with the same `of` and the same `list` are of one list and are added up together. */
  readonly list: number
  readonly by: Division
  /**
   * `whole`: the text says that the parts are everything (包括、分别为、a rest named 其他): they must add up to the
   * total. `likely`: a colon list under 其中 that reads as complete. `some`: no more than the total.
   */
  readonly covers: 'whole' | 'likely' | 'some'
}

export interface Claim {
  /** Unique within the report: `section-ordinal`. */
  readonly id: string
  readonly metric: Metric
  /** Money in yuan, percentages as printed (−77.8), all else a count. */
  readonly value: number
  /** True where the text itself says it is rounded: 1.8万余条, 100余人. */
  readonly approximate?: boolean
  /** 件, 条, 元, % as printed; absent where no figure is printed (未发生行政复议). */
  readonly unit?: string
  /** What a part is a part of: channel or class, in the report's own words. */
  readonly label?: string
  /**
   * A scope that differs from the report's own, in words: 备案, 代表政府受理, 2023年, 上年, 上半年, 历年.
   * A claim that has one is not held against the tables.
   */
  readonly scope?: string
  /** The text says that the figure includes what was carried in: 收到申请 36 件（含上年结转 2 件）. */
  readonly includes?: 'carriedIn'
  /** For applicants: of which figure they are the division. Absent where the text does not tell. */
  readonly basis?: 'received' | 'handled' | 'answered'
  readonly part?: Part
  /** For a change: `id` of the claim that changed, where it is known. */
  readonly changeOf?: string
  /** `stated`: printed as a figure. `worded`: said in words only (未发生; 均予以公开). */
  readonly form: 'stated' | 'worded'
  readonly section: SectionNumber
  /** The sentence as it stands in the section's text, line breaks included. */
  readonly sentence: string
  /** Where the figure (or the words) stands in the section's text: [start, end). */
  readonly at: readonly [number, number]
  readonly place?: Place
}
