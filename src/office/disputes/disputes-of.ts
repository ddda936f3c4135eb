/** The register of disputes: by organ and year, from the rows of cases, in agreement with the annual report. */

import { compareDays, type Day, dayOf, yearOf } from '../../law/day.ts'
import { zh } from '../../law/glossary.ts'
import { everyCase } from '../handling/every-case.ts'
import type { CaseId, CaseRow, Office, OrganId } from '../ports.ts'
import { type CaseMore, type Dispute, disputeColumnOf } from '../requests/index.ts'

/** `appealed`: decided, and not effective. */
export type DisputeStage = 'pending' | 'appealed' | 'decided'

export const disputeStages: Readonly<Record<DisputeStage, string>> = {
  pending: zh('pending'),
  appealed: '已裁判，尚未生效',
  decided: '已审结',
}

export interface ListedDispute extends Dispute {
  readonly organ: OrganId
  readonly request: CaseId
  /** The organ's number of the request. */
  readonly number: string | null
  /** At the end of the year. */
  readonly stage: DisputeStage
  /** Column of section four of the year's report, such as `litigation.direct.upheld`; null where not counted. */
  readonly column: string | null
}

/**
 * Every dispute that was filed by the end of the year and not decided before it, the latest filed first. Those that
 * the organ stands in as review organ are there too and bear no column (年报填报函).
 */
export async function disputesOf(
  { board }: Pick<Office, 'board'>,
  organs: readonly OrganId[],
  year: number,
): Promise<readonly ListedDispute[]> {
  const found: ListedDispute[] = []
  for await (const row of everyCase({ board }, { organs, disputed: true }))
    found.push(...disputesIn(row, year))
  return found.toSorted((a, b) => compareDays(b.filedOn, a.filedOn))
}

function disputesIn({ organ, id, number, more }: CaseRow, year: number): readonly ListedDispute[] {
  const { disputes = [] } = more as CaseMore
  const end = dayOf(year, 12, 31)
  return disputes
    .filter(({ filedOn, decided }) => filedOn <= end && (decided === null || yearOf(decided.on) >= year))
    .map((each) => ({
      ...each,
      organ,
      request: id,
      number,
      stage: stageOf(each, end),
      column: disputeColumnOf(each, year),
    }))
}

/** How far it was at the end of a day. */
export function stageOf({ decided, decisions }: Dispute, on: Day): DisputeStage {
  if (decided !== null && decided.on <= on) return 'decided'
  return decisions.some((decision) => decision.on <= on) ? 'appealed' : 'pending'
}
