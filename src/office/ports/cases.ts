import type { ApplicantKind } from '../../law/application.ts'
import type { Day } from '../../law/day.ts'
import type { DispositionKey } from '../../law/dispositions.ts'
import type { Channel } from '../../law/receipt.ts'
import type { DisputeResult, Matter, Variant } from '../requests/events.ts'
import type { ActorId, CaseId, OrganId, StoredEvent } from './events.ts'

/** What follows from the events alone. Every column can be rebuilt; none is the truth. */
export interface CaseFacts {
  readonly number: string | null
  /** Only a request for information is counted in the annual report (条例§41). */
  readonly variant: Variant
  /** Stage of handling, as the office names it. Never 'overdue': that is a question of the day. */
  readonly status: string
  readonly channel: Channel
  readonly applicantKind: ApplicantKind
  /** Id of the applicant in the vault. */
  readonly applicant: string | null
  readonly handler: ActorId | null
  readonly arrivedOn: Day
  /** Null while the receipt is not confirmed (条例§31). */
  readonly receivedOn: Day | null
  readonly disposition: DispositionKey | null
  /** What came in by the wrong door, where it was moved on; never received, it counts on the day it was closed. */
  readonly matter: Matter | null
  readonly answeredOn: Day | null
  /** The day the case ended for the annual report; null while it would be carried over. */
  readonly closedOn: Day | null
  /** Whatever else a list shows. Nothing personal. */
  readonly more: object
}

/** Derived for sorting from the events and a calendar; derived anew when a notice is published. */
export interface CaseDue {
  /** Null while the clock has not begun, is paused or has stopped. */
  readonly due: Day | null
  readonly firm: boolean
  /** Working days that the answer took, as the clock counts them (条例§33); null where there is none. */
  readonly took: number | null
  readonly calendarVersion: string
}

export interface CaseRow extends CaseFacts, CaseDue {
  readonly organ: OrganId
  readonly id: CaseId
  /** Version of the stream that the row stands for. */
  readonly version: number
}

/** Given to the store by the office. Pure: the facts after the event, null while there is no case yet. */
export type ProjectCase = (facts: CaseFacts | null, event: StoredEvent) => CaseFacts | null

/** Given by the office where due days are compared or rebuilt; closes over the calendar in force. */
export type DeriveDue = (events: readonly StoredEvent[]) => CaseDue

export interface Cases {
  get(id: CaseId): Promise<CaseRow | null>
  byNumber(number: string): Promise<CaseRow | null>
  /** Has no effect where another unit appended to the case after it was read here. */
  setDue(id: CaseId, due: CaseDue): Promise<void>
  /** Open cases whose due day comes from another version than the one given, for re-deriving; in order of id. */
  withOtherCalendar(version: string, limit: number): Promise<readonly CaseRow[]>
}

export interface CaseFilter {
  readonly organs: readonly OrganId[]
  /**
   * Test requests of a supervisor (模拟申请) too: for lists that are worked by. Whatever counts or tells figures leaves
   * this out, and with it them.
   */
  readonly tests?: 'too'
  /** Received and not closed at the end of that day: 结转. */
  readonly openAt?: Day
  readonly open?: boolean
  /** In the annual report of some year: a request for information that was received or moved on (条例§41, §50). */
  readonly counted?: true
  /** Cases that a policy of counting leaves out: withdrawn ones, and what was moved on as such a matter. */
  readonly leftOut?: { readonly withdrawn: boolean; readonly matters: readonly Matter[] }
  /** Ended in one of these ways; what was moved on by its matter, whatever it is kept under. */
  readonly outcome?: { readonly dispositions: readonly DispositionKey[]; readonly matters: readonly Matter[] }
  /** Came in for the annual report: received, or moved on, in that time. */
  readonly came?: DayRange
  /** Open, and due then. */
  readonly due?: Partial<DayRange>
  readonly answered?: DayRange
  /** Whether the answer left after the due day. Where the period stood still there was none, and it was not late. */
  readonly late?: boolean
  /** With a dispute filed, or decided with effect, in that time, of those section four of the report counts. */
  readonly disputeFiled?: DayRange
  readonly disputeDecided?: DayRange & { readonly notUpheld?: true }
  readonly status?: readonly string[]
  /** Null: nobody's. */
  readonly handler?: ActorId | null
  readonly ids?: readonly CaseId[]
  /** Part of the number of the case. */
  readonly numbered?: string
  readonly applicant?: string
  /** Several entries of the vault may be one person. */
  readonly applicants?: readonly string[]
  /** With a reconsideration or a suit on file: those whose `more` has `disputes`. */
  readonly disputed?: true
  /** With a note that mentions that person, who has not seen it: those whose `more` has `mentioned`. */
  readonly mentioned?: ActorId
  readonly channel?: readonly Channel[]
  readonly variant?: readonly Variant[]
  readonly applicantKind?: readonly ApplicantKind[]
  readonly disposition?: readonly DispositionKey[]
  readonly received?: DayRange
  readonly closed?: DayRange
  /** In the annual report of that time: come in by its last day, and not closed before its first. */
  readonly reported?: DayRange
}

