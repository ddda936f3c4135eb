import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { announced, entriesOf, sealed, spread } from './calendar-days.ts'
import { addDays, type Day, formatWeekday, isWeekend, yearOf } from './day.ts'
import {
  amendments,
  type HolidayNotice,
  type HolidayOverlay,
  noticeNumbers,
  statuteName,
  statutoryHolidays,
} from './holiday-notices.ts'

/** What is said of one day beyond its place in the week. */
export interface CalendarDay {
  /** `makeUp`: a Saturday or Sunday on which work is done (调休上班). */
  readonly kind: 'holiday' | 'makeUp'
  readonly name: string
  /** `statute`: by law a holiday in a year not announced yet. */
  readonly source: 'notice' | 'statute' | 'overlay'
  /** Number of the paper, or the name of the statute. */
  readonly number: string
}

type Days = Readonly<Record<Day, CalendarDay>>

/**
 * Working days, as plain data. A working day is Monday to Friday outside the holidays, or a make-up day. A year
 * without a notice is not known: a deadline reaching into it is provisional, never simply wrong.
 *
 * A notice can reach into the December before it (2018-12-29 was a make-up day of the notice for 2019), so even
 * the last days of a known year may still move: deadlines are derived again whenever a calendar is published.
 */
export interface Calendar {
  /** Known years and a fingerprint of the content: equal calendars have equal versions. */
  readonly version: string
  /** Last day of the last known year; null where no year is known. */
  readonly coveredThrough: Day | null
  /** Numbers of the notices by year. */
  readonly notices: Readonly<Record<number, readonly string[]>>
  readonly days: Days
  /** Regional and other additions; they go before `days`. */
  readonly overlays: Days
}

export interface DayStatus {
  readonly working: boolean
  /** Whether the notice for that year is loaded. */
  readonly known: boolean
  /** In words: 周末, 国庆节放假（国办发明电〔2025〕7号）… */
  readonly because: string
}

/** A run of working days: those d with from < d ≤ to, for the day itself is left out (民法典§201). */
export interface WorkingSpan {
  readonly from: Day
  readonly to: Day
  readonly workingDays: number
  /** Whether every day of it lies in a known year. */
  readonly firm: boolean
}

/** The national calendar: the years with a notice, and the statutory days of the year after them. */
export const nationalCalendar: Calendar = sealed({
  notices: Object.fromEntries(
    Object.entries(noticeNumbers).map(([year, number]) => [
      year,
      [
        number,
        ...amendments.filter(({ from }) => yearOf(from) === Number(year)).map((paper) => paper.number),
      ],
    ]),
  ),
  days: {
    ...announced(table.holidays, 'holiday'),
    ...announced(table.workdays, 'makeUp'),
    ...spread(Object.values(statutoryHolidays).flat(), 'statute', statuteName),
  },
  overlays: {},
})

/** What the calendar says of the day, if anything beyond its place in the week. */
export function entryOf(calendar: Calendar, day: Day): CalendarDay | undefined {
  return calendar.overlays[day] ?? calendar.days[day]
}

export function isKnown(calendar: Calendar, day: Day): boolean {
  return calendar.notices[yearOf(day)] !== undefined
}

/** The bare answer, without words. */
export function works(calendar: Calendar, day: Day): boolean {
  const entry = entryOf(calendar, day)
  return entry === undefined ? !isWeekend(day) : entry.kind === 'makeUp'
}

/** Whether work is done on the day, whether that is known for good, and why. */
export function isWorkingDay(calendar: Calendar, day: Day): DayStatus {
  const entry = entryOf(calendar, day)
  const reason =
    entry === undefined
      ? formatWeekday(day)
      : `${formatWeekday(day)}，${entry.name}${entry.kind === 'holiday' ? '放假' : '调休上班'}（${entry.number}）`
  const known = isKnown(calendar, day)
  return {
    working: works(calendar, day),
    known,
    because: known ? reason : `${reason}；${yearOf(day)}年放假安排尚未公布`,
  }
}

/**
 * The run that ends with the `count`-th working day after `from`, the last day of a period of so many working
 * days. `count` is a whole number, 0 or more; 0 ends on `from` itself.
 */
export function addWorkingDays(calendar: Calendar, from: Day, count: number): WorkingSpan {
  let to = from
  let firm = true
  for (let left = count; left > 0; ) {
    to = addDays(to, 1)
    if (works(calendar, to)) left -= 1
    firm = firm && isKnown(calendar, to)
  }
  return { from, to, workingDays: count, firm }
}

/** Number of working days d with from < d ≤ to; negative, counted the other way, when `to` is the earlier. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (works(calendar, day)) count += 1
  }
  return count
}

/** The first working day after the day. */
export function nextWorkingDay(calendar: Calendar, day: Day): Day {
  return addWorkingDays(calendar, day, 1).to
}

/** The day itself where work is done on it, else the first working day after: how 民法典§203 moves a last day. */
export function workingDayOnOrAfter(calendar: Calendar, day: Day): Day {
  return works(calendar, day) ? day : nextWorkingDay(calendar, day)
}

/** The day itself where work is done on it, else the last working day before. */
export function workingDayOnOrBefore(calendar: Calendar, day: Day): Day {
  return works(calendar, day) ? day : workingDayOnOrBefore(calendar, addDays(day, -1))
}

/**
 * The calendar with a newly entered notice. It takes the place of the statutory days and of an earlier notice
 * of its year, unless it `amends` that one. `checkNotice` tells beforehand what is wrong with a notice.
 */
export function withNotice(calendar: Calendar, notice: HolidayNotice): Calendar {
  const before = calendar.notices[notice.year] ?? []
  const replaced = new Set(notice.amends ? [] : before)
  const kept = Object.entries(calendar.days).filter(
    ([day, entry]) =>
      !replaced.has(entry.number) && !(entry.source === 'statute' && yearOf(day as Day) === notice.year),
  )
  return sealed({
    notices: {
      ...calendar.notices,
      [notice.year]: notice.amends ? [...before, notice.number] : [notice.number],
    },
    days: { ...Object.fromEntries(kept), ...entriesOf(notice, 'notice') },
    overlays: calendar.overlays,
  })
}

/** The calendar with the days of a region or an organ laid over it. It does not make a year known. */
export function withOverlay(calendar: Calendar, overlay: HolidayOverlay): Calendar {
  return sealed({ ...calendar, overlays: { ...calendar.overlays, ...entriesOf(overlay, 'overlay') } })
}
