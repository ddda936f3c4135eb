/**
 * What the office needs from outside, in its own words. Time and ids always come in as arguments, so that a use
 * case can be run again and give the same; foreseeable failures are returned, never thrown.
 *
 * An organ is the wall: a unit of work belongs to one organ and sees nothing of another. Only the queries of
 * supervision (`Board`) look over several organs, and they are given the organs by name.
 */
import type { ApplicantKind } from '../law/application.ts'
import type { Day } from '../law/day.ts'
import type { DispositionKey } from '../law/dispositions.ts'
import type { HolidayNotice, HolidayOverlay } from '../law/holiday-notices.ts'
import type { Channel } from '../law/receipt.ts'

/** An instant as ISO 8601 in UTC with milliseconds: '2026-11-22T04:22:23.123Z'. */
export type Moment = string
export type OrganId = string
export type CaseId = string
/** Who acts: the id of a member of staff, of an applicant, or 'system'. Never a name. */
export type ActorId = string

/** A fact to be recorded. `data` is plain JSON and has nothing personal of an applicant, only ids of the vault. */
export interface NewEvent<Kind extends string = string, Data extends object = object> {
  readonly kind: Kind
  /** The civil day on which it happened in law; `at` of the stored event is when it was written down. */
  readonly on: Day
  readonly data: Data
}

/** Who writes, and when. */
export interface Act {
  readonly actor: ActorId
  readonly at: Moment
}

export interface EventStamp extends Act {
  readonly organ: OrganId
  /** Place in the organ's log: 1, 2, 3 … without gaps. */
  readonly seq: number
  readonly stream: string
  /** Place in its stream: 1, 2, 3 … without gaps. */
  readonly version: number
  /** 'sha256:…' or 'sm3:…' over the hash before it in the organ's log and the event itself. */
  readonly hash: string
}

export type StoredEvent<E extends NewEvent = NewEvent> = E & EventStamp

/** Somebody else wrote to the stream first. Nothing was written; the whole unit of work is rolled back. */
export interface Conflict {
  readonly failure: 'conflict'
  readonly stream: string
  readonly expected: number
  readonly actual: number
}

/**
 * Append-only. A stream is named 'kind/id', such as 'request/01J…'; streams of the kind 'request' are cases, and
 * appending to one brings its row among the cases up to date in the same transaction.
 */
export interface Events {
  /** `expected`: the version last read, 0 for a new stream. */
  append(
    stream: string,
    expected: number,
    events: readonly NewEvent[],
    by: Act,
  ): Promise<readonly StoredEvent[] | Conflict>
  /** The whole stream in order; empty where there is none. */
  load(stream: string): Promise<readonly StoredEvent[]>
  /** The organ's log in order, from behind the place `after`. */
  read(after: number, limit: number): Promise<readonly StoredEvent[]>
}

