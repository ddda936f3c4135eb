/** How each organ stands after publication, one line an organ: for whoever oversees several (条例§47). */
import type { Day } from '../../law/day.ts'
import type { Moment, Office, OrganId, RecordRow } from '../ports.ts'
import type { Gravity } from './checks/check.ts'
import { checkDocuments, documentChecks } from './checks/check-documents.ts'
import { type ColumnKey, type ColumnState, freshnessOfOrgans } from './columns.ts'
import { clocksOfConcern, isIdle, lastUpdateOf } from './records/clocks.ts'
import { everyRecord } from './records/every-record.ts'
import type { RecordKind } from './records/record.ts'

export interface OverseenOrgan {
  readonly organ: OrganId
  /** Findings of the checks by how grave they are. */
  readonly findings: Readonly<Record<Gravity, number>>
  readonly stale: readonly ColumnKey[]
  readonly blank: readonly ColumnKey[]
  readonly veto: boolean
  /** Accounts without news for two weeks. */
  readonly idle: number
  /** Concerns that wait for an answer, and of these the ones past one of their clocks. */
  readonly concerns: number
  readonly concernsLate: number
  /** Reports of errors that wait, and of these the ones past their day. */
  readonly corrections: number
  readonly correctionsLate: number
}

/** One line for each organ named, in their order. */
export async function overseeOrgans(
  office: Office,
  organs: readonly OrganId[],
  { today, now }: { readonly today: Day; readonly now: Moment },
): Promise<readonly OverseenOrgan[]> {
  const freshness = await freshnessOfOrgans(office, organs, today)
  const acts = await office.documents.acts(organs)
  const open = async (kind: RecordKind): Promise<readonly RecordRow[]> =>
    Array.fromAsync(everyRecord(office, { organs, kind, state: 'open' }))
  const [accounts, concerns, corrections] = [
    await open('account'),
    await open('concern'),
    await open('correction'),
  ]
  const lines: OverseenOrgan[] = []
  for (const { organ, columns, veto } of freshness) {
    const inState = (state: ColumnState) =>
      columns.filter((each) => each.state === state).map(({ column }) => column)
    const findings = { fault: 0, warning: 0, note: 0 }
    for (const { check } of await checkDocuments(office, organ, today))
      findings[documentChecks[check].gravity] += 1
    const mine = (rows: readonly RecordRow[]) => rows.filter((row) => row.organ === organ)
    const ownActs = acts.filter((act) => act.organ === organ)
    lines.push({
      ...{ organ, findings, stale: inState('stale'), blank: inState('blank'), veto },
      idle: mine(accounts).filter((row) => isIdle(row, lastUpdateOf(row, ownActs), today)).length,
      concerns: mine(concerns).length,
      concernsLate: mine(concerns).filter((row) => isLate(row, now)).length,
      corrections: mine(corrections).length,
      correctionsLate: mine(corrections).filter(({ due }) => due !== null && due < today).length,
    })
  }
  return lines
}

const isLate = (concern: RecordRow, now: Moment): boolean =>
  clocksOfConcern(concern, now).some(({ verdict }) => verdict === 'overdue')
