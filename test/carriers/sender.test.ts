/** The sender on a real outbox: what is tried again and when, what is given up, and what a crash leaves behind. */

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { attempts, pauseAfter, type SenderParts, send } from '../../src/carriers/sender.ts'
import type { Carrier, ClaimedMessage, NotCarried } from '../../src/office/ports.ts'
import type { Store } from '../../src/store/store.ts'
import { open, organ } from '../store/support/office.ts'

let store: Store
beforeAll(async () => {
  store = await open(':memory:')
  await store.organs.put(organ('o1'))
})
afterAll(() => store.close())

/** Every test has a day of its own, so that nothing of another is due. */
let day = 0
const world = () => {
  let time = Date.parse('2030-01-01T00:00:00.000Z') + 365 * 86_400_000 * ++day
  return {
    now: () => new Date(time).toISOString(),
    pass: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

const put = (id: string, topic: string, notBefore: string) =>
  store.inTransaction('o1', ({ outbox }) =>
    outbox.put({ id, topic, payload: { to: 'li@xx.example', text: '秘密' }, notBefore }, notBefore),
  )

/** A carrier that answers one after another; the last answer for good. */
const carrierOf = (topic: string, ...answers: (NotCarried | null | Error)[]) => {
  const carried: ClaimedMessage[] = []
  const carrier: Carrier = {
    topic,
    async carry(message) {
      carried.push(message)
      const answer = answers.length > 1 ? answers.shift()! : answers[0]!
      if (answer instanceof Error) throw answer
      return answer
    },
  }
  return { carrier, carried }
}

const partsOf = (now: () => string, ...carriers: Carrier[]): SenderParts => ({
  dispatch: store.dispatch,
  carriers,
  now,
  random: () => 0,
  failed: vi.fn(),
})
const never = () => false
const lastError = async (id: string) =>
  (await store.database
    .selectFrom('outbox')
    .select(['last_error', 'given_up', 'sealed'])
    .where('id', '=', id)
    .executeTakeFirst())!

test('what is due is carried once, in more than one batch; what is not due waits', async () => {
  const { now, pass } = world()
  for (let n = 0; n < 12; n++) await put(`all-${n}`, 'mail', now())
  await put('all-later', 'mail', new Date(Date.parse(now()) + 3_600_000).toISOString())
  const { carrier, carried } = carrierOf('mail', null)
  expect(await send(partsOf(now, carrier), never)).toEqual({ carried: 12, postponed: 0, givenUp: 0 })
  expect(new Set(carried.map(({ id }) => id)).size).toBe(12)
  expect(await lastError('all-3')).toMatchObject({ sealed: null })
  pass(3_600_000)
  expect(await send(partsOf(now, carrier), never)).toMatchObject({ carried: 1 })
})

test('a refusal that may pass is tried again after a pause that doubles, and succeeds', async () => {
  const { now, pass } = world()
  await put('again', 'mail', now())
  const busy = { failure: '邮件服务器没有收下（451）', again: true }
  const { carrier, carried } = carrierOf('mail', busy, busy, null)
  const parts = partsOf(now, carrier)
  expect(await send(parts, never)).toMatchObject({ postponed: 1 })
  expect(await lastError('again')).toMatchObject({ last_error: busy.failure, given_up: false })
  pass(29_999)
  expect(await send(parts, never)).toMatchObject({ carried: 0, postponed: 0 })
  pass(1)
  expect(await send(parts, never)).toMatchObject({ postponed: 1 })
  pass(60_000)
  expect(await send(parts, never)).toMatchObject({ carried: 1 })
  expect(carried.map(({ attempt }) => attempt)).toEqual([1, 2, 3])
})

test('a refusal that will not pass gives the message up at once, with the reason', async () => {
  const { now, pass } = world()
  await put('never', 'sms', now())
  const { carrier, carried } = carrierOf('sms', { failure: '收件号码不是手机号码', again: false })
  const parts = partsOf(now, carrier)
  expect(await send(parts, never)).toMatchObject({ givenUp: 1 })
  expect(await lastError('never')).toMatchObject({ last_error: '收件号码不是手机号码', given_up: true })
  pass(30 * 86_400_000)
  await send(parts, never)
  expect(carried).toHaveLength(1)
})

test('after the last attempt it is given up, and the reason says after how many', async () => {
  const { now, pass } = world()
  await put('tired', 'sms', now())
  const { carrier, carried } = carrierOf('sms', { failure: '没有连上短信网关', again: true })
  const parts = partsOf(now, carrier)
  for (let n = 0; n < attempts + 3; n++) {
    await send(parts, never)
    pass(6 * 3_600_000)
  }
  expect(carried).toHaveLength(attempts)
  expect(await lastError('tired')).toMatchObject({
    last_error: `没有连上短信网关；已试 ${attempts} 次`,
    given_up: true,
  })
})

test('a message without a carrier waits untouched, and leaves once there is one', async () => {
  const { now, pass } = world()
  await put('waits', 'sms', now())
  const mail = carrierOf('mail', null)
  const waitingBefore = (await store.dispatch.counts()).waiting
  for (let n = 0; n < attempts + 1; n++) {
    await send(partsOf(now, mail.carrier), never)
    await send(partsOf(now), never)
    pass(3_600_000)
  }
  expect((await store.dispatch.counts()).waiting).toBe(waitingBefore)
  const sms = carrierOf('sms', null)
  await send(partsOf(now, mail.carrier, sms.carrier), never)
  expect(sms.carried).toMatchObject([{ id: 'waits', attempt: 1 }])
})

test('a sender that dies between claiming and done: another sends it after the lease, not before', async () => {
  const { now, pass } = world()
  await put('orphan', 'mail', now())
  const dying = partsOf(now, carrierOf('mail', null).carrier)
  const killed = { ...dying, dispatch: { ...bound(), done: () => Promise.reject(new Error('killed')) } }
  await expect(send(killed, never)).rejects.toThrow('killed')
  const { carrier, carried } = carrierOf('mail', null)
  await send(partsOf(now, carrier), never)
  expect(carried).toEqual([])
  pass(5 * 60_000)
  await send(partsOf(now, carrier), never)
  expect(carried).toMatchObject([{ id: 'orphan', attempt: 2 }])
})

const bound = () => ({
  claim: store.dispatch.claim.bind(store.dispatch),
  done: store.dispatch.done.bind(store.dispatch),
  failed: store.dispatch.failed.bind(store.dispatch),
  counts: store.dispatch.counts.bind(store.dispatch),
  givenUp: store.dispatch.givenUp.bind(store.dispatch),
  again: store.dispatch.again.bind(store.dispatch),
})

test('two senders at once carry every message once', async () => {
  const { now } = world()
  for (let n = 0; n < 20; n++) await put(`two-${n}`, 'mail', now())
  const { carrier, carried } = carrierOf('mail', null)
  await Promise.all([send(partsOf(now, carrier), never), send(partsOf(now, carrier), never)])
  expect(carried.map(({ id }) => id).sort()).toEqual([...new Set(carried.map(({ id }) => id))].sort())
  expect(carried).toHaveLength(20)
})

test('a bug in a carrier is told without the payload, and the message is tried again', async () => {
  const { now } = world()
  await put('bug', 'mail', now())
  const parts = partsOf(now, carrierOf('mail', new TypeError('li@xx.example has no foo')).carrier)
  expect(await send(parts, never)).toMatchObject({ postponed: 1 })
  expect(parts.failed).toHaveBeenCalledWith({ organ: 'o1', id: 'bug', topic: 'mail' }, expect.any(TypeError))
  expect((await lastError('bug')).last_error).not.toContain('li@')
})

test('a stop is heeded between batches', async () => {
  const { now } = world()
  for (let n = 0; n < 20; n++) await put(`stop-${n}`, 'mail', now())
  const { carrier, carried } = carrierOf('mail', null)
  await send(partsOf(now, carrier), () => carried.length > 0)
  expect(carried.length).toBeGreaterThan(0)
  expect(carried.length).toBeLessThan(20)
})

test('pauses double up to six hours, and chance takes off at most a half', () => {
  expect([1, 2, 3].map((attempt) => pauseAfter(attempt, 0))).toEqual([30_000, 60_000, 120_000])
  expect(pauseAfter(100, 0)).toBe(6 * 3_600_000)
  expect(pauseAfter(1, 0.999999)).toBe(15_000)
})
