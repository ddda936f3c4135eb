/** How a calendar is made of its papers: their days, and the version of the whole. */
import type { Calendar, CalendarDay } from './calendar.ts'
import { addDays, type Day, dayOf, yearOf } from './day.ts'
import {
  amendments,
  type HolidayNotice,
  type HolidayOverlay,
  type HolidayRange,
  noticeNumbers,
} from './holiday-notices.ts'

type Days = Calendar['days']

/** The days of a notice or an overlay. */
export function entriesOf(paper: HolidayNotice | HolidayOverlay, source: CalendarDay['source']): Days {
  const name = 'name' in paper ? paper.name : '调休'
  const makeUpDays = paper.makeUpDays.map((day) => [
    day,
    { kind: 'makeUp', name, source, number: paper.number },
  ])
  return { ...spread(paper.holidays, source, paper.number), ...Object.fromEntries(makeUpDays) }
}

/** Every day of the ranges, as a holiday. */
export function spread(ranges: readonly HolidayRange[], source: CalendarDay['source'], number: string): Days {
  const days: Record<Day, CalendarDay> = {}
  for (const { name, from, to } of ranges) {
    for (let day = from; day <= to; day = addDays(day, 1))
      days[day] = { kind: 'holiday', name, source, number }
  }
  return days
}

/** The rows of the table that a known notice made. A row reads "English,中文,days". */
export function announced(rows: Readonly<Record<string, string>>, kind: CalendarDay['kind']): Days {
  const days: Record<Day, CalendarDay> = {}
  for (const [key, caption] of Object.entries(rows)) {
    const day = key as Day
    const name = caption.split(',')[1] ?? ''
    // New Year is arranged by the notice of its own year, also where the days off begin in December.
    const year = name === '元旦' && day.slice(5, 7) === '12' ? yearOf(day) + 1 : yearOf(day)
    const number = amendments.find(({ from, to }) => from <= day && day <= to)?.number ?? noticeNumbers[year]
    if (number !== undefined) days[day] = { kind, name, source: 'notice', number }
  }
  return days
}

/** A calendar of that content, with its version. */
export function sealed(content: Pick<Calendar, 'notices' | 'days' | 'overlays'>): Calendar {
  const years = Object.keys(content.notices).map(Number)
  const last = years.length === 0 ? null : Math.max(...years)
  const rows = [content.days, content.overlays].map((days) =>
    Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  return {
    version: `${last ?? '无'}.${fingerprint(JSON.stringify([content.notices, rows]))}`,
    coveredThrough: last === null ? null : dayOf(last, 12, 31),
    ...content,
  }
}

/** FNV-1a, 32 bits: enough to tell two calendars of one organ apart, and nothing is secured by it. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
