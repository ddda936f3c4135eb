/** How a record stands, by one definition for what is counted and for the list that a count opens onto. Pure. */
import type { Day } from '../../law/day.ts'
import type { SupervisionFacts } from './record.ts'

type Row = Pick<SupervisionFacts, 'state' | 'due' | 'closedOn' | 'data'>

/** Reported or mended: its supervisor has to look, and its organ is late no more. */
const reported: ReadonlySet<string> = new Set(['reported', 'mended'])

export const recordStandings = {
  open: { caption: '没有办结', is: ({ closedOn }: Row) => closedOn === null },
  overdue: {
    caption: '逾期',
    is: ({ closedOn, due, state }: Row, today: Day) =>
      closedOn === null && due !== null && due < today && !reported.has(state),
  },
  waiting: {
    caption: '待验收、核验',
    is: ({ closedOn, state }: Row) => closedOn === null && reported.has(state),
  },
  repeated: {
    caption: '重复出现',
    is: ({ closedOn, data }: Row) => closedOn === null && (data.repeats ?? null) !== null,
  },
} as const satisfies Readonly<
  Record<string, { readonly caption: string; readonly is: (row: Row, today: Day) => boolean }>
>

export type RecordStanding = keyof typeof recordStandings
export const standingKeys = Object.keys(recordStandings) as readonly RecordStanding[]

/** How many of the rows stand so, each way. */
export const countStandings = (rows: readonly Row[], today: Day): Readonly<Record<RecordStanding, number>> =>
  Object.fromEntries(
    standingKeys.map((key) => [key, rows.filter((row) => recordStandings[key].is(row, today)).length]),
  ) as Record<RecordStanding, number>
