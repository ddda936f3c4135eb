import { type Day, dayOf, isDay, yearOf } from '../../law/day.ts'

const forms = [
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/,
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]

const short = [/^(\d{1,2})月(\d{1,2})[日号]?$/, /^(\d{1,2})[-/.](\d{1,2})$/, /^(\d{1,2})(\d{2})$/]

/**
 * A day of the last twelve months as a clerk types it from a postmark: 306, 0306, 3-6, 3.6, 3月6日, besides everything
 * that `readDay` knows. Without a year it is the last such day that is not later than `today`. Of three or four figures
 * the last two are the day. Null where it is none.
 */
export function readRecentDay(text: string, today: Day): Day | null {
  const whole = readDay(text)
  if (whole !== null) return whole
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  for (const form of short) {
    const [, month, day] = form.exec(plain) ?? []
    if (month === undefined) continue
    // A leap day may lie four years back; eight where a century has none.
    for (let year = yearOf(today); year > yearOf(today) - 9; year--) {
      const found = dayOf(year, Number(month), Number(day))
      if (isDay(found) && found <= today) return found
    }
  }
  return null
}

/**
 * A day as people write it: 2026年3月6日, 2026-3-6, 2026/3/6, 2026.3.6, 20260306, in figures of either width. Null
 * where it is none, or does not exist; a year that is left out is not guessed.
 */
export function readDay(text: string): Day | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  for (const form of forms) {
    const [, year, month, day] = form.exec(plain) ?? []
    if (year === undefined) continue
    const found = dayOf(Number(year), Number(month), Number(day))
    return isDay(found) ? found : null
  }
  return null
}
