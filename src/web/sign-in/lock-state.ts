import type { Moment } from '../../office/ports.ts'

/** 等保要求: after so many failures within so many minutes an account stays closed for as long. */
export const failuresAllowed = 5
export const lockMinutes = 15

export type LockState =
  | { readonly locked: false; readonly left: number }
  | { readonly locked: true; readonly until: Moment }

const span = lockMinutes * 60_000

/**
 * Whether an account is closed after failures at these moments. The span is counted from the fifth of them, so an
 * attacker who comes back later has five tries and no more. Pure.
 */
export function lockState(failures: readonly Moment[], now: Moment): LockState {
  const at = Date.parse(now)
  const times = failures
    .map((moment) => Date.parse(moment))
    .filter((time) => time <= at)
    .sort((a, b) => a - b)
  for (let last = times.length - 1; last >= failuresAllowed - 1; last--) {
    const end = times[last]! + span
    if (end > at && times[last]! - times[last - failuresAllowed + 1]! < span)
      return { locked: true, until: new Date(end).toISOString() }
  }
  return { locked: false, left: failuresAllowed - times.filter((time) => time > at - span).length }
}

/** Failures before this have no say any more. */
export function forgottenBefore(now: Moment): Moment {
  return new Date(Date.parse(now) - 2 * span).toISOString()
}
