import type { Moment, OrganId } from './events.ts'

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
  /** The same for many at the cost of one; ids of those that were not put before. */
  putAll(messages: readonly NewMessage[], at: Moment): Promise<readonly string[]>
}

export interface ClaimedMessage extends NewMessage {
  readonly organ: OrganId
  /** How often it has been tried, this time included. */
  readonly attempt: number
}

/** A message that could not be sent: what carries it, and why it did not. */
export interface GivenUp {
  readonly organ: OrganId
  readonly id: string
  readonly topic: string
  readonly at: Moment
  readonly attempts: number
  readonly error: string | null
}

/** The sender's side of the outbox, over all organs. */
export interface Dispatch {
  /**
   * Messages, of one topic where one is named, now this sender's until the moment `until`; afterwards they may be
   * claimed again (at least once).
   */
  claim(now: Moment, until: Moment, limit: number, topic?: string): Promise<readonly ClaimedMessage[]>
  done(organ: OrganId, id: string, at: Moment): Promise<void>
  /** `retryAt` null gives up. The error must not quote the payload. */
  failed(organ: OrganId, id: string, error: string, retryAt: Moment | null): Promise<void>
  /** Messages that were given up, the newest first. */
  givenUp(limit: number): Promise<readonly GivenUp[]>
  /** Puts one that was given up back among those that wait, to be tried afresh; false where it was not given up. */
  again(organ: OrganId, id: string, at: Moment): Promise<boolean>
  counts(): Promise<{ readonly waiting: number; readonly givenUp: number }>
}

/** Why a message did not leave. Neither the payload nor an address is quoted. */
export interface NotCarried {
  readonly failure: string
  /** Whether it may go another time; false where it never will, such as a telephone number that is none. */
  readonly again: boolean
}

/** What takes messages of one topic out of the house: a mail server, an SMS gateway, a web hook. */
export interface Carrier {
  readonly topic: string
  /** Null when it is on its way. */
  carry(message: ClaimedMessage): Promise<null | NotCarried>
}
