import type { Board, Cases } from './cases.ts'
import type { Documents } from './documents.ts'
import type { Events, Logs, OrganId } from './events.ts'
import type { ExaminedReports } from './examined.ts'
import type { AnnualFilings } from './filings.ts'
import type { OutsideLinks } from './links.ts'
import type { Numbers } from './numbers.ts'
import type { CalendarPapers, Organs } from './organs.ts'
import type { Dispatch, Outbox } from './outbox.ts'
import type { AssessmentRecords, DisclosureRecords, SupervisionRecords } from './records.ts'
import type { Blobs, Vault } from './sealed.ts'
import type { Search, SearchRegister } from './search.ts'
import type { Keys, Settings } from './settings.ts'
import type { Staff, StaffRegister } from './staff.ts'
import type { Views } from './views.ts'
import type { Visits } from './visits.ts'

/** What belongs to no single organ. */
export interface Shared {
  readonly board: Board
  readonly organs: Organs
  readonly calendar: CalendarPapers
  readonly staff: Staff
  readonly search: Search
  readonly examined: ExaminedReports
  readonly filings: AnnualFilings
  readonly documents: Documents
  readonly records: DisclosureRecords
  readonly supervision: SupervisionRecords
  readonly assessments: AssessmentRecords
}

/** One organ's ports within one transaction, and the shared ones: all of it is kept or none. */
export interface Unit extends Shared {
  readonly organ: OrganId
  readonly events: Events
  readonly cases: Cases
  readonly vault: Vault
  readonly blobs: Blobs
  readonly numbers: Numbers
  readonly outbox: Outbox
  readonly settings: Settings
  readonly keys: Keys
  readonly views: Views
  readonly staff: StaffRegister
  readonly search: SearchRegister
  /**
   * Work at another organ within the same transaction, for the little that concerns two of them, such as a move of staff:
   * all of both is kept or none. What the work abandons, this unit abandons.
   */
  within<T>(other: OrganId, work: (unit: Unit) => Promise<T>): Promise<T>
  /** Nothing done in this unit will be kept; what `work` returns is still returned. For refusals found late. */
  abandon(): void
}

export interface Office extends Shared {
  /**
   * A conflict in the work, `abandon` or an exception rolls everything back; the returned value comes through.
   * The work touches nothing outside the unit (the store refuses it) and may be run again.
   */
  inTransaction<T>(organ: OrganId, work: (unit: Unit) => Promise<T>): Promise<T>
  readonly dispatch: Dispatch
  readonly logs: Logs
  readonly visits: Visits
  readonly links: OutsideLinks
}