/** Both ends included. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

/** `after`: `next` of the page before. */
export type PageRequest = { readonly limit: number; readonly after?: string | undefined }

export interface Page<T> {
  readonly rows: readonly T[]
  readonly next: string | null
}

/** What cases can be counted by. */
export interface TallyKeys
  extends Pick<
    CaseRow,
    'organ' | 'status' | 'channel' | 'variant' | 'applicantKind' | 'disposition' | 'matter' | 'closedOn'
  > {
  /** The year in which it came in for the annual report: was received, or moved on. Null before either. */
  readonly receivedIn: number | null
  readonly closedIn: number | null
  /** The day on which it came in. */
  readonly cameOn: Day | null
}

/** What disputes can be counted by: all that section four of the annual report looks at. */
export interface DisputeStanding {
  readonly standing: 'originalOrgan' | 'reviewOrgan'
  readonly dispute: 'reconsideration' | 'litigation'
  /** A suit against what a reconsideration decided. */
  readonly afterReconsideration: boolean
  readonly filedIn: number
  /** Null while no decision has effect. */
  readonly decidedIn: number | null
  readonly result: DisputeResult | null
}

export type DisputeTally = DisputeStanding & { readonly organ: OrganId; readonly count: number }

/** Requests of a report year that are alike in kind and ending, counted by when they came and whether they ended. */
export interface ReportedTally extends Pick<CaseRow, 'organ' | 'applicantKind' | 'matter' | 'disposition'> {
  /** Came before the year and ended in it. */
  readonly keptEnded: number
  /** Came before the year and was open at its end. */
  readonly keptOpen: number
  /** Came in the year and ended in it. */
  readonly newEnded: number
  readonly newOpen: number
}

export type TallyKey = keyof TallyKeys
export type Tally<Key extends TallyKey = never> = Pick<TallyKeys, Key> & { readonly count: number }

/** A filter without the organs. */
export type CaseLook = Omit<CaseFilter, 'organs'>

/** A filter of figures: of no organs, and without test requests. */
export type CountedLook = Omit<CaseLook, 'tests'>

/** How many cases of a group fall under each of the filters. */
export type Counts<Name extends string, Key extends TallyKey> = Pick<TallyKeys, Key> &
  Readonly<Record<Name, number>>

/** Working days within which half of the answers left, and nine in ten; null where there is none. */
export interface Pace {
  readonly median: number | null
  readonly ninetieth: number | null
}

/** Over the cases of one organ or several. Pages go by key, so the last costs what the first does. */
export interface Board {
  /** Newest receipt first; cases not received yet before all others. */
  list(filter: CaseFilter, page: PageRequest): Promise<Page<CaseRow>>
  /**
   * Open cases with a running clock, test requests among them, soonest due first. Overdue on a day: `to` is the day
   * before.
   */
  byDue(organs: readonly OrganId[], range: Partial<DayRange>, page: PageRequest): Promise<Page<CaseRow>>
  countByDue(organs: readonly OrganId[], range: Partial<DayRange>): Promise<number>
  /**
   * How many cases fall under each of the filters, for each combination of the keys of each way of grouping: all in one
   * pass over the cases for which holds what the filters have in common. A group may have none under any of them.
   */
  counts<Name extends string, Ways extends Readonly<Record<string, readonly TallyKey[]>>>(
    organs: readonly OrganId[],
    looks: Readonly<Record<Name, CountedLook>>,
    ways: Ways,
  ): Promise<{ readonly [Way in keyof Ways]: readonly Counts<Name, Ways[Way][number]>[] }>
  /** How long the answers under each of the filters took, by organ and, as `null`, over all; in one pass too. */
  paces<Name extends string>(
    organs: readonly OrganId[],
    looks: Readonly<Record<Name, CountedLook>>,
  ): Promise<ReadonlyMap<OrganId | null, Readonly<Record<Name, Pace>>>>
  /** How many cases fall under the filter, for each combination of the keys. A cell of a report is such a count. */
  tally<Key extends TallyKey>(filter: CaseFilter, by: readonly Key[]): Promise<readonly Tally<Key>[]>
  /** The requests that the report of the year counts, in one pass over the cases of however many organs. */
  tallyReported(organs: readonly OrganId[], year: number): Promise<readonly ReportedTally[]>
  /** How many disputes of each kind were pending or decided in the year; one case may have several. */
  tallyDisputes(organs: readonly OrganId[], year: number): Promise<readonly DisputeTally[]>
}
