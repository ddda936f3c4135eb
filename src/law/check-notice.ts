import { type Day, daysBetween, formatChinese, isDay, isWeekend, yearOf } from './day.ts'
import type { HolidayNotice, HolidayOverlay, HolidayRange } from './holiday-notices.ts'

export interface NoticeFault {
  /** Where: 'holidays[1].to'. */
  readonly field: string
  /** In Chinese, with what to do. */
  readonly message: string
}

/** Longest run of days off ever arranged was 10; a longer one is a slip of the pen. */
const longestHoliday = 20

/** What is wrong with a notice or overlay as typed in; empty when it can be used. Never throws. */
export function checkNotice(paper: HolidayNotice | HolidayOverlay): readonly NoticeFault[] {
  const year = 'year' in paper ? paper.year : null
  const faults: (NoticeFault | null)[] = [
    fault('number', paper.number.trim() === '' ? '缺少文号，请填写通知或者规定的文号' : null),
    fault(
      'year',
      year !== null && !(Number.isInteger(year) && year >= 1900 && year <= 2999)
        ? '年份应为1900至2999'
        : null,
    ),
    ...paper.holidays.map((range, index) => fault(`holidays[${index}]`, rangeFault(range, year))),
    ...paper.makeUpDays.map((day, index) =>
      fault(`makeUpDays[${index}]`, makeUpFault(day, year, paper.holidays)),
    ),
  ]
  return faults.filter((found) => found !== null)
}

function rangeFault({ from, to }: HolidayRange, year: number | null): string | null {
  if (!isDay(from) || !isDay(to)) return '日期应写作2026-01-01并确有其日'
  if (to < from) return `结束日${formatChinese(to)}早于开始日${formatChinese(from)}`
  if (!isArrangedIn(year, from) || !isArrangedIn(year, to)) return `不在${year}年内，请核对年份`
  if (daysBetween(from, to) >= longestHoliday) return `连续放假超过${longestHoliday}日，请核对起止日`
  return null
}

function makeUpFault(day: Day, year: number | null, holidays: readonly HolidayRange[]): string | null {
  if (!isDay(day)) return '日期应写作2026-01-04并确有其日'
  if (!isArrangedIn(year, day)) return `不在${year}年内，请核对年份`
  if (!isWeekend(day)) return `${formatChinese(day)}不是周六、周日，不需要调休上班`
  if (holidays.some(({ from, to }) => from <= day && day <= to))
    return `${formatChinese(day)}既放假又上班，请核对`
  return null
}

/** A notice arranges the days of its year and, around New Year, of the December before; an overlay any day. */
function isArrangedIn(year: number | null, day: Day): boolean {
  return year === null || yearOf(day) === year || day.startsWith(`${year - 1}-12`)
}

function fault(field: string, message: string | null): NoticeFault | null {
  return message === null ? null : { field, message }
}
