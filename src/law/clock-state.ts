import { type Calendar, isKnown, works } from './calendar.ts'
import type { ConsultedParty } from './clock-events.ts'
import { addDays, type Day, earlierOf } from './day.ts'

/** Working days d with after < d ≤ to that do not count; `to` is null while nobody knows how long it will last. */
export interface Exclusion {
  /** The consultation; null for a payment under the policy `resume`. */
  readonly consultation: { readonly id: string; readonly party: ConsultedParty } | null
  readonly after: Day
  readonly to: Day | null
  /** The last day the other side has. */
  readonly limit: Day
  /** Ended by the last day passing in silence rather than by an opinion. */
  readonly lapsed: boolean
}

/** What the events so far have made of the period. */
export interface ClockState {
  /** The day after which the working days are counted; null before receipt. */
  readonly base: Day | null
  /** Working days to be counted: 20 and what was added by extension. */
  readonly allowance: number
  readonly extended: number
  readonly exclusions: readonly Exclusion[]
  /** The period does not run until the corrected request, or the payment, has come. */
  readonly correction: { readonly askedOn: Day; readonly by: Day | null } | null
  readonly fee: { readonly askedOn: Day; readonly isServed: boolean; readonly payBy: Day } | null
  readonly wasCorrected: boolean
  /** Set by 条例§35 in place of any count. */
  readonly deferredUntil: Day | null
  readonly ended: 'answered' | 'withdrawn' | null
}

export const beforeReceipt: ClockState = {
  base: null,
  allowance: 0,
  extended: 0,
  exclusions: [],
  correction: null,
  fee: null,
  wasCorrected: false,
  deferredUntil: null,
  ended: null,
}

export interface Count {
  readonly due: Day
  readonly firm: boolean
  /** Working days between base and due that did not count, each once however many reasons it has. */
  readonly excluded: number
}

/**
 * The due day: the last of as many working days after `base` as are allowed, those excluded left out. Null where
 * the period stands still. Because days are counted one by one, overlapping consultations exclude a day once,
 * and a consultation begun on the due day or later excludes nothing.
 */
export function countOf(state: ClockState, calendar: Calendar): Count | null {
  if (state.base === null || state.correction !== null || state.fee !== null) return null
  if (state.deferredUntil !== null) return { due: state.deferredUntil, firm: true, excluded: 0 }

  let day = state.base
  let firm = true
  let excluded = 0
  for (let left = state.allowance; left > 0; ) {
    if (state.exclusions.some(({ after, to }) => to === null && after <= day)) return null
    day = addDays(day, 1)
    firm = firm && isKnown(calendar, day)
    if (!works(calendar, day)) continue
    if (isExcluded(state, day)) excluded += 1
    else left -= 1
  }
  return { due: day, firm, excluded }
}

/**
 * Working days counted from `base` to a day, both the days excluded and those of a standstill left out: what the
 * answer took where it left on that day. Zero before receipt.
 */
export function daysCounted(state: ClockState, on: Day, calendar: Calendar): number {
  const { base, correction, fee } = state
  const until = earlierOf(on, earlierOf(correction?.askedOn ?? on, fee?.askedOn ?? on))
  let counted = 0
  if (base === null) return counted
  for (let day = addDays(base, 1); day <= until; day = addDays(day, 1))
    if (works(calendar, day) && !isExcluded(state, day)) counted += 1
  return counted
}

function isExcluded(state: ClockState, day: Day): boolean {
  return state.exclusions.some(({ after, to }) => after < day && (to === null || day <= to))
}
