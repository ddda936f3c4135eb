/**
 * What the row of a case carries of its state, so that the daily round and the register of disputes open no file:
 * what is waited for, the disputes, and how long the file is kept. By the same `apply` as the full state.
 */
import type { RecordedEvent } from './events.ts'
import { apply } from './fold.ts'
import { type Consultation, emptyRequest, openConsultations, type RequestState } from './state.ts'

/** What is not there is left out, so that a row of which nothing is to be said stays short. */
export type Watched = Partial<
  Pick<
    RequestState,
    'correction' | 'fee' | 'reasons' | 'disputes' | 'archivedOn' | 'archivedFor' | 'mentioned'
  >
> & {
  /** Those without an opinion and without a recorded lapse. */
  readonly consultations?: readonly Consultation[]
}

/** What is to be watched after one more event. A correction or fee that came, and reasons judged, are no longer. */
export function watchedAfter(watched: Watched, event: RecordedEvent): Watched {
  const state = apply({ ...emptyRequest, ...watched }, event)
  const { correction, fee, reasons, disputes, archivedOn, archivedFor, mentioned } = state
  const consultations = openConsultations(state)
  const isJudged = reasons === null || reasons.rejectedOn !== null || reasons.deferredUntil !== null
  return {
    ...(correction !== null && correction.correctedOn === null && { correction }),
    ...(fee !== null && fee.paidOn === null && { fee }),
    ...(!isJudged && { reasons }),
    ...(consultations.length > 0 && { consultations }),
    ...(disputes.length > 0 && { disputes }),
    ...(archivedOn !== null && { archivedOn, archivedFor }),
    ...(mentioned.length > 0 && { mentioned }),
  }
}
