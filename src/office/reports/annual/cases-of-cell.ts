/** The cases behind a figure of the annual report: as many entries as the figure says, for every cell. */
import { type ApplicantKind, applicantKinds } from '../../../law/application.ts'
import { dayOf } from '../../../law/day.ts'
import { type DispositionKey, dispositions } from '../../../law/dispositions.ts'
import { figureAt } from '../../../report/reading.ts'
import type { CaseFilter, CaseRow, OrganId, Page, PageRequest, Shared } from '../../ports.ts'
import {
  annualTables,
  type CountingPolicy,
  defaultCountingPolicy,
  disputeStandingOf,
  rowOf,
  standingOf,
} from '../../requests/annual.ts'
import type { CaseMore } from '../../requests/project-case.ts'
import type { Dispute } from '../../requests/state.ts'
import { cellOfYear, countedTables } from './figures.ts'

/** A case, once for each time that it counts to the cell; with the dispute where it is disputes that are counted. */
export interface CountedEntry {
  readonly row: CaseRow
  readonly dispute: Dispute | null
}

/** Whether cases are behind the cell at all. */
export const isCounted = (year: number, key: string): boolean => {
  const cell = cellOfYear(year, key)
  return cell !== undefined && countedTables.has(cell.table.key)
}

/** Endings that the form puts into the row. */
const endingsIn = (row: string, year: number, policy: CountingPolicy): readonly DispositionKey[] => {
  const own = (Object.keys(dispositions) as DispositionKey[]).filter(
    (ending) => rowOf(ending, year, policy) === row,
  )
  // What was moved on is kept under one ending and counted under whichever the organ has chosen.
  const moved = Object.values(policy.movedOn).some((ending) => ending !== null && own.includes(ending))
  return moved ? [...new Set<DispositionKey>([...own, 'petition'])] : own
}

/** At least the cases of the cell, and few others. */
function filterOf(organ: OrganId, year: number, key: string, policy: CountingPolicy): CaseFilter {
  if (key.startsWith('disputes/')) return { organs: [organ], disputed: true }
  const { row, column } = cellOfYear(year, key)!
  const kind = column.path as ApplicantKind
  const isEnding = row.node.kind === 'item' && row.path.startsWith('outcome.')
  return {
    organs: [organ],
    reported: { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) },
    ...(Object.hasOwn(applicantKinds, kind) && { applicantKind: [kind] }),
    ...(isEnding && { disposition: endingsIn(row.path, year, policy) }),
  }
}

/** What of the case counts there: the report of this case alone would have these figures in the cell. */
function entriesOf(row: CaseRow, year: number, key: string, policy: CountingPolicy): readonly CountedEntry[] {
  const { variant, applicantKind, more } = row
  const { progress, disputes = [] } = more as CaseMore
  const countIn = (alone: ReturnType<typeof annualTables>) =>
    alone === null ? 0 : (figureAt(alone, key) ?? 0)
  if (key.startsWith('disputes/'))
    return disputes
      .filter((each) => countIn(annualTables([], [{ ...disputeStandingOf(each), count: 1 }], year)) > 0)
      .map((dispute) => ({ row, dispute }))
  const standing = standingOf({ variant, applicantKind, progress })
  return countIn(annualTables([{ ...standing, count: 1 }], [], year, policy)) > 0
    ? [{ row, dispute: null }]
    : []
}

/** A page of the entries behind a cell; a page may have fewer than asked for, and yet be followed by another. */
export async function casesOfCell(
  { board }: Pick<Shared, 'board'>,
  organ: OrganId,
  year: number,
  key: string,
  page: PageRequest,
  policy: CountingPolicy = defaultCountingPolicy,
): Promise<Page<CountedEntry>> {
  const { rows, next } = await board.list(filterOf(organ, year, key, policy), page)
  return { rows: rows.flatMap((row) => entriesOf(row, year, key, policy)), next }
}

/** Rows asked for at once. */
const step = 500

/** All entries behind a cell. */
export async function everyCaseOfCell(
  shared: Pick<Shared, 'board'>,
  organ: OrganId,
  year: number,
  key: string,
  policy: CountingPolicy = defaultCountingPolicy,
): Promise<readonly CountedEntry[]> {
  const found: CountedEntry[] = []
  let after: string | undefined
  do {
    const page = await casesOfCell(shared, organ, year, key, { limit: step, after }, policy)
    found.push(...page.rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return found
}
