/** How often what is public was opened, and when it counts as long unread (久无人看). */
import { addMonths, type Day, dayOf, partsOf, yearOf } from '../../law/day.ts'

/**
 * How long nobody may have opened something before a person should look at it. No rule says how long: two years are
 * this system's own proposal, and the check says so.
 */
export const unread = { months: 24, source: '多久算久无人看，没有规定；24个月是本系统的建议' } as const

/** What has to lie before this day, to have been there for as long as `unread` says. */
export const unreadBefore = (today: Day): Day => addMonths(today, -unread.months)

/** Counts are kept by month; a month is named by its first day. */
export const firstOfMonth = (day: Day): Day => {
  const { year, month } = partsOf(day)
  return dayOf(year, month, 1)
}

export const firstOfYear = (day: Day): Day => dayOf(yearOf(day), 1, 1)
