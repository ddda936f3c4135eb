/**
 * A visitor tells the organ that something on a public page is wrong, such as a telephone number that rings nowhere
 * (条例§12: guide and directory are to be kept right). The words are sealed, since people write who they are.
 */
import { type Day, yearOf } from '../../law/day.ts'
import { tidyText } from '../intake/content.ts'
import type { Act, Moment, Office, OrganId, StoredEvent, Unit } from '../ports.ts'
import { streamOfFaultReports } from '../streams.ts'
import { longestReach, longestReport, type ReportedPage } from './reported-pages.ts'

const kind = 'faultReport'

type Told = { readonly report: string; readonly page: ReportedPage }
type Settled = { readonly report: string; readonly how: string }
type ReportEvent = StoredEvent &
  (
    | { readonly kind: 'faultReported'; readonly data: Told }
    | { readonly kind: 'faultSettled'; readonly data: Settled }
  )

export interface ReportFault {
  readonly organ: OrganId
  /** Id of the entry in the vault. */
  readonly report: string
  readonly page: ReportedPage
  readonly text: string
  /** How to reach who wrote it; empty where they would rather not say. */
  readonly reach: string
  readonly today: Day
  readonly at: Moment
}

/** Keeps the report; false where it says nothing. */
export async function reportFault(office: Office, told: ReportFault): Promise<boolean> {
  const { organ, report, page, today, at } = told
  const text = tidyText(told.text)?.slice(0, longestReport) ?? null
  if (text === null) return false
  const reach = tidyText(told.reach)?.slice(0, longestReach) ?? null
  await append(office, organ, today, { actor: 'system', at }, async (unit) => {
    await unit.vault.put({ id: report, kind, data: { text, reach }, lookup: {} }, at)
    return { kind: 'faultReported', on: today, data: { report, page } }
  })
  return true
}

/** Says what was done about it; the report stays. False where there is no such report of that year. */
export async function settleFault(
  office: Office,
  {
    organ,
    report,
    how,
    reportedOn,
    today,
    by,
  }: { organ: OrganId; report: string; how: string; reportedOn: Day; today: Day; by: Act },
): Promise<boolean> {
  const known = (await faultReports(office, organ, yearOf(reportedOn))).some((each) => each.report === report)
  if (!known) return false
  await append(office, organ, reportedOn, by, async () => ({
    kind: 'faultSettled',
    on: today,
    data: { report, how },
  }))
  return true
}

/** Times that are tried again where others write at the same moment. */
const tries = 20

async function append(
  office: Office,
  organ: OrganId,
  day: Day,
  by: Act,
  make: (unit: Unit) => Promise<{ kind: string; on: Day; data: object }>,
): Promise<void> {
  const stream = streamOfFaultReports(yearOf(day))
  for (let attempt = 1; attempt <= tries; attempt++) {
    const outcome = await office.inTransaction(organ, async (unit) => {
      const { length } = await unit.events.load(stream)
      return unit.events.append(stream, length, [await make(unit)], by)
    })
    if (!('failure' in outcome)) return
  }
  throw new Error(`What was reported at ${organ} could not be written`)
}

export interface FaultReport {
  readonly report: string
  readonly page: ReportedPage
  readonly on: Day
  /** Null where it was erased. */
  readonly text: string | null
  readonly reach: string | null
  readonly settled: { readonly on: Day; readonly how: string } | null
}

/** What was reported in a year, the newest first, for the organ itself. */
export async function faultReports(
  office: Office,
  organ: OrganId,
  year: number,
): Promise<readonly FaultReport[]> {
  return office.inTransaction(organ, async ({ events, vault }) => {
    const told = (await events.load(streamOfFaultReports(year))) as unknown as readonly ReportEvent[]
    const settled = new Map(
      told.flatMap((event) =>
        event.kind === 'faultSettled' ? [[event.data.report, { on: event.on, how: event.data.how }]] : [],
      ),
    )
    const reported = told.flatMap((event) => (event.kind === 'faultReported' ? [event] : []))
    const opened = await vault.openMany(reported.map(({ data }) => data.report))
    return reported.toReversed().map(({ on, data: { report, page } }) => {
      const entry = opened.get(report)
      const words =
        entry === undefined || 'failure' in entry
          ? null
          : (entry.data as { text: string; reach: string | null })
      const done = settled.get(report) ?? null
      return { report, page, on, text: words?.text ?? null, reach: words?.reach ?? null, settled: done }
    })
  })
}
