/**
 * From cases to the annual report: every cell of section three is a count over cases, so that opening, received,
 * closed and carried out balance by construction (条例§50(2)); section four counts the disputes (条例§50(3)).
 */
import type { ApplicantKind } from '../../law/application.ts'
import { yearOf } from '../../law/day.ts'
import { type DispositionKey, dispositions, type OutcomeRow } from '../../law/dispositions.ts'
import { editionFor } from '../../report/editions/index.ts'
import { type Count, fill } from '../../report/fill.ts'
import type { Table } from '../../report/form.ts'
import type { Readings } from '../../report/reading.ts'
import type { DisputeStanding } from '../ports.ts'
import { isDisposition } from './endings.ts'
import type { Matter, Variant } from './events.ts'
import type { Progress } from './progress.ts'
import type { Dispute, RequestState } from './state.ts'

/** Dispositions whose row no text we have read settles. */
export const unsettled = [
  'notGovernmentInformation',
  'archived',
  'withdrawn',
  'otherEnding',
  'reissue',
] as const satisfies readonly DispositionKey[]

export type Unsettled = (typeof unsettled)[number]

/** What came in by the wrong door, in words. */
export const matters: Readonly<Record<Matter, string>> = {
  petition: '信访',
  inquiry: '咨询',
  complaint: '投诉、举报',
}

const matterKeys = Object.keys(matters) as readonly Matter[]

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

/** The little of a state on which counting depends. */
export interface Countable {
  readonly variant: Variant | null
  readonly applicantKind: ApplicantKind | null
  readonly progress: Progress
}

/** What counting looks at. Cases that are alike in it are counted alike: a list can be tallied by it. */
export interface CaseStanding {
  readonly variant: Variant | null
  readonly applicantKind: ApplicantKind | null
  readonly matter: Matter | null
  /** Year of receipt, or in which it was moved on. */
  readonly receivedIn: number | null
  readonly closedIn: number | null
  readonly disposition: DispositionKey | null
}

export function standingOf({ variant, applicantKind, progress }: Countable): CaseStanding {
  const { receivedOn, ended } = progress
  const matter = ended?.matter ?? null
  const cameOn = matter === null ? receivedOn : ended!.on
  return {
    variant,
    applicantKind,
    matter,
    receivedIn: cameOn && yearOf(cameOn),
    closedIn: ended && yearOf(ended.on),
    disposition: dispositionOf(progress),
  }
}

/** How the case ended; null while it is open, where it was void, and for the endings of 条例§41, which are no dispositions. */
export function dispositionOf({ ended, draft }: Progress): DispositionKey | null {
  if (ended === null) return null
  if (ended.how === 'voided') return null
  if (ended.how !== 'answered') return ended.how === 'withdrawn' ? 'withdrawn' : 'petition'
  return draft !== null && isDisposition(draft.ending) ? draft.ending : null
}

/** `closedIn` and `disposition` are null together. */
export interface CountedCase {
  readonly receivedIn: number
  readonly closedIn: number | null
  readonly disposition: DispositionKey | null
  readonly column: ApplicantKind
}

/**
 * The case as the annual report sees it; null where it does not. A correction of records is no request for
 * information (条例§41), and what is not received yet by 条例§31 is not received.
 */
export function countedCase(
  { variant, applicantKind, matter, receivedIn, closedIn, disposition }: CaseStanding,
  policy: CountingPolicy = defaultCountingPolicy,
): CountedCase | null {
  if (variant !== 'disclosure' || applicantKind === null || receivedIn === null) return null
  if (matter === null && disposition === 'withdrawn' && policy.withdrawn === 'leftOut') return null
  const counted = countedAs({ matter, disposition }, policy)
  if (matter !== null && counted === null) return null
  return {
    receivedIn,
    closedIn: counted === null ? null : closedIn,
    disposition: counted,
    column: applicantKind,
  }
}

/** The ending as which a case is counted: what was moved on as the policy has it for its matter. */
export const countedAs = (
  { matter, disposition }: Pick<CaseStanding, 'matter' | 'disposition'>,
  policy: CountingPolicy,
): DispositionKey | null => (matter === null ? disposition : policy.movedOn[matter])

/** The cases that no report counts under the policy. */
export const leftOutUnder = ({ withdrawn, movedOn }: CountingPolicy) => ({
  withdrawn: withdrawn === 'leftOut',
  matters: matterKeys.filter((matter) => movedOn[matter] === null),
})

/** A cell of section three to which a case counts, in a year. A case counts to one or two cells, or to none. */
export interface Cell {
  readonly row: string
  readonly column: ApplicantKind
}

