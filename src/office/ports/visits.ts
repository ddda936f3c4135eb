import type { Day } from '../../law/day.ts'
import type { DocumentClass } from '../documents/classes.ts'
import type { OrganId } from './events.ts'

/** How often a document was opened. */
export interface DocumentVisits {
  readonly organ: OrganId
  readonly document: string
  readonly count: number
}

/** How often the documents of a class were opened. */
export interface ClassVisits {
  readonly organ: OrganId
  readonly class: DocumentClass
  readonly count: number
}

/**
 * How often what is public was opened, by month; nothing of who opened it. Counted as well as it goes, outside the log:
 * what a server had not written when it was cut off is not in it.
 */
export interface Visits {
  /** Counting begins for every organ that was not counted before. */
  begin(on: Day): Promise<void>
  /** Since when an organ's documents are counted; null where they are not. */
  begunOn(organ: OrganId): Promise<Day | null>
  /** Adds to the counts of the month in which the day lies. */
  add(visits: readonly DocumentVisits[], on: Day): Promise<void>
  /** Visits since the first day of a month; what nobody opened is not among them. */
  of(organs: readonly OrganId[], ids: readonly string[], since: Day): Promise<ReadonlyMap<string, number>>
  /** The same over all documents of each class. */
  byClass(organs: readonly OrganId[], since: Day): Promise<readonly ClassVisits[]>
}
