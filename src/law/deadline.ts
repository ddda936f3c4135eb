import {
  addWorkingDays,
  type Calendar,
  isKnown,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './calendar.ts'
import type { Citation } from './citation.ts'
import { addDays, addMonths, type Day, dayOf, formatChinese, formatWeekday, yearOf } from './day.ts'
import { explainDays } from './explain.ts'
import { type Length, type PeriodId, periods } from './periods.ts'

export interface Deadline {
  readonly period: PeriodId
  readonly start: Day
  /** Last day before any move over a rest day. */
  readonly naturalEnd: Day
  readonly due: Day
  /** False where a year without a holiday notice could still move `due`. */
  readonly firm: boolean
  /** Last working day on which the thing can be done in office hours; the same as `due` or before it. */
  readonly lastWorkingDay: Day
  readonly because: string
  readonly warnings: readonly string[]
  readonly cites: readonly Citation[]
}

/**
 * The last day of a period, with its reasons. `start` is the day of the starting event; for the annual reports,
 * any day of the year reported on.
 */
export function deadline(calendar: Calendar, id: PeriodId, start: Day): Deadline {
  const period = periods[id]
  const { length } = period
  const common = { period: id, start, cites: period.cites }
  const began = `${period.start}之日${formatChinese(start)}`

  if (length.unit === 'workingDay') {
    const { to, firm } = addWorkingDays(calendar, start, length.count)
    const because = sentence(
      `${period.caption}：自${began}次日起${length.count}个工作日，${formatChinese(to)}届满`,
      explainDays(calendar, start, to),
    )
    return { ...common, naturalEnd: to, due: to, firm, lastWorkingDay: to, because, warnings: [] }
  }

  const naturalEnd = endOf(length, start)
  const due = period.rolls ? workingDayOnOrAfter(calendar, naturalEnd) : naturalEnd
  const lastWorkingDay = workingDayOnOrBefore(calendar, due)
  const counted =
    length.unit === 'date'
      ? `${yearOf(start)}年度至${formatChinese(due)}截止`
      : `自${began}次日起${length.count}${length.unit === 'day' ? '日' : '个月'}，末日为${formatChinese(naturalEnd)}`
  const rolled = due === naturalEnd ? '' : `末日非工作日，顺延至${formatChinese(due)}`
  return {
    ...common,
    naturalEnd,
    due,
    firm: !period.rolls || (isKnown(calendar, naturalEnd) && isKnown(calendar, due)),
    lastWorkingDay,
    because: sentence(
      `${period.caption}：${counted}`,
      rolled,
      period.rolls ? explainDays(calendar, addDays(naturalEnd, -1), due) : '',
    ),
    warnings: lastWorkingDay === due ? [] : [restDayWarning(calendar, due, lastWorkingDay)],
    cites: rolled === '' ? period.cites : [...period.cites, '民法典§203'],
  }
}

/** Done on the last day is done in time: a period ends with the day (民法典§203). */
export function isOnTime(deadline: Deadline, doneOn: Day): boolean {
  return doneOn <= deadline.due
}

function endOf(length: Length, start: Day): Day {
  if (length.unit === 'date') return dayOf(yearOf(start) + 1, length.month, length.day)
  return length.unit === 'month' ? addMonths(start, length.count) : addDays(start, length.count)
}

function restDayWarning(calendar: Calendar, due: Day, lastWorkingDay: Day): string {
  const advice = `${formatChinese(due)}为${formatWeekday(due)}休息日，期限不顺延，请在${formatChinese(lastWorkingDay)}（${formatWeekday(lastWorkingDay)}）前办结`
  return isKnown(calendar, due) ? `${advice}。` : `${advice}；${yearOf(due)}年放假安排尚未公布。`
}

function sentence(...clauses: readonly string[]): string {
  return `${clauses.filter((clause) => clause !== '').join('；')}。`
}
