/** The calendar that counts for an organ: the announced years, the papers entered since, and its regional days. */

import { type Calendar, nationalCalendar, withNotice, withOverlay } from '../../law/calendar.ts'
import type { HolidayNotice, HolidayOverlay } from '../../law/holiday-notices.ts'
import type { CalendarPaper, OrganId, Shared } from '../ports.ts'

/** The organ and all organs above it, from the organ up. */
const lineOf = async ({ organs }: Pick<Shared, 'organs'>, organ: OrganId): Promise<readonly OrganId[]> => {
  const line: OrganId[] = []
  for (let id: OrganId | null = organ; id !== null && !line.includes(id); ) {
    line.push(id)
    id = (await organs.get(id))?.parent ?? null
  }
  return line
}

/** The calendar after the papers, in the order of their publication; those of other organs do not count. */
export const calendarAfter = (papers: readonly CalendarPaper[], line: readonly OrganId[]): Calendar =>
  papers.reduce((calendar, published) => {
    if (published.scope === 'national') return withNotice(calendar, published.paper as HolidayNotice)
    // A paper with an organ's id for its scope is that organ's overlay.
    return line.includes(published.scope)
      ? withOverlay(calendar, published.paper as HolidayOverlay)
      : calendar
  }, nationalCalendar)

/** The calendar of an organ as of now. */
export const calendarOf = async (
  shared: Pick<Shared, 'organs' | 'calendar'>,
  organ: OrganId,
): Promise<Calendar> => calendarAfter(await shared.calendar.list(), await lineOf(shared, organ))
