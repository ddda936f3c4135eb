import type { Day } from '../../law/day.ts'
import type { Moment } from '../../office/ports.ts'

const hoursAhead = 8

/** The civil day in China at a moment: Beijing time, without summer time since 1992. */
export function dayAt(moment: Moment): Day {
  const shifted = Date.parse(moment) + hoursAhead * 3_600_000
  return new Date(shifted).toISOString().slice(0, 10) as Day
}
