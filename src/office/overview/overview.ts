/** What leaders see of many organs at once: each table in one pass over the cases, however many organs there are. */
import { addMonths, type Day, yearOf } from '../../law/day.ts'
import type { OutcomeRow } from '../../law/dispositions.ts'
import type { Channel } from '../../law/receipt.ts'
import type { Board, DayRange, OrganId, Pace } from '../ports.ts'
import { countedAs, rowOf } from '../requests/annual.ts'
import {
  type Compared,
  countDisputes,
  countRequests,
  type Figures,
  figuresOf,
  outlookBefore,
} from './count-figures.ts'
import { lookOf, type Outlook } from './figures.ts'

export interface Standing extends Compared {
  readonly pace: Pace
  readonly paceBefore: Pace
}

/** How many of something, in the time and in the same days of the year before. */
export interface Share<Key> {
  readonly key: Key
  readonly now: number
  readonly before: number
}

export interface Overview {
  readonly period: DayRange
  readonly before: DayRange
  readonly total: Standing
  readonly organs: ReadonlyMap<OrganId, Standing>
  /** By the rows of the annual report, in the form of the year and under the policy of the outlook. */
  readonly outcomes: readonly Share<OutcomeRow>[]
  readonly outcomesByOrgan: readonly (Share<OutcomeRow> & { readonly organ: OrganId })[]
  readonly channels: readonly Share<Channel>[]
  /** By month: 2026-03. */
  readonly received: readonly Share<string>[]
  readonly closed: readonly Share<string>[]
}

const none: Compared = { now: figuresOf(() => 0), before: figuresOf(() => 0) }
const noPace: Pace = { median: null, ninetieth: null }

/** @returns the overview of the organs, with an entry for each of them */
export async function overviewOf(
  board: Board,
  organs: readonly OrganId[],
  outlook: Outlook,
): Promise<Overview> {
  const { period, policy } = outlook
  const past = outlookBefore(outlook)
  const [requests, disputes, paces] = await Promise.all([
    countRequests(board, organs, outlook, {
      standing: ['organ'],
      outcomes: ['organ', 'disposition', 'matter'],
      channels: ['channel'],
      came: ['cameOn'],
      closed: ['closedOn'],
    }),
    countDisputes(board, organs, outlook),
    board.paces(organs, { pace: lookOf('answered', outlook), paceBefore: lookOf('answered', past) }),
  ])
  const paceOf = (organ: OrganId | null) => paces.get(organ) ?? { pace: noPace, paceBefore: noPace }
  const standings = new Map(organs.map((organ) => [organ, none]))
  for (const { organ, ...counted } of [...requests.standing, ...disputes.standing])
    standings.set(organ, together(standings.get(organ)!, counted))
  const outcomes = requests.outcomes.flatMap((group) => {
    const ending = countedAs(group, policy)
    if (ending === null) return []
    return [{ ...group, row: rowOf(ending, yearOf(period.to), policy) as OutcomeRow }]
  })
  return {
    period,
    before: past.period,
    total: { ...[...standings.values()].reduce(together, none), ...paceOf(null) },
    organs: new Map([...standings].map(([organ, counted]) => [organ, { ...counted, ...paceOf(organ) }])),
    outcomes: shares(outcomes, 'closed', ({ row }) => row),
    outcomesByOrgan: [...Map.groupBy(outcomes, ({ organ }) => organ)].flatMap(([organ, groups]) =>
      shares(groups, 'closed', ({ row }) => row).map((share) => ({ organ, ...share })),
    ),
    channels: shares(requests.channels, 'received', ({ channel }) => channel),
    received: byMonth(
      shares(requests.came, 'received', ({ cameOn }) => cameOn),
      period,
    ),
    closed: byMonth(
      shares(requests.closed, 'closed', ({ closedOn }) => closedOn),
      period,
    ),
  }
}

const together = (one: Compared, other: Compared): Compared => ({
  now: figuresOf((key) => one.now[key] + other.now[key]),
  before: figuresOf((key) => one.before[key] + other.before[key]),
})

/** How a figure is made up: groups of the same key together, those without a case left out. */
function shares<Group extends Compared, Key extends string>(
  groups: readonly Group[],
  figure: keyof Figures,
  keyOf: (group: Group) => Key | null,
): readonly Share<Key>[] {
  const found = new Map<Key, Share<Key>>()
  for (const group of groups) {
    const key = keyOf(group)
    const [now, before] = [group.now[figure], group.before[figure]]
    if (key === null || now + before === 0) continue
    const sum = found.get(key) ?? { key, now: 0, before: 0 }
    found.set(key, { key, now: sum.now + now, before: sum.before + before })
  }
  return [...found.values()]
}

/** Every month of the time, those without a case too, under the name it has in the time itself. */
function byMonth(days: readonly Share<Day>[], { from, to }: DayRange): readonly Share<string>[] {
  const found = new Map<string, Share<string>>()
  for (let key = from.slice(0, 7); key <= to.slice(0, 7); key = addMonths(`${key}-01` as Day, 1).slice(0, 7))
    found.set(key, { key, now: 0, before: 0 })
  const add = (key: string, now: number, before: number) => {
    const sum = found.get(key)
    if (sum !== undefined) found.set(key, { key, now: sum.now + now, before: sum.before + before })
  }
  for (const { key, now, before } of days) {
    add(key.slice(0, 7), now, 0)
    add(addMonths(`${key.slice(0, 7)}-01` as Day, 12).slice(0, 7), 0, before)
  }
  return [...found.values()]
}
