/** The figures counted: those of requests in one pass over the cases, those of disputes in another over the disputed. */
import type { Board, CountedLook, OrganId, TallyKey, TallyKeys } from '../ports.ts'
import { type FigureKey, figureKeys, figures, lookOf, type Outlook, yearBefore } from './figures.ts'

export type Figures = Readonly<Record<FigureKey, number>>

/** The figures of the time, and of the same days of the year before; zero where there is none. */
export interface Compared {
  readonly now: Figures
  readonly before: Figures
}

/** Each way of grouping with its groups. */
export type Groups<Ways extends Readonly<Record<string, readonly TallyKey[]>>> = {
  readonly [Way in keyof Ways]: readonly (Pick<TallyKeys, Ways[Way][number]> & Compared)[]
}

/** The same outlook on the year before. */
export const outlookBefore = (outlook: Outlook): Outlook => ({
  ...outlook,
  period: yearBefore(outlook.period),
})

/** The figures of requests for each group of each way of grouping. A group may have none. */
export const countRequests = <const Ways extends Readonly<Record<string, readonly TallyKey[]>>>(
  board: Board,
  organs: readonly OrganId[],
  outlook: Outlook,
  ways: Ways,
): Promise<Groups<Ways>> =>
  count(
    board,
    organs,
    outlook,
    figureKeys.filter((key) => !figures[key].disputes),
    ways,
  )

/** The figures of disputes by organ. */
export const countDisputes = (
  board: Board,
  organs: readonly OrganId[],
  outlook: Outlook,
): Promise<Groups<{ readonly standing: readonly ['organ'] }>> =>
  count(
    board,
    organs,
    outlook,
    figureKeys.filter((key) => figures[key].disputes),
    { standing: ['organ'] },
  )

type Name = `${keyof Compared}.${FigureKey}`

async function count<const Ways extends Readonly<Record<string, readonly TallyKey[]>>>(
  board: Board,
  organs: readonly OrganId[],
  outlook: Outlook,
  keys: readonly FigureKey[],
  ways: Ways,
): Promise<Groups<Ways>> {
  const past = keys.filter((key) => !figures[key].today)
  const before = outlookBefore(outlook)
  const looks = Object.fromEntries<CountedLook>([
    ...keys.map((key) => [`now.${key}`, lookOf(key, outlook)] as const),
    ...past.map((key) => [`before.${key}`, lookOf(key, before)] as const),
  ]) as Readonly<Record<Name, CountedLook>>
  const counted = await board.counts(organs, looks, ways)
  const groups = Object.entries(ways).map(([way, by]) => [
    way,
    counted[way]!.map((row) => ({
      ...Object.fromEntries(by.map((key) => [key, (row as Partial<TallyKeys>)[key]])),
      now: figuresAt(row, 'now'),
      before: figuresAt(row, 'before'),
    })),
  ])
  return Object.fromEntries(groups) as Groups<Ways>
}

const figuresAt = (counts: Readonly<Partial<Record<Name, number>>>, when: keyof Compared): Figures =>
  figuresOf((key) => counts[`${when}.${key}`] ?? 0)

/** Figures, each as told. */
export const figuresOf = (told: (key: FigureKey) => number): Figures =>
  Object.fromEntries(figureKeys.map((key) => [key, told(key)])) as Figures
