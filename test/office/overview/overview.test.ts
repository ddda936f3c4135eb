/** The figures that leaders see, against the lists they open onto, the annual report and the clock of each case. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../../src/law/calendar.ts'
import type { Day } from '../../../src/law/day.ts'
import type { OutcomeRow } from '../../../src/law/dispositions.ts'
import { deriveDueUnder } from '../../../src/office/handling/handle-request.ts'
import {
  figureKeys,
  figures,
  lookOf,
  type Outlook,
  outlookOn,
  yearBefore,
} from '../../../src/office/overview/figures.ts'
import { overviewOf } from '../../../src/office/overview/overview.ts'
import { linesOf, overviewFile, overviewList } from '../../../src/office/overview/overview-list.ts'
import type { CountedLook, DayRange } from '../../../src/office/ports.ts'
import {
  type CountingPolicy,
  defaultCountingPolicy,
  outcomeUnder,
} from '../../../src/office/requests/annual.ts'
import { annualReadings, clockOf, projectCase } from '../../../src/office/requests/index.ts'
import { editions } from '../../../src/report/editions/index.ts'
import { leaves } from '../../../src/report/form.ts'
import { figureAt } from '../../../src/report/reading.ts'
import { rebuild } from '../../../src/store/rebuild.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { startCluster } from '../../store/support/cluster.ts'
import { embeddedDatabases } from '../../store/support/embedded.ts'
import { by, open, organ } from '../../store/support/office.ts'
import { live, plans } from '../requests/histories.ts'
import { answer, type Walk, walk } from '../requests/walk.ts'

const [cluster, embedded] = await Promise.all([startCluster(), embeddedDatabases()])
afterAll(async () => {
  await embedded.remove()
  if (typeof cluster !== 'string') await cluster.stop()
})

const organs = ['overview-a', 'overview-b', 'overview-c']
const today: Day = '2026-09-01'
const on = (period: DayRange, policy = defaultCountingPolicy): Outlook =>
  outlookOn(period, { today, soonUntil: '2026-09-08', policy })
const year = on({ from: '2026-01-01', to: today })

const came = (number: string, arrivedOn: Day) =>
  ({ number, applicant: 'vault-1', applicantKind: 'natural', channel: 'inPerson', arrivedOn }) as const

/** What random histories seldom come to: an answer, and a dispute about it. */
function disputed(on: Day, decided: boolean): Walk {
  const walked = answer(walk(on).do('receive', came(`disputed-${on}`, on)), 'granted')
  walked.do('fileReview', {
    id: 'd1',
    dispute: 'reconsideration',
    caseNo: '示府复〔2026〕1号',
    against: 'reply',
  })
  return decided
    ? walked.do('decideReview', { id: 'd1', result: 'corrected', what: '责令重新答复。' })
    : walked
}

/** Nor to this: what came as a request and is none. */
const movedOn = (on: Day): readonly Walk[] =>
  (['inquiry', 'complaint', 'petition'] as const).map((matter) =>
    walk(on)
      .do('receive', { ...came(`${matter}-${on}`, on), doubtful: true })
      .do('moveOn', { matter, to: '示例县信访局', letterNo: '示公转〔2025〕1号' }),
  )

const rowsOfOutcome = leaves(editions['2021'].tables.find(({ key }) => key === 'requests')!.rows)
  .filter(({ path, node }) => node.kind === 'item' && path.startsWith('outcome.'))
  .map(({ path }) => path as OutcomeRow)

