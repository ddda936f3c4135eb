/** A day with hour and minute in Beijing as people write it: 2026年3月6日 09:30. */
import { formatChinese } from '../../law/day.ts'
import { dayAt, timeAt } from '../../office/beijing-time.ts'
import { readDay } from './day-text.ts'

export const momentText = (moment: string): string => `${formatChinese(dayAt(moment))} ${timeAt(moment)}`

/** The moment in UTC, from a day in any form that `readDay` knows and 09:30 behind it; null where the text is none. */
export function momentIn(text: string): string | null {
  const [, before = '', hour = '', minute] =
    /^(.+?)[\sT]*([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.normalize('NFKC').trim()) ?? []
  const day = readDay(before)
  return minute !== undefined && day !== null
    ? new Date(`${day}T${hour.padStart(2, '0')}:${minute}:00+08:00`).toISOString()
    : null
}
