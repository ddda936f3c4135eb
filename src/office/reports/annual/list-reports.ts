/** The years an organ reports on: those it began, and those it has to begin. */
import { type Day, yearOf } from '../../../law/day.ts'
import { editionFor } from '../../../report/editions/index.ts'
import { calendarOf } from '../../handling/calendar-of.ts'
import type { AnnualFiling, Office, OrganRow } from '../../ports.ts'
import { dueOfOrgan } from './desk.ts'
import { type Deadline, deadlineOf } from './due.ts'
import { reportOrganOf } from './report-organ.ts'

/** A year's report of an organ; `filing` is null where nothing has been done for it yet. */
export interface YearOfReport {
  readonly year: number
  readonly filing: AnnualFiling | null
  readonly deadline: Deadline
}

/** The newest first: this year and last year always, earlier ones where there is a report. */
export async function listReports(
  office: Office,
  organ: OrganRow,
  today: Day,
): Promise<readonly YearOfReport[]> {
  const [filings, calendar] = await Promise.all([
    office.filings.ofOrgan(organ.id),
    calendarOf(office, organ.id),
  ])
  const begun = new Map(filings.map((filing) => [filing.year, filing]))
  const wanted = [yearOf(today), yearOf(today) - 1].filter((year) => editionFor(year) !== null)
  const years = [...new Set([...wanted, ...begun.keys()])].toSorted((a, b) => b - a)
  const own = reportOrganOf(organ)
  return years.map((year) => ({
    year,
    filing: begun.get(year) ?? null,
    deadline: deadlineOf(dueOfOrgan(own, year), calendar, today),
  }))
}