function suite(place: () => Promise<string>): void {
  let store: Store
  const walks = new Map<string, readonly Walk[]>()
  beforeAll(async () => {
    store = await open(await place(), { project: projectCase })
    const made = fc.sample(fc.array(plans('2025-01-01', 600), { minLength: 25, maxLength: 25 }), {
      numRuns: organs.length,
      seed: 20260901,
    })
    for (const [at, here] of organs.entries()) {
      const lived = [
        ...made[at]!.map((plan, index) => live(plan, index)),
        disputed('2026-03-02', at === 1),
        ...movedOn('2025-06-03'),
      ]
      walks.set(here, lived)
      await store.organs.put(organ(here))
      await store.inTransaction(here, async ({ events }) => {
        for (const [index, { events: told }] of lived.entries())
          await events.append(`request/${index}`, 0, told, by)
      })
      await rebuild(store, here, deriveDueUnder(nationalCalendar))
    }
  }, 120_000)
  afterAll(() => store.close())

  const lengthOf = async (look: CountedLook, at: readonly string[]) => {
    let [length, after]: [number, string | undefined] = [0, undefined]
    do {
      const page = await store.board.list({ organs: at, ...look }, { limit: 100, after })
      length += page.rows.length
      after = page.next ?? undefined
    } while (after !== undefined)
    return length
  }

  test('每个数字都等于它打开的清单的件数，各机关如此，合计也如此', async () => {
    const overview = await overviewOf(store.board, organs, year)
    const then = { ...year, period: yearBefore(year.period) }
    for (const key of figureKeys) {
      expect(overview.total.now[key], key).toBe(await lengthOf(lookOf(key, year), organs))
      for (const here of organs) {
        const standing = overview.organs.get(here)!
        // What is said of all figures at once, that one pass may count them, takes nothing from any of them.
        const { reported: _, ...alone } = lookOf(key, year)
        expect(standing.now[key], `${here} ${key}`).toBe(await lengthOf(alone, [here]))
        if (!figures[key].today) expect(standing.before[key]).toBe(await lengthOf(lookOf(key, then), [here]))
      }
    }
    // The histories are such that the comparison means something.
    for (const key of ['received', 'closed', 'open', 'overdue', 'waiting', 'answered', 'disputed'] as const)
      expect(overview.total.now[key], key).toBeGreaterThan(0)
    expect(overview.organs.get(organs[1]!)!.now.corrected).toBeGreaterThan(0)
  })

  test('条例§50 期初结转加收到，等于办结加期末在办；答复分为按期和逾期', async () => {
    for (const period of [
      year.period,
      { from: '2025-03-10', to: '2026-02-20' },
      { from: today, to: today },
    ] as const) {
      const { organs: rows } = await overviewOf(store.board, organs, on(period))
      for (const { now } of rows.values()) {
        expect(now.carriedIn + now.received).toBe(now.closed + now.open)
        expect(now.answered).toBe(now.inTime + now.late)
      }
    }
  })

  test('条例§50 全年的收到、办结、结转与年度报告相同', async () => {
    const period = { from: '2025-01-01', to: '2025-12-31' } as const
    const { organs: rows } = await overviewOf(store.board, organs, on(period))
    for (const here of organs) {
      const readings = annualReadings(
        walks.get(here)!.map(({ state }) => state),
        2025,
      )!
      const { received, carriedIn, closed, open } = rows.get(here)!.now
      const cell = (row: string) => figureAt(readings, `requests/${row}@total`)
      expect([received, carriedIn, closed, open]).toEqual(
        ['received', 'carriedIn', 'outcome.total', 'carriedOut'].map(cell),
      )
    }
  })

  test('条例§50 结果按所设的计数口径归行，与年度报告相同，各行都等于它打开的清单的件数', async () => {
    const policy: CountingPolicy = {
      withdrawn: 'leftOut',
      movedOn: { petition: null, inquiry: 'otherEnding', complaint: 'petition' },
      rows: { otherEnding: 'outcome.unavailable.notHeld' },
    }
    for (const counting of [defaultCountingPolicy, policy]) {
      const outlook = on({ from: '2025-01-01', to: '2025-12-31' }, counting)
      const { outcomes, outcomesByOrgan, organs: rows } = await overviewOf(store.board, organs, outlook)
      for (const here of organs) {
        const states = walks.get(here)!.map(({ state }) => state)
        const readings = annualReadings(states, 2025, counting)!
        const cell = (row: string) => figureAt(readings, `requests/${row}@total`)
        const of = new Map(
          outcomesByOrgan.filter(({ organ }) => organ === here).map((each) => [each.key, each.now]),
        )
        for (const path of rowsOfOutcome) expect(of.get(path) ?? 0, `${here} ${path}`).toBe(cell(path))
        const { received, carriedIn, closed, open } = rows.get(here)!.now
        expect([received, carriedIn, closed, open]).toEqual(
          ['received', 'carriedIn', 'outcome.total', 'carriedOut'].map(cell),
        )
      }
      for (const { key, now } of outcomes) {
        const outcome = outcomeUnder(key, 2025, counting)
        expect(now, key).toBe(await lengthOf({ ...lookOf('closed', outlook), outcome }, organs))
      }
    }
  })

  test('条例§33 答复用时以各件的期限计算为准', async () => {
    const { organs: rows, total } = await overviewOf(store.board, organs, year)
    const all: number[] = []
    for (const here of organs) {
      const took = walks
        .get(here)!
        .filter(({ state: { progress, variant } }) => {
          const { answeredOn, receivedOn } = progress
          const { from, to } = year.period
          return (
            variant === 'disclosure' &&
            receivedOn !== null &&
            answeredOn !== null &&
            answeredOn >= from &&
            answeredOn <= to
          )
        })
        .map(({ state }) => clockOf(state, nationalCalendar).took!)
      all.push(...took)
      expect(rows.get(here)!.pace).toEqual(paceOf(took))
    }
    expect(all.length).toBeGreaterThan(5)
    expect(total.pace).toEqual(paceOf(all))
  })

  test('结果、渠道、各月合起来就是办结和收到的件数', async () => {
    const { total, outcomes, channels, received, closed } = await overviewOf(store.board, organs, year)
    const sum = (rows: readonly { readonly now: number }[]) => rows.reduce((n, { now }) => n + now, 0)
    expect(sum(channels)).toBe(total.now.received)
    expect(sum(received)).toBe(total.now.received)
    expect(sum(closed)).toBe(total.now.closed)
    expect(sum(outcomes)).toBe(total.now.closed)
    expect(received.map(({ key }) => key)).toEqual(Array.from({ length: 9 }, (_, at) => `2026-0${at + 1}`))
  })

  test('导出的表每个机关一行，末行是合计', async () => {
    const overview = await overviewOf(store.board, organs, year)
    const lines = linesOf(
      overview,
      organs.map((id) => organ(id)),
    )
    expect(lines).toHaveLength(organs.length + 1)
    for (const line of lines) expect(line).toHaveLength(overviewList.heads.length)
    const csv = new TextDecoder().decode(await overviewFile(lines, 'csv'))
    expect(csv.split('\r\n')).toHaveLength(organs.length + 3)
    expect((await overviewFile(lines, 'xlsx')).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  })

  test('列表中答复用时由登记日志重建，改动能发现', async () => {
    const deriveDue = deriveDueUnder(nationalCalendar)
    expect((await verify(store, organs[0]!, { deriveDue })).faults).toEqual([])
  })
}

/** By the nearest rank, as `percentile_disc` has it. */
function paceOf(days: readonly number[]) {
  const sorted = days.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
  return { median: at(0.5), ninetieth: at(0.9) }
}

describe('PGlite', () => suite(() => embedded.create()))
if (typeof cluster === 'string') describe.skip(`PostgreSQL: ${cluster}`, () => suite(async () => ''))
else describe('PostgreSQL', () => suite(() => cluster.create()))
