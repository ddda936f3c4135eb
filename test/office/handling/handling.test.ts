/** The verbs on the store: the same on the embedded database and on a real PostgreSQL server. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../../src/law/calendar.ts'
import type { Day } from '../../../src/law/day.ts'
import { calendarOf } from '../../../src/office/handling/calendar-of.ts'
import {
  deriveDueUnder,
  type Handled,
  handleRequest,
  type Outcome,
} from '../../../src/office/handling/handle-request.ts'
import { publishCalendar } from '../../../src/office/handling/publish-calendar.ts'
import { type CommandOf, may, projectCase, type RequestAction } from '../../../src/office/requests/index.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { startCluster } from '../../store/support/cluster.ts'
import { embeddedDatabases } from '../../store/support/embedded.ts'
import { at, by, open, organ } from '../../store/support/office.ts'
import { draftOf, staff } from '../requests/walk.ts'

const here = 'water'
const [cluster, embedded] = await Promise.all([startCluster(), embeddedDatabases()])

afterAll(async () => {
  await embedded.remove()
  if (typeof cluster !== 'string') await cluster.stop()
})

const isHandled = (outcome: Outcome): outcome is Handled => !('failure' in outcome) && !outcome.refused

const suite = (place: () => Promise<string>) => {
  let store: Store
  beforeAll(async () => {
    store = await open(await place(), { project: projectCase, connections: 30 })
    await store.organs.put(organ(here))
  })
  afterAll(() => store.close())

  const attempt = <A extends RequestAction>(
    request: string,
    today: Day,
    action: A,
    command: CommandOf<A>,
    seen?: number,
  ) => {
    const role =
      (['handler', 'reviewer', 'head'] as const).find((each) => may(each, action, 'organ')) ?? 'head'
    return handleRequest(store, {
      organ: here,
      request,
      action,
      command,
      at,
      context: { today, organ: 'localDepartment', actor: { id: staff[role], role, scope: 'organ' } },
      ...(seen !== undefined && { seen }),
    })
  }

  const done = async <A extends RequestAction>(
    request: string,
    today: Day,
    action: A,
    command: CommandOf<A>,
  ): Promise<Handled> => {
    const outcome = await attempt(request, today, action, command)
    if (!isHandled(outcome)) throw new Error(JSON.stringify(outcome))
    return outcome
  }

  const receive = (request: string, on: Day) =>
    done(request, on, 'receive', {
      number: request,
      applicant: 'vault-1',
      applicantKind: 'natural',
      channel: 'inPerson',
      arrivedOn: on,
    })

  const row = (request: string) => store.inTransaction(here, ({ cases }) => cases.get(request))

  test('条例§36(2) 从登记到归档，每一步都落库，列表随之更新', async () => {
    const { clock } = await receive('2026-1', '2026-02-02')
    expect(clock.due).toBe('2026-03-06')
    expect(await row('2026-1')).toMatchObject({
      due: '2026-03-06',
      firm: true,
      version: 2,
      receivedOn: '2026-02-02',
    })
    await done('2026-1', '2026-02-10', 'draft', draftOf('granted'))
    await done('2026-1', '2026-02-10', 'review', {})
    await done('2026-1', '2026-02-11', 'approve', {})
    await done('2026-1', '2026-02-11', 'seal', { seal: '行政机关印章', letterNo: '示公复〔2026〕1号' })
    const listed = await store.board.list({ organs: [here] }, { limit: 10 })
    expect(listed.rows.map(({ id }) => id)).toContain('2026-1')
  })

  test('条例§45 别人先办了一步，后来的得知冲突，不覆盖', async () => {
    const { version } = await receive('2026-2', '2026-03-02')
    const note = (n: number) => attempt('2026-2', '2026-03-03', 'annotate', { text: `第${n}条` }, version)
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => note(n)))
    expect(outcomes.filter(isHandled)).toHaveLength(1)
    expect(outcomes.filter((o) => 'failure' in o)).toHaveLength(19)
    expect((await row('2026-2'))?.version).toBe(version + 1)
  })

  test('条例§30 不合法的一步被拒，写明依据，什么也没有写下', async () => {
    const { version } = await receive('2026-3', '2026-03-02')
    const outcome = await attempt('2026-3', '2026-03-03', 'seal', {
      seal: '章',
      letterNo: '示公复〔2026〕2号',
    })
    expect(outcome).toMatchObject({ refused: true })
    expect(isHandled(outcome) || 'failure' in outcome ? [] : outcome.cites.length).toBeGreaterThan(0)
    expect((await row('2026-3'))?.version).toBe(version)
  })

  test('条例§33 放假安排公布后，暂定的届满日重新计算，变动的件一一列出', async () => {
    await receive('2026-4', '2026-12-15')
    expect(await row('2026-4')).toMatchObject({ due: '2027-01-13', firm: false })
    const published = await publishCalendar(
      store,
      here,
      {
        scope: 'national',
        paper: {
          year: 2027,
          number: '示例发〔2026〕1号',
          holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
          makeUpDays: ['2027-01-09'],
        },
      },
      by,
    )
    expect(published?.moved).toContainEqual({
      organ: here,
      request: '2026-4',
      number: '2026-4',
      before: { due: '2027-01-13', firm: false },
      after: { due: '2027-01-12', firm: true },
    })
    expect(await row('2026-4')).toMatchObject({ due: '2027-01-12', firm: true })
  })

  test('台账与事件一致：重新推算的届满日与所存相同', async () => {
    const calendar = await calendarOf(store, here)
    expect(calendar.version).not.toBe(nationalCalendar.version)
    const { faults, cases, events } = await verify(store, here, { deriveDue: deriveDueUnder(calendar) })
    expect(faults).toEqual([])
    expect(cases).toBe(4)
    expect(events).toBeGreaterThan(8)
  })
}

describe('PGlite', () => suite(() => embedded.create()))

if (typeof cluster === 'string') describe.skip(`PostgreSQL: ${cluster}`, () => suite(async () => ''))
else describe('PostgreSQL', () => suite(() => cluster.create()))
