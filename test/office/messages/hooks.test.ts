/** Web hooks: each address is told once of what it wants to know, and nothing about anybody. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { followLog } from '../../../src/office/messages/follow-log.ts'
import { hookEvents } from '../../../src/office/messages/hook-events.ts'
import { type Hook, settleHooks } from '../../../src/office/messages/hooks.ts'
import type { WebhookPayload } from '../../../src/office/messages/payloads.ts'
import type { Store } from '../../../src/store/store.ts'
import { openHouse, personal, start } from '../replies/house.ts'
import { replyFor } from '../replies/replies.ts'
import { momentOf } from '../replies/walk-office.ts'
import { newOrgan, received, round } from '../sweep/organs.ts'
import { outgoing } from '../tracking/staffed.ts'

let store: Store
beforeAll(async () => {
  store = await openHouse()
})
afterAll(() => store.close())

const settle = (organ: string, hooks: readonly Hook[]) =>
  store.inTransaction(organ, (unit) => settleHooks(unit, hooks, { actor: 'a', at: momentOf(start) }))
const follow = (organ: string) => followLog(store, organ, momentOf('2026-03-31'))
const pushed = async (): Promise<readonly WebhookPayload[]> =>
  (await outgoing(store))
    .filter(({ topic }) => topic === 'webhook')
    .map(({ payload }) => payload as WebhookPayload)
const events = (payloads: readonly WebhookPayload[], url: string) =>
  payloads.filter((each) => each.url === url).map(({ body }) => (body as { event: string }).event)

const all = 'https://all.example/hook'
const some = 'https://some.example/hook'

test('定下地址之前的不推；之后不论从哪里办理，各推一次，两个进程同时推也是一次', async () => {
  const organ = await newOrgan(store)
  await received(store, organ, `${organ}-before`, start)
  expect(await settle(organ, [{ url: all }, { url: some, events: ['dispatched', 'served'] }])).toBeNull()
  expect(await follow(organ)).toBe(0)
  const walked = await received(store, organ, `${organ}-1`, start)
  await walked.on('2026-03-20').decide(replyFor('notThisOrgan'))
  await walked.deliver('2026-03-24')
  await outgoing(store)
  await Promise.all([follow(organ), follow(organ)])
  expect(await follow(organ)).toBe(0)
  const payloads = await pushed()
  const log = await store.inTransaction(organ, ({ events }) => events.load(`request/${organ}-1`))
  expect(events(payloads, all).toSorted()).toEqual(log.map(({ kind }) => kind).toSorted())
  expect(events(payloads, some)).toEqual(['dispatched', 'served'])
  for (const { kind } of log) expect(Object.keys(hookEvents)).toContain(kind)
  expect(payloads.find(({ url }) => url === some)?.body).toEqual({
    event: 'dispatched',
    organ,
    request: `${organ}-1`,
    number: walked.state.number,
    status: 'served',
    on: '2026-03-20',
  })
  const text = JSON.stringify(payloads)
  expect(personal.filter((word) => text.includes(word))).toEqual([])
})

test('日志里没有的事：将满、逾期，由巡查各推一次', async () => {
  const organ = await newOrgan(store)
  await settle(organ, [{ url: all, events: ['dueSoon', 'overdue'] }])
  await received(store, organ, `${organ}-due`, start)
  await outgoing(store)
  for (const day of ['2026-03-23', '2026-03-24', '2026-03-31', '2026-04-01'] as const)
    await round(store, organ, day)
  expect(events(await pushed(), all)).toEqual(['dueSoon', 'overdue'])
})

test('没有定地址的机关，不读日志；改了地址的，从原处接着推', async () => {
  const organ = await newOrgan(store)
  await received(store, organ, `${organ}-1`, start)
  expect(await follow(organ)).toBe(0)
  await settle(organ, [{ url: all }])
  const walked = await received(store, organ, `${organ}-2`, start)
  await settle(organ, [{ url: some }])
  await outgoing(store)
  expect(await follow(organ)).toBe(walked.state.version)
  expect(events(await pushed(), some)).toHaveLength(walked.state.version)
})

test('事件多于一页的，一次推完', async () => {
  const organ = await newOrgan(store)
  await settle(organ, [{ url: all, events: ['annotated'] }])
  const walked = await received(store, organ, `${organ}-1`, start)
  await outgoing(store)
  const stream = `request/${organ}-1`
  await store.inTransaction(organ, (unit) =>
    unit.events.append(
      stream,
      walked.state.version,
      Array.from({ length: 450 }, () => ({ kind: 'annotated', on: start, data: { text: '备注' } })),
      { actor: 'a', at: momentOf(start) },
    ),
  )
  expect(await follow(organ)).toBe(450)
})

test('不是网址的、带用户名密码的、写了两次的，不收，说明是第几个', async () => {
  const organ = await newOrgan(store)
  for (const url of ['ftp://a.example', 'javascript:alert(1)', '/hook', 'https://me:pass@a.example/', all])
    expect(await settle(organ, [{ url: all }, { url }])).toMatchObject([{ place: 1 }])
  expect(await settle(organ, [])).toBeNull()
})
