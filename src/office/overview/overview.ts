/** What leaders see of many organs at once: some grouped queries, however many organs there are. */
import { addMonths, type Day } from '../../law/day.ts'
import type { DispositionKey } from '../../law/dispositions.ts'
import type { Channel } from '../../law/receipt.ts'
import type { Board, DayRange, OrganId, Spans } from '../ports.ts'
import { type FigureKey, figureKeys, figures, looksOf, type Outlook, yearBefore } from './figures.ts'

export type Figures = Readonly<Record<FigureKey, number>>

/** Working days to the answer. */
export type Pace = Pick<Spans, 'median' | 'ninetieth'>

export interface Standing {
  readonly now: Figures
  /** The same days of the year before; zero where a figure is of today alone. */
  readonly before: Figures
  readonly pace: Pace
  readonly paceBefore: Pace
}

/** How many of something, in the time and in the same days of the year before. */
export interface Compared<Key> {
  readonly key: Key
  readonly now: number
  readonly before: number
}

export interface Overview {
  readonly period: DayRange
  readonly before: DayRange
  readonly total: Standing
  readonly organs: ReadonlyMap<OrganId, Standing>
  readonly outcomes: readonly Compared<DispositionKey>[]
  readonly outcomesByOrgan: readonly {
    readonly organ: OrganId
    readonly disposition: DispositionKey
    readonly count: number
  }[]
  readonly channels: readonly Compared<Channel>[]
  /** By month: 2026-03. */
  readonly received: readonly Compared<string>[]
  readonly closed: readonly Compared<string>[]
}

const noFigures = Object.fromEntries(figureKeys.map((key) => [key, 0])) as Figures
const noPace: Pace = { median: null, ninetieth: null }

/** Everything that is asked of one time. */
async function gather(
  board: Board,
  organs: readonly OrganId[],
  outlook: Outlook,
  keys: readonly FigureKey[],
) {
  const { period } = outlook
  const counted = { organs, counted: true } as const
  const [figuresOf, spans, outcomes, channels, received, closed] = await Promise.all([
    board.counts(organs, looksOf(outlook, keys)),
    board.spans({ ...counted, answered: period }),
    board.tally({ ...counted, closed: period }, ['organ', 'disposition']),
    board.tally({ ...counted, came: period }, ['channel']),
    board.tally({ ...counted, came: period }, ['receivedInMonth']),
    board.tally({ ...counted, closed: period }, ['closedInMonth']),
  ])
  return {
    figures: new Map<OrganId, Figures>(
      figuresOf.map(({ organ, ...counts }) => [organ, { ...noFigures, ...counts }]),
    ),
    pace: new Map<OrganId | null, Pace>(
      spans.map(({ organ, median, ninetieth }) => [organ, { median, ninetieth }]),
    ),
    outcomes,
    channels,
    received: received.map(({ receivedInMonth, count }) => ({ month: receivedInMonth!, count })),
    closed: closed.map(({ closedInMonth, count }) => ({ month: closedInMonth!, count })),
  }
}

/** @returns the overview of the organs, with an entry for each of them */
export async function overviewOf(
  board: Board,
  organs: readonly OrganId[],
  outlook: Outlook,
): Promise<Overview> {
  const before = yearBefore(outlook.period)
  const past = figureKeys.filter((key) => !figures[key].today)
  const [now, then] = await Promise.all([
    gather(board, organs, outlook, figureKeys),
    gather(board, organs, { ...outlook, period: before }, past),
  ])
  const standingOf = (organ: OrganId): Standing => ({
    now: now.figures.get(organ) ?? noFigures,
    before: then.figures.get(organ) ?? noFigures,
    pace: now.pace.get(organ) ?? noPace,
    paceBefore: then.pace.get(organ) ?? noPace,
  })
  return {
    period: outlook.period,
    before,
    total: {
      now: together([...now.figures.values()]),
      before: together([...then.figures.values()]),
      pace: now.pace.get(null) ?? noPace,
      paceBefore: then.pace.get(null) ?? noPace,
    },
    organs: new Map(organs.map((organ) => [organ, standingOf(organ)])),
    outcomes: compared(now.outcomes, then.outcomes, ({ disposition }) => disposition),
    outcomesByOrgan: now.outcomes.flatMap(({ organ, disposition, count }) =>
      disposition === null ? [] : [{ organ, disposition, count }],
    ),
    channels: compared(now.channels, then.channels, ({ channel }) => channel),
    received: byMonth(now.received, then.received, outlook.period),
    closed: byMonth(now.closed, then.closed, outlook.period),
  }
}

const together = (all: readonly Figures[]): Figures =>
  Object.fromEntries(figureKeys.map((key) => [key, all.reduce((sum, each) => sum + each[key], 0)])) as Figures

function compared<Row extends { readonly count: number }, Key extends string>(
  now: readonly Row[],
  before: readonly Row[],
  keyOf: (row: Row) => Key | null,
): readonly Compared<Key>[] {
  const sums = (rows: readonly Row[]) => {
    const found = new Map<Key, number>()
    for (const row of rows) {
      const key = keyOf(row)
      if (key !== null) found.set(key, (found.get(key) ?? 0) + row.count)
    }
    return found
  }
  const [these, those] = [sums(now), sums(before)]
  return [...new Set([...these.keys(), ...those.keys()])].map((key) => ({
    key,
    now: these.get(key) ?? 0,
    before: those.get(key) ?? 0,
  }))
}

interface InMonth {
  /** 2026-03 */
  readonly month: string
  readonly count: number
}

/** Every month of the time, those without a case too, under the name it has in the time itself. */
function byMonth(
  now: readonly InMonth[],
  before: readonly InMonth[],
  { from, to }: DayRange,
): readonly Compared<string>[] {
  const countIn = (rows: readonly InMonth[], month: string) =>
    rows.find((each) => each.month === month)?.count ?? 0
  const months: string[] = []
  for (let day = from.slice(0, 7); day <= to.slice(0, 7); day = addMonths(`${day}-01` as Day, 1).slice(0, 7))
    months.push(day)
  return months.map((month) => ({
    key: month,
    now: countIn(now, month),
    before: countIn(before, addMonths(`${month}-01` as Day, -12).slice(0, 7)),
  }))
}
