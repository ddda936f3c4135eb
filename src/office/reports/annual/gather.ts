/** What an annual report is made of, asked of the store: a grouped query for each table. */
import { dayOf } from '../../../law/day.ts'
import type { Channel } from '../../../law/receipt.ts'
import { channels } from '../../../law/receipt.ts'
import type { Board, OrganId } from '../../ports.ts'
import { standingKeys } from '../../requests/annual.ts'
import type { Gathered, RegisterFigures } from './compile.ts'

/**
 * What a register of normative documents, or another room, tells of section two; null where it keeps nothing of the
 * year, so that the figures are asked for.
 */
export type RegisterOfDocuments = (organ: OrganId, year: number) => Promise<RegisterFigures | null>

const reportedIn = (year: number) => ({ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) })

/** Of one organ. */
export async function gather(
  board: Board,
  organ: OrganId,
  year: number,
  register?: RegisterOfDocuments,
): Promise<Gathered> {
  const [cases, disputes] = await Promise.all([
    board.tally({ organs: [organ], reported: reportedIn(year) }, standingKeys),
    board.tallyDisputes([organ]),
  ])
  return { cases, disputes, register: (await register?.(organ, year)) ?? null }
}

/** Of many organs, in as many queries as of one. Organs without a case are not in it. */
export async function gatherAll(
  board: Board,
  organs: readonly OrganId[],
  year: number,
): Promise<ReadonlyMap<OrganId, Gathered>> {
  const [cases, disputes] = await Promise.all([
    board.tally({ organs, reported: reportedIn(year) }, ['organ', ...standingKeys]),
    board.tallyDisputes(organs),
  ])
  const [casesOf, disputesOf] = [
    Map.groupBy(cases, ({ organ }) => organ),
    Map.groupBy(disputes, ({ organ }) => organ),
  ]
  return new Map(
    [...new Set([...casesOf.keys(), ...disputesOf.keys()])].map((organ) => [
      organ,
      { cases: casesOf.get(organ) ?? [], disputes: disputesOf.get(organ) ?? [], register: null },
    ]),
  )
}

/** Counts that live figures may name, `count/<name>`, beside the cells of the form. */
export const countCaptions: Readonly<Record<Channel, string>> = Object.fromEntries(
  Object.entries(channels).map(([channel, { caption }]) => [channel, `本年新收：${caption}`]),
) as Record<Channel, string>

/** Requests received in the year by the way they came. */
export async function countsOf(board: Board, organ: OrganId, year: number): Promise<Record<Channel, number>> {
  const filter = { organs: [organ], received: reportedIn(year), variant: ['disclosure'] } as const
  const tallies = await board.tally(filter, ['channel'])
  const none = Object.keys(channels).map((channel) => [channel, 0] as const)
  return Object.fromEntries([
    ...none,
    ...tallies.map(({ channel, count }) => [channel, count] as const),
  ]) as Record<Channel, number>
}