/** What follows from the events alone. Every column can be rebuilt; none is the truth. */
export interface CaseFacts {
  readonly number: string | null
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
  /** Received and not closed at the end of that day: 结转. */
  readonly openAt?: Day
  readonly open?: boolean
  readonly status?: readonly string[]
  readonly handler?: ActorId
  readonly applicant?: string
  readonly channel?: readonly Channel[]
  readonly applicantKind?: readonly ApplicantKind[]
  readonly disposition?: readonly DispositionKey[]
  readonly received?: DayRange
  readonly closed?: DayRange
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

export type TallyKey = 'organ' | 'status' | 'channel' | 'applicantKind' | 'disposition'
export type Tally = { readonly [K in TallyKey]?: string | null } & { readonly count: number }

/** Over the cases of one organ or several. Pages go by key, so the last costs what the first does. */
export interface Board {
  /** Newest receipt first; cases not received yet before all others. */
  list(filter: CaseFilter, page: PageRequest): Promise<Page<CaseRow>>
  /** Open cases with a running clock, soonest due first. Overdue on a day: `to` is the day before. */
  byDue(organs: readonly OrganId[], range: Partial<DayRange>, page: PageRequest): Promise<Page<CaseRow>>
  countByDue(organs: readonly OrganId[], range: Partial<DayRange>): Promise<number>
  /** How many cases fall under the filter, for each combination of the keys. A cell of a report is such a count. */
  tally(filter: CaseFilter, by: readonly TallyKey[]): Promise<readonly Tally[]>
}

/** Sealed outside the log, so that it can be erased and the chain stays whole. */
export interface VaultEntry {
  readonly id: string
  /** 'applicant', 'content' …: what it is, not whose. */
  readonly kind: string
  readonly data: object
  /** Values by which it is found again, by equality only, such as identity or telephone number. Kept as HMAC. */
  readonly lookup: Readonly<Record<string, string>>
}

export type Erased = { readonly failure: 'erased'; readonly at: Moment }

export interface Vault {
  /** New, or in place of the entry of that id; null when done. An erased entry stays erased. */
  put(entry: VaultEntry, at: Moment): Promise<null | Erased>
  /** Opening is an act of its own: the use case records it as an event. */
  open(id: string): Promise<VaultEntry | Erased | null>
  /** Ids of the entries of that kind having the value, oldest first. */
  find(kind: string, name: string, value: string): Promise<readonly string[]>
  /** Irrevocable. False where there is no such entry or it is erased already. */
  erase(id: string, at: Moment): Promise<boolean>
}

export interface BlobInfo {
  /** SHA-256 of the content, hex: its name everywhere. */
  readonly hash: string
  readonly size: number
  /** Media type found by looking into it, not the one claimed. */
  readonly type: string
}

/** Attachments by content. Kept sealed, since an applicant's papers are personal data. */
export interface Blobs {
  put(content: Uint8Array, type: string, at: Moment): Promise<BlobInfo>
  info(hash: string): Promise<BlobInfo | Erased | null>
  open(hash: string): Promise<Uint8Array | Erased | null>
  erase(hash: string, at: Moment): Promise<boolean>
}

/** One series per organ, kind of letter (or of case) and year. */
export interface NumberSeries {
  readonly kind: string
  readonly year: number
}

export interface IssuedNumber extends NumberSeries {
  readonly number: number
  /** The stream it was issued to. */
  readonly stream: string
  readonly at: Moment
  readonly voided: { readonly at: Moment; readonly reason: string } | null
}

/** No gap and no double: a number is spent only if the unit of work that asked for it is committed. */
export interface Numbers {
  next(series: NumberSeries, stream: string, at: Moment): Promise<number>
  /** A spoilt number stays on record and is not used again. False where it was not issued or is void already. */
  voided(series: NumberSeries, number: number, reason: string, at: Moment): Promise<boolean>
  /** The whole series in order, void numbers among them. */
  list(series: NumberSeries): Promise<readonly IssuedNumber[]>
}

export interface NewMessage {
  readonly id: string
  /** What carries it: 'mail', 'sms', 'webhook'. */
  readonly topic: string
  /** Kept sealed, and dropped once sent. */
  readonly payload: object
  /** Not to be sent before. */
  readonly notBefore: Moment
}

/** Messages are put in the transaction that causes them and sent after it. */
export interface Outbox {
  /** False where a message of that id was put before: a reminder named after its day goes out once. */
  put(message: NewMessage, at: Moment): Promise<boolean>
}

export interface ClaimedMessage extends NewMessage {
  readonly organ: OrganId
  /** How often it has been tried, this time included. */
  readonly attempt: number
}

/** The sender's side of the outbox, over all organs. */
export interface Dispatch {
  /** Messages now this sender's until the moment `until`; afterwards they may be claimed again (at least once). */
  claim(now: Moment, until: Moment, limit: number): Promise<readonly ClaimedMessage[]>
  done(organ: OrganId, id: string, at: Moment): Promise<void>
  /** `retryAt` null gives up. The error must not quote the payload. */
  failed(organ: OrganId, id: string, error: string, retryAt: Moment | null): Promise<void>
  counts(): Promise<{ readonly waiting: number; readonly givenUp: number }>
}

export interface Settings {
  get<T = unknown>(key: string): Promise<T | null>
  set(key: string, value: unknown, by: Act): Promise<void>
  all(): Promise<Readonly<Record<string, unknown>>>
}

export type KeyState =
  | { readonly kind: 'fresh' | 'differs' }
  | { readonly kind: 'done'; readonly answer: unknown }

/** Repeated API calls under one idempotency key. */
export interface Keys {
  /**
   * `fresh`: go on, then `finish` in the same unit. `done`: the first call's answer. `differs`: the key was used
   * for another call. A second call that comes while the first runs waits for it.
   */
  begin(key: string, fingerprint: string, at: Moment): Promise<KeyState>
  /** The answer is kept as it is: nothing personal. */
  finish(key: string, answer: unknown): Promise<void>
  forgetBefore(at: Moment): Promise<number>
}

export interface OrganRow {
  readonly id: OrganId
  /** Stable code, by which lists are imported and exported again. */
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly level: string
  readonly parent: OrganId | null
  /** 机关代字, contacts, reviewing organ and court … */
  readonly details: object
}

export interface Organs {
  get(id: OrganId): Promise<OrganRow | null>
  byCode(code: string): Promise<OrganRow | null>
  /** New, or in place of the organ of that id; null when done. `circle`: it would be its own superior. */
  put(organ: OrganRow): Promise<null | { readonly failure: 'codeTaken' | 'circle' }>
  /** The organ itself and all below it, superiors before subordinates, else by code. */
  withSubordinates(id: OrganId): Promise<readonly OrganRow[]>
  all(): Promise<readonly OrganRow[]>
}

/** A paper that makes days free or worked, entered by an administrator. */
export type CalendarPaper =
  | { readonly scope: 'national'; readonly paper: HolidayNotice }
  /** For the organ and all below it. */
  | { readonly scope: OrganId; readonly paper: HolidayOverlay }

export interface CalendarPapers {
  /** In the order of publication, which is the order they are to be applied in. */
  list(): Promise<readonly CalendarPaper[]>
  /** False where a paper of that scope and number is there already. */
  publish(paper: CalendarPaper, by: Act): Promise<boolean>
}

/** What belongs to no single organ. */
export interface Shared {
  readonly board: Board
  readonly organs: Organs
  readonly calendar: CalendarPapers
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
}
