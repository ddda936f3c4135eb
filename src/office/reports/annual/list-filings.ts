/** Who has filed the report of a year and who has not: the organs below one (条例§47, 49). */
import { type Day, daysBetween } from '../../../law/day.ts'
import { calendarOf } from '../../handling/calendar-of.ts'
import type { AnnualFiling, Office, OrganId, OrganRow } from '../../ports.ts'
import { dueOfOrgan } from './desk.ts'
import { type Deadline, deadlineOf } from './due.ts'
import type { FindingCounts } from './events.ts'
import { reportOrganOf } from './report-organ.ts'
import type { AnnualStatus } from './state.ts'

export interface FiledOrgan {
  readonly organ: OrganRow
  /** The row of its report; null where nothing has been done yet. */
  readonly filing: AnnualFiling | null
  readonly status: AnnualStatus
  readonly deadline: Deadline
  /** Neither submitted nor public on the day after it was due, or only then. */
  readonly late: boolean
  /** Days by which it was or is late; 0 where it is not. */
  readonly daysLate: number
  /** No finding but notes: it may be accepted among many. */
  readonly clean: boolean
}

export interface FilingsOfYear {
  readonly year: number
  readonly organs: readonly FiledOrgan[]
  /** By level of organ and stage, for the head of the list. */
  readonly totals: readonly {
    readonly level: string
    readonly status: AnnualStatus
    readonly count: number
  }[]
  readonly late: number
}

/** Nothing to explain or mend: what is left are remarks. */
export const isClean = (findings: FindingCounts | null): boolean =>
  findings !== null && findings.error === 0 && findings.warning === 0

/** The organs of the ids, in the order given. */
export async function listFilings(
  office: Pick<Office, 'filings' | 'calendar'>,
  superior: OrganId,
  organs: readonly OrganRow[],
  year: number,
  today: Day,
): Promise<FilingsOfYear> {
  const calendar = await calendarOf(office, superior)
  const rows = await office.filings.ofYear(
    organs.map(({ id }) => id),
    year,
  )
  const byOrgan = new Map(rows.map((row) => [row.organ, row]))
  const listed = organs.map((organ): FiledOrgan => {
    const filing = byOrgan.get(organ.id) ?? null
    const due = dueOfOrgan(reportOrganOf(organ), year)
    const done = filing?.publications[0]?.publishedOn ?? null
    const daysLate = Math.max(0, daysBetween(due.day, done ?? today))
    return {
      organ,
      filing,
      status: filing?.status ?? 'writing',
      deadline: deadlineOf(due, calendar, today),
      late: daysLate > 0,
      daysLate,
      clean: isClean(filing?.findings ?? null),
    }
  })
  const groups = Map.groupBy(listed, ({ organ, status }) => `${organ.level} ${status}`)
  return {
    year,
    organs: listed,
    totals: [...groups.values()].map((group) => ({
      level: group[0]!.organ.level,
      status: group[0]!.status,
      count: group.length,
    })),
    late: listed.filter((each) => each.late).length,
  }
}
