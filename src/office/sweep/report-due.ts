import type { Calendar } from '../../law/calendar.ts'
import { type Day, yearOf } from '../../law/day.ts'
import type { Office, OrganId } from '../ports.ts'
import { dueOfOrgan } from '../reports/annual/desk.ts'
import { deadlineOf } from '../reports/annual/due.ts'
import { reportOrganOf } from '../reports/annual/report-organ.ts'
import type { ReportStillDue } from './findings.ts'

/** Working days after which nobody is told any more: by then it is the superior organ's list that tells. */
const goneBy = -10

/** Last year's report, as far as the organ itself has to do something about it. */
export async function reportStillDue(
  office: Pick<Office, 'organs' | 'filings'>,
  organ: OrganId,
  calendar: Calendar,
  today: Day,
): Promise<ReportStillDue | null> {
  const row = await office.organs.get(organ)
  if (row === null) return null
  const year = yearOf(today) - 1
  const { workingDay: due, left } = deadlineOf(dueOfOrgan(reportOrganOf(row), year), calendar, today)
  if (left < goneBy) return null
  const status = (await office.filings.of(organ, year))?.status ?? 'writing'
  if (status === 'submitted' || status === 'published') return null
  return { year, step: status === 'accepted' ? 'publish' : 'submit', due, left }
}
