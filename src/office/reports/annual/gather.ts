/** What an annual report is made of, asked of the store: a grouped query for each table. */
import { dayOf } from '../../../law/day.ts'
import type { Channel } from '../../../law/receipt.ts'
import { channels } from '../../../law/receipt.ts'
import type { Readings } from '../../../report/reading.ts'
import type { Board, OrganId, ReportedTally, Shared, Unit } from '../../ports.ts'
import { annualTables, type Tallied, type TalliedDispute } from '../../requests/annual.ts'
import { supervisionFigures, supervisionOfYear } from '../../supervision/year-figures.ts'
import type { Gathered, RegisterFigures } from './compile.ts'
import { countingPolicyOf } from './counting-policy.ts'

/**
 * What a register of normative documents, or another room, tells of section two; null where it keeps nothing of the
 * year, so that the figures are asked for.
 */
export type RegisterOfDocuments = (organ: OrganId, year: number) => Promise<RegisterFigures | null>

const reportedIn = (year: number) => ({ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) })

/** Cases as the report counts them. The years before and after stand for all that are before and after. */
const talliedFrom = ({ organ: _, ...row }: ReportedTally, year: number): readonly Tallied[] => {
  const { applicantKind, matter, disposition, keptEnded, keptOpen, newEnded, newOpen } = row
  const later = disposition === null ? null : year + 1
  const of = (receivedIn: number, closedIn: number | null, count: number): readonly Tallied[] =>
    count === 0
      ? []
      : [{ variant: 'disclosure', applicantKind, matter, receivedIn, closedIn, disposition, count }]
  return [
    ...of(year - 1, year, keptEnded),
    ...of(year - 1, later, keptOpen),
    ...of(year, year, newEnded),
    ...of(year, later, newOpen),
  ]
}

/** Of one organ. */
export async function gather(
  board: Board,
  organ: OrganId,
  year: number,
  register?: RegisterOfDocuments,
): Promise<Gathered> {
  const found = (await gatherAll(board, [organ], year)).get(organ)!
  return { ...found, register: (await register?.(organ, year)) ?? null }
}

/** Sections three and four as the organ counts them now; null for a year without a form. */
export async function countedNow(
  unit: Pick<Unit, 'board' | 'settings' | 'organ'>,
  year: number,
): Promise<Readings | null> {
  const { cases, disputes } = await gather(unit.board, unit.organ, year)
  return annualTables(cases, disputes, year, await countingPolicyOf(unit))
}

/** Of many organs, in as many queries as of one; of each of them, though it has no case. */
export async function gatherAll(
  board: Board,
  organs: readonly OrganId[],
  year: number,
): Promise<ReadonlyMap<OrganId, Gathered>> {
  const [cases, disputes] = await Promise.all([
    board.tallyReported(organs, year),
    board.tallyDisputes(organs, year),
  ])
  const found = new Map(
    organs.map((organ) => [
      organ,
      { cases: [] as Tallied[], disputes: [] as TalliedDispute[], register: null },
    ]),
  )
  for (const row of cases) found.get(row.organ)!.cases.push(...talliedFrom(row, year))
  for (const row of disputes) found.get(row.organ)!.disputes.push(row)
  return found
}

/** Requests by their way, as live figures name them. */
export const channelCaptions: Readonly<Record<Channel, string>> = Object.fromEntries(
  Object.entries(channels).map(([channel, { caption }]) => [channel, `本年新收：${caption}`]),
) as Record<Channel, string>

/** Counts that live figures may name, `count/<name>`, beside the cells of the form, under their headings. */
export const countCaptions: readonly {
  readonly name: string
  readonly caption: string
  readonly group: string
}[] = [
  ...Object.entries(supervisionFigures).map(([name, caption]) => ({ name, caption, group: '监督保障' })),
  ...Object.entries(channelCaptions).map(([name, caption]) => ({ name, caption, group: '按收件渠道' })),
]

/** All of them for a year. */
export async function countsOf(
  { board, supervision, organs }: Pick<Shared, 'board' | 'supervision' | 'organs'>,
  organ: OrganId,
  year: number,
): Promise<Readonly<Record<string, number>>> {
  return {
    ...(await channelsOf(board, organ, year)),
    ...(await supervisionOfYear({ supervision, organs }, organ, year)),
  }
}

/** Requests received in the year by the way they came. */
async function channelsOf(board: Board, organ: OrganId, year: number): Promise<Record<Channel, number>> {
  const filter = { organs: [organ], received: reportedIn(year), variant: ['disclosure'] } as const
  const tallies = await board.tally(filter, ['channel'])
  const none = Object.keys(channels).map((channel) => [channel, 0] as const)
  return Object.fromEntries([
    ...none,
    ...tallies.map(({ channel, count }) => [channel, count] as const),
  ]) as Record<Channel, number>
}
