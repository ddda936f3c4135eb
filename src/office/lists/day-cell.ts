import { type Day, dayOf, isDay } from '../../law/day.ts'

/**
 * The day a cell names: 2026-03-02, 2026/3/2, 2026.3.2, 2026年3月2日, 20260302, a time behind it passed over. Null for
 * anything else: 3/2/2026 may be either of two days, 46083 is what a spreadsheet made of one.
 */
export function dayIn(text: string): Day | null {
  const plain = text.normalize('NFKC').trim()
  const parts =
    /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?(?:[ T]\d{1,2}:\d{2}.*)?$/.exec(plain) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(plain)
  if (parts === null) return null
  const day = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  return isDay(day) ? day : null
}

export const dayFault = '不是可以认准的日期，请写成 2026-03-02 这样的年月日'
