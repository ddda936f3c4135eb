/**
 * From cases to the annual report: every cell of section three is a count over cases, so that opening, received,
 * closed and carried out balance by construction (条例§50(2)); section four counts the disputes (条例§50(3)).
 */
import type { ApplicantKind } from '../../law/application.ts'
import { type Day, dayOf, yearOf } from '../../law/day.ts'
import { type DispositionKey, dispositions, type OutcomeRow } from '../../law/dispositions.ts'
import { editionFor } from '../../report/editions/index.ts'
import { type Count, fill } from '../../report/fill.ts'
import type { Table } from '../../report/form.ts'
import type { Readings } from '../../report/reading.ts'
import { isDisposition } from './endings.ts'
import type { Matter, Variant } from './events.ts'
import type { Progress } from './progress.ts'
import type { Dispute, RequestState } from './state.ts'

/** Dispositions whose row no text we have read settles. */
type Unsettled = 'notGovernmentInformation' | 'archived' | 'withdrawn' | 'otherEnding' | 'reissue'

/** Points of counting that the form leaves open. The organ's choice belongs in its log. */
export interface CountingPolicy {
  /** Whether a withdrawn request was a request: counted as received and ended, or not at all. */
  readonly withdrawn: 'counted' | 'leftOut'
  /** What a petition, inquiry or complaint by the wrong door counts as; null: as no request. */
  readonly movedOn: Readonly<Record<Matter, DispositionKey | null>>
  /** Rows in place of those of law/dispositions, by the form of 2021. */
  readonly rows: Readonly<Partial<Record<Unsettled, OutcomeRow>>>
}

export const defaultCountingPolicy: CountingPolicy = {
  withdrawn: 'counted',
  movedOn: { petition: 'petition', complaint: 'petition', inquiry: 'petition' },
  rows: {},
}

/** The little of a case that counting needs; a row of a list has it as well as a full state. */
export interface Countable {
  readonly variant: Variant | null
  readonly applicantKind: ApplicantKind | null
  readonly progress: Progress
}

export interface CountedCase {
  readonly receivedOn: Day
  readonly closedOn: Day | null
  readonly disposition: DispositionKey | null
  readonly column: ApplicantKind
}

/**
 * The case as the annual report sees it; null where it does not. A correction of records is no request for
 * information (条例§41), and what is not received yet by 条例§31 is not received.
 */
export function countedCase(
  { variant, applicantKind, progress }: Countable,
  policy: CountingPolicy = defaultCountingPolicy,
): CountedCase | null {
  if (variant !== 'disclosure' || applicantKind === null) return null
  const { receivedOn, ended, draft } = progress
  if (ended?.matter) {
    const disposition = policy.movedOn[ended.matter]
    return disposition && { receivedOn: ended.on, closedOn: ended.on, disposition, column: applicantKind }
  }
  if (receivedOn === null) return null
  const open = { receivedOn, closedOn: null, disposition: null, column: applicantKind }
  if (ended === null) return open
  if (ended.how === 'withdrawn')
    return policy.withdrawn === 'leftOut' ? null : { ...open, closedOn: ended.on, disposition: 'withdrawn' }
  const ending = draft?.ending
  return ending !== undefined && isDisposition(ending)
    ? { ...open, closedOn: ended.on, disposition: ending }
    : open
}

/** A cell of section three to which a case counts, in a year. A case counts to one or two cells, or to none. */
export interface Cell {
  readonly row: string
  readonly column: ApplicantKind
}

/** Where the case stands in the report for the year: received or carried in, and ended or carried out. */
export function cellsOf(
  { receivedOn, closedOn, disposition, column }: CountedCase,
  year: number,
  policy: CountingPolicy = defaultCountingPolicy,
): readonly Cell[] {
  const received = yearOf(receivedOn)
  const closed = closedOn === null ? null : yearOf(closedOn)
  if (received > year || (closed !== null && closed < year)) return []
  const from = received === year ? 'received' : 'carriedIn'
  const to = closed === year ? rowOf(disposition!, year, policy) : 'carriedOut'
  return [
    { row: from, column },
    { row: to, column },
  ]
}

/** The row of an ending in the form of the year. */
export function rowOf(disposition: DispositionKey, year: number, policy: CountingPolicy): string {
  const own = policy.rows[disposition as Unsettled]
  const { row, row2019 } = dispositions[disposition]
  if (editionFor(year)?.id === '2021') return own ?? row
  return own === undefined ? row2019 : own.startsWith('outcome.other.') ? 'outcome.other' : own
}

/** Column of section four, such as `litigation.direct.upheld`; null where the dispute is not the organ's to count. */
export function disputeColumnOf(dispute: Dispute, year: number): string | null {
  // 年报填报函: of a suit against both, the organ of the original act counts, the review organ does not.
  if (dispute.standing !== 'originalOrgan') return null
  const { filedOn, decided } = dispute
  const endOfYear = dayOf(year, 12, 31)
  if (filedOn > endOfYear || (decided !== null && yearOf(decided.on) < year)) return null
  const kind =
    dispute.dispute === 'reconsideration'
      ? 'reconsideration'
      : dispute.after === null
        ? 'litigation.direct'
        : 'litigation.afterReconsideration'
  return `${kind}.${decided !== null && decided.on <= endOfYear ? decided.result : 'pending'}`
}

/** Counts for section three, in the year's form. */
export function requestCounts(
  cases: readonly Countable[],
  year: number,
  policy: CountingPolicy = defaultCountingPolicy,
): readonly Count<Table>[] {
  return cases.flatMap((each) => {
    const counted = countedCase(each, policy)
    return counted === null ? [] : cellsOf(counted, year, policy).map((cell) => ({ ...cell, count: 1 }))
  })
}

/** Counts for section four. By dispute, not by request: one decided this year may concern a reply of last year. */
export function disputeCounts(
  cases: readonly Pick<RequestState, 'disputes'>[],
  year: number,
): readonly Count<Table>[] {
  return cases
    .flatMap(({ disputes }) => disputes.map((dispute) => disputeColumnOf(dispute, year)))
    .flatMap((column) => (column === null ? [] : [{ row: 'cases', column, count: 1 }]))
}

/** Sections three and four of the report for the year, complete. Null before 2019, when there was no form. */
export function annualReadings(
  states: readonly RequestState[],
  year: number,
  policy: CountingPolicy = defaultCountingPolicy,
): Readings | null {
  const tables: readonly Table[] | undefined = editionFor(year)?.tables
  if (tables === undefined) return null
  const table = (key: Table['key']): Table => tables.find((each) => each.key === key)!
  return {
    ...fill(table('requests'), requestCounts(states, year, policy)),
    ...fill(table('disputes'), disputeCounts(states, year)),
  }
}
