import type { Day } from './day.ts'

/**
 * Whose opinion is asked: a third party's (条例§32), that of an agency which made the information too (条例§34), or
 * that of another one which the information concerns (条例§11¶1).
 */
export type ConsultedParty = 'thirdParty' | 'agency' | 'otherAgency'

/** The events of a request that move its clock. Other events of a case have no place in this list. */
export type ClockEvent =
  | { readonly kind: 'received'; readonly on: Day }
  /** `by`: the last day of the period given for the correction, where one was given. */
  | { readonly kind: 'correctionAsked'; readonly on: Day; readonly by?: Day }
  | { readonly kind: 'corrected'; readonly on: Day }
  /**
   * `receivedOn`: the day the letter reached the party, from which its 15 working days run. `by`: the last day named
   * to a party for which the law has no period; where none was named, no time is left out.
   */
  | {
      readonly kind: 'consultationSent'
      readonly on: Day
      readonly id: string
      readonly party: ConsultedParty
      readonly receivedOn?: Day
      readonly by?: Day
    }
  | { readonly kind: 'consultationReturned'; readonly on: Day; readonly id: string }
  /** Somebody noticed that no opinion came. What counts is the last day of the consultation, not this one. */
  | { readonly kind: 'consultationLapsed'; readonly on: Day; readonly id: string }
  /**
   * `on`: the day the notice was sent, which the law wants within the handling period (办法§6): from then on the
   * period waits for the payment, however long the notice is under way. `receivedOn`: the day it reached the
   * applicant, from which the 20 working days for the payment run.
   */
  | { readonly kind: 'feeAsked'; readonly on: Day; readonly receivedOn?: Day }
  | { readonly kind: 'feePaid'; readonly on: Day }
  /** `days`: working days. */
  | { readonly kind: 'extended'; readonly on: Day; readonly days: number }
  /** 条例§35: reasons accepted, a reasonable later day fixed and told. */
  | { readonly kind: 'deferred'; readonly on: Day; readonly until: Day }
  | { readonly kind: 'answered'; readonly on: Day }
  | { readonly kind: 'withdrawn'; readonly on: Day }

export type ClockEventKind = ClockEvent['kind']

/** Points on which the law is silent or our reading of it is not confirmed. */
export interface ClockPolicy {
  /**
   * The law leaves out "the time needed" for a consultation (条例§33¶3) without saying where it begins:
   * with the day after sending, or with the day after the letter arrived (gives earlier due days).
   */
  readonly consultationExcludedFrom: 'sent' | 'received'
  /** Whether payment starts the 20 working days afresh (our reading of 办法§6) or only ends a pause. */
  readonly afterPayment: 'afresh' | 'resume'
}

export const defaultClockPolicy: ClockPolicy = { consultationExcludedFrom: 'sent', afterPayment: 'afresh' }
