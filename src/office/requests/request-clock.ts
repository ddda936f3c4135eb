/** A request and the clock of the law: which events move it, and what it shows. */
import type { Calendar } from '../../law/calendar.ts'
import { type Clock, type ClockEvent, type ClockPolicy, clock } from '../../law/clock.ts'
import type { Day } from '../../law/day.ts'
import type { RecordedEvent, Variant } from './events.ts'
import { parties } from './parties.ts'
import type { Progress } from './progress.ts'
import type { RequestState } from './state.ts'

export interface ClockContext {
  /** The correction of a record has no period in the law (条例§41), so no clock runs for it. */
  readonly variant: Variant | null
  /** The progress after the event. */
  readonly progress: Progress
}

/** The events of the clock after one more event of the request; the same list where it does not move. */
export function clockAfter(
  events: readonly ClockEvent[],
  event: RecordedEvent,
  { variant, progress }: ClockContext,
): readonly ClockEvent[] {
  if (variant === 'recordCorrection') return events
  const { on } = event
  switch (event.kind) {
    case 'received':
    case 'corrected':
    case 'feePaid':
      return [...events, { kind: event.kind, on }]
    // What was never received has no period that could end.
    case 'withdrawn':
      return progress.receivedOn === null ? events : [...events, { kind: 'withdrawn', on }]
    case 'entryVoided':
      return []
    case 'correctionAsked':
      return [...events, { kind: 'correctionAsked', on, by: event.data.by }]
    case 'consultationSent': {
      const { id, by } = event.data
      const party = parties[event.data.party].clock
      if (party === null) return events
      return [...events, { kind: 'consultationSent', on, id, party, ...(by !== null && { by }) }]
    }
    case 'consultationReached':
      return events.map((each) =>
        each.kind === 'consultationSent' && each.id === event.data.id ? { ...each, receivedOn: on } : each,
      )
    case 'consultationReturned':
    case 'consultationLapsed': {
      const { id } = event.data
      const watched = events.some((each) => each.kind === 'consultationSent' && each.id === id)
      return watched ? [...events, { kind: event.kind, on, id }] : events
    }
    case 'extended':
      return [...events, { kind: 'extended', on, days: event.data.days }]
    case 'deferred':
      return [...events, { kind: 'deferred', on, until: event.data.until }]
    case 'feeAsked':
      return [...events, { kind: 'feeAsked', on }]
    // One notice for a request (办法§3).
    case 'feeNoticeServed':
      return events.map((each) => (each.kind === 'feeAsked' ? { ...each, receivedOn: on } : each))
    case 'dispatched':
    case 'served': {
      const before = events.some(({ kind }) => kind === 'answered')
      const answered = progress.answeredOn
      return before || answered === null ? events : [...events, { kind: 'answered', on: answered }]
    }
    default:
      return events
  }
}

/** The events of a request that move its clock, in the order of recording. */
export function clockEventsOf(state: RequestState): readonly ClockEvent[] {
  return state.clock
}

/** The clock of a request as law/clock has it; `asOf` the day from which it is looked at. */
export function clockOf(
  state: RequestState,
  calendar: Calendar,
  asOf?: Day,
  policy: Partial<ClockPolicy> = {},
): Clock {
  return clock(state.clock, calendar, policy, asOf)
}
