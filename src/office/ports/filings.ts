import type { Day } from '../../law/day.ts'
import type { FindingCounts } from '../reports/annual/events.ts'
import type { AnnualStatus } from '../reports/annual/state.ts'
import type { OrganId } from './events.ts'

/** A version of a report that was made public, and stays so. */
export interface PublishedEdition {
  /** 1 for the first, 2 for its correction … */
  readonly number: number
  /** SHA-256 of the snapshot, hex. */
  readonly snapshot: string
  readonly publishedOn: Day
  /** Why it took the place of the one before. */
  readonly reason: string | null
}

/** What follows from the events of an organ's annual report: a row for each organ and year that has any. */
export interface AnnualFiling {
  readonly organ: OrganId
  /** The year reported on. */
  readonly year: number
  readonly version: number
  readonly status: AnnualStatus
  readonly submittedOn: Day | null
  readonly acceptedOn: Day | null
  readonly publishedOn: Day | null
  /** Of the last submission. */
  readonly snapshot: string | null
  readonly findings: FindingCounts | null
  readonly publications: readonly PublishedEdition[]
}

/** The annual reports of one organ or several. */
export interface AnnualFilings {
  of(organ: OrganId, year: number): Promise<AnnualFiling | null>
  /** Those there are, in no order. */
  ofYear(organs: readonly OrganId[], year: number): Promise<readonly AnnualFiling[]>
  /** Newest year first. */
  ofOrgan(organ: OrganId): Promise<readonly AnnualFiling[]>
  /** The content of snapshots, by hash; of many organs at the cost of one query. Those erased are left out. */
  snapshots(
    wanted: readonly { readonly organ: OrganId; readonly snapshot: string }[],
  ): Promise<ReadonlyMap<string, Uint8Array>>
}
