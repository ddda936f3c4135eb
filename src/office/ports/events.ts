import type { Day } from '../../law/day.ts'

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

/** Which events of a log are wanted; what is not named does not matter. */
export interface LogFilter {
  /** Recorded at or after. */
  readonly from?: Moment | undefined
  /** Recorded before. */
  readonly to?: Moment | undefined
  readonly actor?: ActorId | undefined
  readonly kinds?: readonly string[] | undefined
  readonly stream?: string | undefined
}

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
  /** Those of the organ's log under the filter, the newest first, from before the place `before`. */
  find(filter: LogFilter, before: number | null, limit: number): Promise<readonly StoredEvent[]>
}

/** The logs of several organs, for whoever counts over them: they are given by name. */
export interface Logs {
  /** The stream of that name of each of the organs, in order; empty where an organ has none. */
  load(organs: readonly OrganId[], stream: string): Promise<ReadonlyMap<OrganId, readonly StoredEvent[]>>
  /** The newest of those kinds, at most `each` of each of the organs, the newest first. */
  newest(organs: readonly OrganId[], kinds: readonly string[], each: number): Promise<readonly StoredEvent[]>
}