/** Where the case stands in the report for the year: received or carried in, and ended or carried out. */
export function cellsOf(
  { receivedIn, closedIn, disposition, column }: CountedCase,
  year: number,
  policy: CountingPolicy = defaultCountingPolicy,
): readonly Cell[] {
  if (receivedIn > year || (closedIn !== null && closedIn < year)) return []
  const from = receivedIn === year ? 'received' : 'carriedIn'
  const to = closedIn === year ? rowOf(disposition!, year, policy) : 'carriedOut'
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

/** The endings and matters that stand in a row of the form of the year, or in one of the rows below it. */
export function outcomeUnder(row: string, year: number, policy: CountingPolicy) {
  const isUnder = (ending: DispositionKey | null) => {
    const own = ending === null ? null : rowOf(ending, year, policy)
    return own === row || own?.startsWith(`${row}.`) === true
  }
  return {
    dispositions: (Object.keys(dispositions) as DispositionKey[]).filter(isUnder),
    matters: matterKeys.filter((matter) => isUnder(policy.movedOn[matter])),
  }
}

/** What counting looks at in a dispute. Disputes that are alike in it are counted alike. */
export const disputeStandingOf = (dispute: Dispute): DisputeStanding => ({
  standing: dispute.standing,
  dispute: dispute.dispute,
  afterReconsideration: dispute.after !== null,
  filedIn: yearOf(dispute.filedOn),
  decidedIn: dispute.decided && yearOf(dispute.decided.on),
  result: dispute.decided?.result ?? null,
})

/** Column of section four, such as `litigation.direct.upheld`; null where the dispute is not the organ's to count. */
export function columnOfDispute(
  { standing, dispute, afterReconsideration, filedIn, decidedIn, result }: DisputeStanding,
  year: number,
): string | null {
  // 年报填报函: of a suit against both, the organ of the original act counts, the review organ does not.
  if (standing !== 'originalOrgan') return null
  if (filedIn > year || (decidedIn !== null && decidedIn < year)) return null
  const kind =
    dispute === 'reconsideration'
      ? 'reconsideration'
      : afterReconsideration
        ? 'litigation.afterReconsideration'
        : 'litigation.direct'
  return `${kind}.${decidedIn === year ? result : 'pending'}`
}

/** So many cases alike. */
export type Tallied = CaseStanding & { readonly count: number }

/** The same for a dispute of a case. */
export const disputeColumnOf = (dispute: Dispute, year: number): string | null =>
  columnOfDispute(disputeStandingOf(dispute), year)

/** Counts for section three, in the year's form. */
export function requestCounts(
  cases: readonly Tallied[],
  year: number,
  policy: CountingPolicy = defaultCountingPolicy,
): readonly Count<Table>[] {
  return cases.flatMap((each) => {
    const counted = countedCase(each, policy)
    const { count } = each
    return counted === null ? [] : cellsOf(counted, year, policy).map((cell) => ({ ...cell, count }))
  })
}

/** So many disputes alike. */
export type TalliedDispute = DisputeStanding & { readonly count: number }

/** Counts for section four. By dispute, not by request: one decided this year may concern a reply of last year. */
export function disputeCounts(disputes: readonly TalliedDispute[], year: number): readonly Count<Table>[] {
  return disputes.flatMap((each) => {
    const column = columnOfDispute(each, year)
    return column === null ? [] : [{ row: 'cases', column, count: each.count }]
  })
}

/** The disputes of cases, one by one. */
export const disputesOf = (cases: readonly Pick<RequestState, 'disputes'>[]): readonly TalliedDispute[] =>
  cases.flatMap(({ disputes }) => disputes.map((each) => ({ ...disputeStandingOf(each), count: 1 })))

/** Sections three and four of the report for the year, complete, from the states of all cases. */
export function annualReadings(
  states: readonly RequestState[],
  year: number,
  policy: CountingPolicy = defaultCountingPolicy,
): Readings | null {
  const cases = states.map((state) => ({ ...standingOf(state), count: 1 }))
  return annualTables(cases, disputesOf(states), year, policy)
}

/**
 * The same from a tally of at least the cases reported in the year, and from a tally of disputes, so that it costs what
 * the report is long. Null before 2019, when there was no form.
 */
export function annualTables(
  cases: readonly Tallied[],
  disputes: readonly TalliedDispute[],
  year: number,
  policy: CountingPolicy = defaultCountingPolicy,
): Readings | null {
  const tables: readonly Table[] | undefined = editionFor(year)?.tables
  if (tables === undefined) return null
  const table = (key: Table['key']): Table => tables.find((each) => each.key === key)!
  return Object.assign(
    fill(table('requests'), requestCounts(cases, year, policy)),
    fill(table('disputes'), disputeCounts(disputes, year)),
  )
}
