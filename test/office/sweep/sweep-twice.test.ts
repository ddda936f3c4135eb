/** The daily round made twice is made once; and what it costs. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nationalCalendar, nextWorkingDay } from '../../../src/law/calendar.ts'
import { addDays } from '../../../src/law/day.ts'
import type { Board, Office, Unit } from '../../../src/office/ports.ts'
import { fold, type RecordedEvent } from '../../../src/office/requests/index.ts'
import { streamOfRequest } from '../../../src/office/streams.ts'
import type { SweepFindings } from '../../../src/office/sweep/findings.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { openHouse, personal, start, thirdParty } from '../replies/house.ts'
import { askCorrection, replyFor } from '../replies/replies.ts'
import { momentOf } from '../replies/walk-office.ts'
import { outgoing } from '../tracking/staffed.ts'
import { newOrgan, received, round, thirdPartyAsked } from './organs.ts'

let store: Store
beforeAll(async () => {
  store = await openHouse()
})
afterAll(() => store.close())

const within = <T>(organ: string, work: (unit: Unit) => Promise<T>) => store.inTransaction(organ, work)

const requests = (list: readonly { readonly request: string }[]) =>
  list.map(({ request }) => request).toSorted()

describe('巡查两次等于一次', () => {
  /** What may have been done to a request. */
  const situations = ['nothing', 'unassigned', 'asked', 'silent', 'reached', 'reasons', 'answered'] as const
  const plans = fc.record({
    cases: fc.array(fc.constantFrom(...situations), { minLength: 1, maxLength: 5 }),
    after: fc.integer({ min: 0, max: 45 }),
  })

  async function arrange(organ: string, name: (typeof situations)[number], n: number): Promise<void> {
    const request = `${organ}-${n}`
    const walked = await received(store, organ, request, start, name !== 'unassigned')
    walked.on('2026-03-04')
    if (name === 'asked') await askCorrection(walked)
    if (name === 'silent') await thirdPartyAsked(store, walked, request, '2026-03-05')
    if (name === 'reached') await thirdPartyAsked(store, walked, request, null)
    if (name === 'reasons') await walked.notice('askReasons', { facts: '六十件', by: '2026-03-16' })
    if (name === 'answered') {
      await walked.decide(replyFor('notThisOrgan'))
      await walked.deliver('2026-03-06')
    }
  }

  const quiet = ({ lapsed, reminded, ...same }: SweepFindings) => same

  test('任意在办情形、任意一日：第二次什么也不写、不发，所见相同', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async ({ cases, after }) => {
        const organ = await newOrgan(store)
        for (const [n, name] of cases.entries()) await arrange(organ, name, n)
        const today = addDays('2026-03-06', after)
        const first = await round(store, organ, today)
        const log = await within(organ, ({ events }) => events.read(0, 10_000))
        const second = await round(store, organ, today)
        expect(second).toMatchObject({ reminded: 0, lapsed: [] })
        expect(await within(organ, ({ events }) => events.read(0, 10_000))).toEqual(log)
        const seen = (all: SweepFindings) =>
          Object.values(quiet(all)).map((list) => (Array.isArray(list) ? requests(list) : list))
        expect(seen(second)).toEqual(seen(first))
        for (const { request } of first.lapsed) {
          const events = log.filter(({ stream }) => stream === streamOfRequest(request))
          expect(fold(events as unknown as readonly RecordedEvent[]).consultations[0]?.endedOn).toBe(today)
        }
      }),
      { numRuns: 12 },
    )
  })

  test('两个进程同时巡查：逾期登记一次，消息一条', async () => {
    const organ = await newOrgan(store)
    await arrange(organ, 'silent', 1)
    await arrange(organ, 'nothing', 2)
    await outgoing(store)
    const both = await Promise.all([round(store, organ, '2026-03-30'), round(store, organ, '2026-03-30')])
    expect(both.flatMap(({ lapsed }) => lapsed)).toHaveLength(1)
    const events = await within(organ, ({ events }) => events.load(streamOfRequest(`${organ}-1`)))
    expect(events.filter(({ kind }) => kind === 'consultationLapsed')).toHaveLength(1)
    const sent = await outgoing(store)
    expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length)
    expect(both.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(sent.length)
  })

  test('个保法§6 事件和提醒中没有任何人的个人信息，链条完整', async () => {
    const organ = await newOrgan(store)
    for (const [n, name] of situations.entries()) await arrange(organ, name, n)
    await outgoing(store)
    await round(store, organ, nextWorkingDay(nationalCalendar, '2026-03-31'))
    const sent = await outgoing(store)
    expect(sent.length).toBeGreaterThan(3)
    const log = await within(organ, ({ events }) => events.read(0, 10_000))
    const text = JSON.stringify([log, sent])
    expect(
      [...personal, thirdParty.name, '合同单价'].filter((word) => JSON.stringify(sent).includes(word)),
    ).toEqual([])
    expect([...personal, thirdParty.name].filter((word) => text.includes(word))).toEqual([])
    const { faults } = await verify(store, organ)
    expect(faults.filter(({ kind }) => kind !== 'staffDiffers')).toEqual([])
  })
})

describe('代价', () => {
  test('查询的次数随页数而不随件数增长，不逐件打开案卷', async () => {
    const organ = await newOrgan(store)
    const fill = async (from: number, to: number) =>
      within(organ, async (unit) => {
        for (let n = from; n < to; n++)
          await unit.events.append(
            streamOfRequest(`${organ}-${n}`),
            0,
            [
              {
                kind: 'intakeRecorded',
                on: start,
                data: {
                  number: `N-${n}`,
                  variant: 'disclosure',
                  applicant: null,
                  applicantKind: 'natural',
                  channel: 'inPerson',
                  misaddressed: false,
                  unreachable: false,
                  oralBecause: null,
                },
              },
              { kind: 'received', on: start, data: { basis: 'submission' } },
              { kind: 'assigned', on: start, data: { handler: `${organ}-handler` } },
            ],
            { actor: 'a', at: momentOf(start) },
          )
      })
    const counted = async (): Promise<number> => {
      let calls = 0
      const board: Board = new Proxy(store.board, {
        get: (target, key) => {
          const value = Reflect.get(target, key)
          if (typeof value !== 'function') return value
          return (...args: readonly unknown[]) => {
            calls += 1
            return Reflect.apply(value, target, args)
          }
        },
      })
      const office: Office = new Proxy(store, {
        get: (target, key) => {
          if (key === 'board') return board
          const value = Reflect.get(target, key)
          if (key !== 'inTransaction') return typeof value === 'function' ? value.bind(target) : value
          return (...args: Parameters<Office['inTransaction']>) => {
            calls += 1
            return target.inTransaction(...args)
          }
        },
      })
      await round(office, organ, '2026-03-16')
      return calls
    }
    await fill(0, 10)
    const few = await counted()
    await fill(10, 510)
    // One page more.
    expect(await counted()).toBe(few + 1)
    expect(few).toBeLessThan(12)
  })
})
