/** The county at a glance: of every organ below what its supervisor watches, each figure with what it counts behind it. */
import { type Day, dayOf, yearOf } from '../../law/day.ts'
import { freshnessOfOrgans } from '../documents/columns.ts'
import { lookOf, type Outlook, outlookOn } from '../overview/figures.ts'
import type { Office, OrganId, OrganRow, SupervisionRow } from '../ports.ts'
import { countingPolicyOf } from '../reports/annual/counting-policy.ts'
import { listFilings } from '../reports/annual/list-filings.ts'
import { everyRecord } from './every-record.ts'
import { countStandings, type RecordStanding } from './standing.ts'

/** Figures of requests that are shown, by the filters of the overview. */
export const glanceFigures = ['overdue', 'soon', 'late', 'corrected'] as const
export type GlanceFigure = (typeof glanceFigures)[number]

export interface GlanceRow {
  readonly organ: OrganRow
  readonly requests: Readonly<Record<GlanceFigure, number>>
  /** Report of the last year. */
  readonly filing: { readonly status: string; readonly late: boolean }
  readonly columns: { readonly stale: number; readonly blank: number }
  readonly tasks: Readonly<Record<RecordStanding, number>>
  readonly findings: Readonly<Record<RecordStanding, number>>
}

/** `soonUntil`: last day of what is due soon. */
export async function glanceOf(
  office: Office,
  by: OrganId,
  organs: readonly OrganRow[],
  { today, soonUntil }: { readonly today: Day; readonly soonUntil: Day },
): Promise<readonly GlanceRow[]> {
  const ids = organs.map(({ id }) => id)
  if (ids.length === 0) return []
  const policy = await office.inTransaction(by, countingPolicyOf)
  const outlook = outlookOn({ from: dayOf(yearOf(today), 1, 1), to: today }, { today, soonUntil, policy })
  const [counts, filings, freshness, tasks, findings] = [
    await requestsOf(office, ids, outlook),
    await listFilings(office, by, organs, yearOf(today) - 1, today),
    await freshnessOfOrgans(office, ids, today),
    await everyRecord(office, { organs: [by], kind: 'task' }),
    await everyRecord(office, { organs: [by], kind: 'finding' }),
  ]
  return organs.map((organ) => {
    const of = (row: { readonly organ: OrganId | OrganRow }) =>
      (typeof row.organ === 'string' ? row.organ : row.organ.id) === organ.id
    const aboutIt = (rows: readonly SupervisionRow[]) => rows.filter(({ about }) => about === organ.id)
    const filed = filings.organs.find(of)!
    const columns = freshness.find(of)!
    return {
      organ,
      requests: counts.get(organ.id) ?? noRequests,
      filing: { status: filed.status, late: filed.late && (filed.filing?.publications ?? []).length === 0 },
      columns: { stale: columns.stale, blank: columns.blank },
      tasks: countStandings(aboutIt(tasks), today),
      findings: countStandings(aboutIt(findings), today),
    }
  })
}

const noRequests = { overdue: 0, soon: 0, late: 0, corrected: 0 } as const satisfies GlanceRow['requests']

/** The figures of requests by organ. */
async function requestsOf(
  { board }: Office,
  organs: readonly OrganId[],
  outlook: Outlook,
): Promise<ReadonlyMap<OrganId, GlanceRow['requests']>> {
  const of = (key: GlanceFigure) => lookOf(key, outlook)
  const by = { organ: ['organ'] } as const
  const [requests, disputes] = await Promise.all([
    board.counts(organs, { overdue: of('overdue'), soon: of('soon'), late: of('late') }, by),
    board.counts(organs, { corrected: of('corrected') }, by),
  ])
  const found = new Map<OrganId, GlanceRow['requests']>()
  for (const { organ, ...counts } of [...requests.organ, ...disputes.organ])
    found.set(organ, { ...noRequests, ...found.get(organ), ...counts })
  return found
}
