import { type Day, dayOf, isDay } from '../../law/day.ts'

const forms = [
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/,
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]

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
