/**
 * A civil day in the Gregorian calendar, 'YYYY-MM-DD', without time or time zone.
 *
 * The law counts days, not instants: 民法典§201 leaves the first day out and 民法典§203 ends a period with
 * the day. A `Date` carries a time zone with it and has moved many a deadline by one; so none is used here,
 * only integer arithmetic on the number of days since 1970-01-01.
 */
export type Day = `${number}-${number}-${number}`

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'

const firstYear = 1900
const lastYear = 2999

/** 1970-01-01, day number 0, was a Thursday. */
const weekdays: readonly Weekday[] = [
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
]

/** The days of a week, Monday first, as they are called. */
export const weekdayCaptions: Readonly<Record<Weekday, string>> = {
  monday: '星期一',
  tuesday: '星期二',
  wednesday: '星期三',
  thursday: '星期四',
  friday: '星期五',
  saturday: '星期六',
  sunday: '星期日',
}

/** Whether the value is a day that exists, written 'YYYY-MM-DD', in the years 1900 to 2999. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const { year, month, day } = partsOf(value as Day)
  return (
    year >= firstYear &&
    year <= lastYear &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  )
}

/** The text as a day, or null where it is none. Nothing is guessed: '2026-3-6' and '2026-02-30' are null. */
export function parseDay(text: string): Day | null {
  return isDay(text) ? text : null
}

/** The day of a year, a month (1–12) and a day of the month; the caller answers for their being real. */
export function dayOf(year: number, month: number, day: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day
}

export function partsOf(day: Day): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** The first day of its quarter. */
export function quarterStart(day: Day): Day {
  const { year, month } = partsOf(day)
  return dayOf(year, month - ((month - 1) % 3), 1)
}

/** Earlier than, the same as or later than: negative, zero or positive. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function laterOf(a: Day, b: Day): Day {
  return a < b ? b : a
}

export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b
}

/** The day that many calendar days later, or earlier when `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return fromNumber(toNumber(day) + count)
}

/** Calendar days from one day to another: 0 for the same day, negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from)
}

/**
 * The same-numbered day that many months later; where that month has none, its last day (民法典§202).
 * So six months from 31 August end on the last day of February.
 */
export function addMonths(day: Day, count: number): Day {
  const from = partsOf(day)
  const months = from.year * 12 + (from.month - 1) + count
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return dayOf(year, month, Math.min(from.day, daysInMonth(year, month)))
}

export function weekdayOf(day: Day): Weekday {
  return weekdays[((toNumber(day) % 7) + 7) % 7]!
}

/** Saturday or Sunday, whatever the holiday arrangement makes of it. */
export function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day)
  return weekday === 'saturday' || weekday === 'sunday'
}

export function formatWeekday(day: Day): string {
  return weekdayCaptions[weekdayOf(day)]
}

/** As a letter writes it: 2026年3月6日, Arabic figures without leading zeros (GB/T 9704). */
export function formatChinese(day: Day): string {
  return `${yearOf(day)}年${formatMonthDay(day)}`
}

/** Without the year: 3月6日. */
export function formatMonthDay(day: Day): string {
  const { month, day: dayOfMonth } = partsOf(day)
  return `${month}月${dayOfMonth}日`
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/*
 * Day numbers. The year is taken to begin on 1 March, so that the leap day is its last day and the months
 * before it have lengths that follow one linear rule; 400 years are 146,097 days.
 */

function toNumber(day: Day): number {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function fromNumber(number: number): Day {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return dayOf(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1)
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0')
}
