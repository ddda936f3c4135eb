/** Beijing time: what day and hour it is in China at a moment. UTC+8 all the year, without summer time since 1992. */
import { addDays, type Day } from '../law/day.ts'
import type { Moment } from './ports.ts'

export const hoursAhead = 8

/** Civil day and full hour. */
export function inBeijing(at: Moment): { readonly day: Day; readonly hour: number } {
  const day = at.slice(0, 10) as Day
  const hour = Number(at.slice(11, 13)) + hoursAhead
  return hour < 24 ? { day, hour } : { day: addDays(day, 1), hour: hour - 24 }
}

/** The civil day. */
export const dayAt = (at: Moment): Day => inBeijing(at).day

/** When the civil day begins. */
export const startOf = (day: Day): Moment => new Date(`${day}T00:00:00+08:00`).toISOString()

/** The time of day, HH:MM. */
export const timeAt = (at: Moment): string =>
  `${String(inBeijing(at).hour).padStart(2, '0')}:${at.slice(14, 16)}`
