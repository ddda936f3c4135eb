/** What every answer has in common, whatever the route. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { baseUrl, type House, openShell } from './support/house.ts'

let house: House
let ready = async () => ({ ready: true, checks: [{ name: 'database', ok: true, detail: '' }] })
beforeAll(async () => {
  house = await openShell({ parts: { ready: () => ready() } })
})
afterAll(() => house.close())

describe('health', () => {
  test('alive and ready', async () => {
    expect((await house.ask(null, 'GET', '/healthz')).body).toEqual({ alive: true })
    expect(await house.ask(null, 'GET', '/readyz')).toMatchObject({ status: 200, body: { ready: true } })
  })

  test('not ready says which check fails', async () => {
    const before = ready
    ready = async () => ({ ready: false, checks: [{ name: 'outbox', ok: false, detail: '有消息滞留' }] })
    expect(await house.ask(null, 'GET', '/readyz')).toMatchObject({
      status: 503,
      body: { checks: [{ name: 'outbox' }] },
    })
    ready = before
  })
})

test('nothing may be framed, sniffed or kept by a cache, and nothing is loaded from anywhere', async () => {
  const { headers } = await house.ask(null, 'GET', '/healthz')
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  expect(headers['x-request-id']).toMatch(/^id-/)
})

test('long answers are packed where that is wanted', async () => {
  const { headers } = await house.ask(null, 'GET', 'openapi.json', { headers: { 'accept-encoding': 'gzip' } })
  expect(headers['content-encoding']).toBe('gzip')
})

test('an exception is told by a number, and nobody learns what it said', async () => {
  const before = ready
  ready = async () => {
    throw new Error('duplicate key value: 王小明')
  }
  const { status, body, headers } = await house.ask(null, 'GET', '/readyz')
  ready = before
  expect(status).toBe(500)
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(body).toMatchObject({ type: 'urn:gongkai:problem:internal', status: 500, cites: [] })
  const line = house
    .log()
    .split('\n')
    .find((each) => each.includes(body.incident))
  expect(JSON.parse(line!)).toMatchObject({
    route: '/readyz',
    err: { type: 'Error' },
    time: '2026-03-02T01:00:00.000Z',
  })
  expect(house.log()).not.toContain('王小明')
})

test('an unknown address is a problem too', async () => {
  expect(await house.ask(null, 'GET', '/api/v1/nothing')).toMatchObject({
    status: 404,
    body: { type: 'urn:gongkai:problem:not-found', title: '找不到' },
  })
})

test('an address that is none is a problem, and not repeated', async () => {
  const { status, body, headers } = await house.ask(null, 'GET', '/api/v1/organs/%zz')
  expect([status, body.type]).toEqual([400, 'urn:gongkai:problem:bad-request'])
  expect(headers['content-type']).toContain('application/problem+json')
  expect(JSON.stringify(body)).not.toContain('zz')
})

test('the log has the pattern of the route and a mark for the address, and no query', async () => {
  await house.ask(null, 'GET', '/healthz?q=王小明', { headers: { 'x-forwarded-for': '10.1.2.3' } })
  const line = JSON.parse(house.log().trim().split('\n').at(-1)!)
  expect(line).toMatchObject({ method: 'GET', route: '/healthz', status: 200, actor: null, msg: 'answered' })
  expect(line.from).toMatch(/^[\w-]{12}$/)
  expect(house.log()).not.toContain('127.0.0.1')
})

describe('sign-in is handed on', () => {
  const post = (headers: Record<string, string>, payload = Buffer.from('{"a":1}')) =>
    house.ask(null, 'POST', '/api/auth/sign-in', {
      payload,
      headers: { 'content-type': 'application/json', ...headers },
    })

  test('with its body as it is, and all cookies come back', async () => {
    const { status, body, headers } = await post({ origin: baseUrl })
    expect([status, body]).toEqual([200, { method: 'POST', length: 7 }])
    expect(headers['set-cookie']).toEqual(['staff=1; Path=/', 'other=2; Path=/'])
  })

  test('but not from a foreign page', async () => {
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403)
  })

  test('nor with a body over the limit', async () => {
    expect((await post({}, Buffer.alloc(1_000_000))).status).toBe(413)
  })
})

test('too many attempts at signing in', async () => {
  const tight = await openShell({
    limits: { perMinute: { read: 9, write: 9, public: 9, apply: 9, code: 9, signIn: 2 } },
  })
  const attempt = () => tight.ask(null, 'POST', '/api/auth/sign-in', { body: {} })
  const statuses = [await attempt(), await attempt(), await attempt()].map(({ status }) => status)
  expect(statuses).toEqual([200, 200, 429])
  expect(await attempt()).toMatchObject({
    headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
    body: { type: 'urn:gongkai:problem:too-many' },
  })
  await tight.close()
})

test('closing lets what is under way come to its end and takes nothing new', async () => {
  const begun = Promise.withResolvers<void>()
  const waits = Promise.withResolvers<void>()
  const slow = await openShell({
    parts: {
      ready: async () => {
        begun.resolve()
        await waits.promise
        return { ready: true, checks: [] }
      },
    },
  })
  const address = await slow.app.listen({ port: 0, host: '127.0.0.1' })
  const underWay = fetch(`${address}/readyz`)
  await begun.promise
  const closed = slow.app.close()
  const another = () => fetch(`${address}/healthz`).then(String, () => 'refused')
  await expect.poll(another).toBe('refused')
  waits.resolve()
  expect((await underWay).status).toBe(200)
  await closed
})
