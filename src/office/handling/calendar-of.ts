/** The calendar that counts for an organ: the announced years, the papers entered since, and its regional days. */

import { type Calendar, nationalCalendar, withNotice, withOverlay } from '../../law/calendar.ts'
import type { HolidayNotice, HolidayOverlay } from '../../law/holiday-notices.ts'
import type { CalendarPaper, OrganId, Shared } from '../ports.ts'

/** The calendar after the papers that count for an organ, in the order of their publication. */
export const calendarAfter = (papers: readonly CalendarPaper[]): Calendar =>
  papers.reduce(
    (calendar, { scope, paper }) =>
      scope === 'national'
        ? withNotice(calendar, paper as HolidayNotice)
        : withOverlay(calendar, paper as HolidayOverlay),
    nationalCalendar,
  )

/** The calendar of an organ as of now. */
export const calendarOf = async ({ calendar }: Pick<Shared, 'calendar'>, organ: OrganId): Promise<Calendar> =>
  calendarAfter(await calendar.forOrgan(organ))
