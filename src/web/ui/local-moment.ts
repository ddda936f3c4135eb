/** Day and minute in Beijing as the control of the platform has them: 2026-03-06T09:30. */
import { isDay } from '../../law/day.ts'
import { dayAt, timeAt } from '../../office/beijing-time.ts'

export const localMoment = (moment: string): string => `${dayAt(moment)}T${timeAt(moment)}`

/** The moment in UTC; null where the text is none. Seconds, which some browsers add, are let go. */
export function momentIn(text: string): string | null {
  const [, day = '', time] = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?::\d{2})?$/.exec(text) ?? []
  return time !== undefined && isDay(day) ? new Date(`${day}T${time}:00+08:00`).toISOString() : null
}
