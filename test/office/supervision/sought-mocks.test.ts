/** 模拟申请：已经发出、没有指认办件的，提醒负责监督的人；被检查的机关什么也收不到。 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../../src/law/day.ts'
import { isRow, stepSupervision } from '../../../src/office/supervision/keep.ts'
import { recordDelivery, recordSentMock } from '../../../src/office/supervision/mocks/sent.ts'
import { isSought, quarterEnd } from '../../../src/office/supervision/mocks/sought.ts'
import { sweepSupervision } from '../../../src/office/supervision/sweep-supervision.ts'
import type { Store } from '../../../src/store/store.ts'
import { here, openHouse } from '../replies/house.ts'
import { member, outgoing, textOf, toOf } from '../tracking/staffed.ts'

let store: Store
const government = 'government'
const by = { actor: 'supervisor', at: '2026-03-02T02:00:00.000Z' }

const sent = async (id: string, code: string, sentOn: Day, deliveredOn: Day | null) =>
  isRow(
    await recordSentMock(store, {
      ...{ organ: government, id, about: here, on: '2026-03-10', by, code, sentOn, deliveredOn },
      ...{ scenario: '是否登记', expect: '予以公开', round: '第一季度', channel: 'registeredPost' },
      application: { name: '赵测试', idNumber: null, title: '验收报告', features: null },
    }),
  )

const sweep = (today: Day) => sweepSupervision(store, government, { today, now: `${today}T01:00:00.000Z` })

beforeAll(async () => {
  store = await openHouse()
  await store.inTransaction(government, async ({ staff }) => {
    await staff.put({ ...member('supervisor'), organ: government })
    await staff.grant({ staff: 'supervisor', organ: government, role: 'authority' })
  })
  expect(await sent('m-1', '测2026-001', '2026-03-02', '2026-03-05')).toBe(true)
})
afterAll(() => store.close())

test('条例§31：应当登记的次日提醒，以后每五个工作日一次，季度结束前五个、一个工作日和当日各一次；不写申请人', async () => {
  const told: Day[] = []
  for (let day = 5; day <= 31; day++) {
    const today = `2026-03-${String(day).padStart(2, '0')}` as Day
    const reminded = await sweep(today)
    expect(await sweep(today)).toBe(0)
    const messages = await outgoing(store)
    expect(messages).toHaveLength(reminded)
    if (reminded > 0) told.push(today)
    for (const message of messages) {
      expect(toOf(message)).toBe('supervisor@water.example')
      expect(JSON.stringify(message)).not.toMatch(/赵测试|验收报告/)
      expect(textOf(message)).toContain('模拟申请测2026-001（示例县自然资源局）还没有指认是对方的哪一件办件')
      expect(textOf(message)).toContain('在2026年3月31日本季度结束以前指认')
    }
  }
  expect(told).toEqual([
    '2026-03-06',
    '2026-03-13',
    '2026-03-20',
    '2026-03-24',
    '2026-03-27',
    '2026-03-30',
    '2026-03-31',
  ])
})

test('不知道哪天送达的，给邮路五个工作日；补填送达以后从送达算起', async () => {
  expect(await sent('m-2', '测2026-002', '2026-03-09', null)).toBe(true)
  const remindedOf = async (today: Day) => {
    await sweep(today)
    return (await outgoing(store)).some((message) => textOf(message).includes('测2026-002'))
  }
  expect(await remindedOf('2026-03-16')).toBe(false)
  expect(await remindedOf('2026-03-17')).toBe(true)
  const delivered = {
    ...{ organ: government, id: 'm-2', on: '2026-03-20' as Day, by },
    deliveredOn: '2026-03-18' as Day,
  }
  expect(isRow(await recordDelivery(store, delivered))).toBe(true)
  expect(await remindedOf('2026-03-18')).toBe(false)
  expect(await remindedOf('2026-03-19')).toBe(true)
})

test('评分告知以后不再提醒；网上提出的从不提醒；告知以后对方补登记的，仍可以指认', async () => {
  const step = { organ: government, kind: 'mock', id: 'm-1', on: '2026-04-01', by } as const
  const as = { taken: 'supervisor' } as const
  const none = { share: 0, because: '没有登记' }
  const marks = { channel: none, time: none, form: none, content: none }
  expect(isRow(await stepSupervision(store, { ...step, step: 'score', as, data: { marks } }))).toBe(true)
  const row = await stepSupervision(store, { ...step, step: 'unveil', as, data: {} })
  expect(isRow(row) && isSought(row)).toBe(false)
  await sweep('2026-04-03')
  expect((await outgoing(store)).some((message) => textOf(message).includes('测2026-001'))).toBe(false)
  expect(isSought({ id: 'm-3', data: { channel: 'online' }, closedOn: null })).toBe(false)
  const found = { ...step, step: 'find', as, data: {}, set: { request: 'r-1', number: '2026-1' } } as const
  expect(await stepSupervision(store, found)).toMatchObject({ state: 'unveiled', closedOn: '2026-04-01' })
})

test('季度末', () => {
  const ends = (['2026-01-01', '2026-03-31', '2026-05-31', '2026-12-31'] as const).map(quarterEnd)
  expect(ends).toEqual(['2026-03-31', '2026-03-31', '2026-06-30', '2026-12-31'])
})
