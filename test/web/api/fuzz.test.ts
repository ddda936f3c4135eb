/** Whatever is sent, the answer is never that something is wrong with us. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { may } from '../../../src/office/requests/index.ts'
import { routes } from '../../../src/web/api/routes.ts'
import type { Route } from '../../../src/web/http/route.ts'
import { arbitraryOf } from './support/arbitrary.ts'
import { api, type House, openHouse, organs, staffId, staffRoles } from './support/house.ts'
import { registered } from './support/walk.ts'

let house: House
let id: string
beforeAll(async () => {
  house = await openHouse()
  id = (await registered(house, '2026-03-02')).id
})
afterAll(() => house.close())

/** Somebody who is let in, so that what is sent is looked at. */
function doerAt({ access }: Route): string | null {
  if (access.to === 'everybody') return null
  if (access.to === 'organ' || access.to === 'request') {
    const role = staffRoles.find((each) => may(each, access.action, 'organ'))
    return role === undefined ? null : staffId(role)
  }
  return access.to === 'signedIn' ? staffId('handler') : null
}

const addressOf = ({ url }: Route, rest: string): string =>
  api +
  url
    .replace(':organ', organs.water)
    .replace(':id', id)
    .replace(/:(\w+)|\*/g, rest)

async function ask(route: Route, body: unknown) {
  const row = await house.store.inTransaction(organs.water, ({ cases }) => cases.get(id))
  return house.ask(doerAt(route), route.method, addressOf(route, 'something'), {
    body: JSON.stringify(body),
    headers: { 'if-match': `"${row!.version}"` },
  })
}

const withBody = routes.filter(
  ({ body, access }) => body !== undefined && access.to !== 'applicant' && access.to !== 'thirdParty',
)

test('there are bodies to be sent', () => expect(withBody.length).toBeGreaterThan(60))

test.each(withBody.map((route) => [route.id, route] as const))(
  '%s: bodies that nearly fit',
  async (_, route) => {
    const bodies = fc.sample(arbitraryOf(route.body as z.ZodType), { numRuns: 5, seed: 20260302 })
    for (const body of bodies) {
      const { status, body: told } = await ask(route, body)
      expect(status, JSON.stringify([body, told])).toBeLessThan(500)
    }
  },
)

test('any JSON at all, and what is none', async () => {
  const any = fc.sample(fc.jsonValue({ maxDepth: 3 }), { numRuns: 2, seed: 7 })
  for (const route of withBody)
    for (const body of any) expect((await ask(route, body)).status, route.id).toBeLessThan(500)
  for (const text of [
    '',
    '{',
    '[1,',
    '"\\ud800"',
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":{}}}',
  ]) {
    const { status } = await house.ask(null, 'POST', `organs/${organs.water}/applications`, { body: text })
    expect(status, text).toBe(400)
  }
})

test('parts of addresses and queries that nobody foresaw', async () => {
  const parts = ['%00', '%F0%9F%98%80', "'%3B--", '..%2F..', '9'.repeat(400), '%25', '-1', 'null']
  const queries = [
    '?limit=0',
    '?limit=x',
    '?after=x',
    '?after=%00',
    '?status=x',
    '?openAt=2026-02-30',
    '?x=%ED%A0%80',
    '?format=x',
  ]
  const reading = routes.filter(
    ({ method, access }) => method === 'GET' && access.to !== 'applicant' && access.to !== 'thirdParty',
  )
  for (const route of reading) {
    for (const part of parts.slice(0, route.url.match(/:(?!organ|id)|\*/) ? 8 : 1))
      expect(
        (await house.ask(doerAt(route), 'GET', addressOf(route, part))).status,
        `${route.id} ${part}`,
      ).toBeLessThan(500)
    for (const query of queries)
      expect(
        (await house.ask(doerAt(route), 'GET', addressOf(route, 'x') + query)).status,
        `${route.id} ${query}`,
      ).toBeLessThan(500)
  }
})

test('a type of content that is none, a body over the limit, forms that end before their time', async () => {
  const post = (payload: Buffer, type: string) =>
    house.ask(staffId('handler'), 'POST', `organs/${organs.water}/requests`, {
      payload,
      headers: { 'content-type': type },
    })
  expect((await post(Buffer.from('<a/>'), 'application/xml')).status).toBe(415)
  expect((await post(Buffer.from('a'), 'nonsense')).status).toBe(415)
  expect((await post(Buffer.alloc(400_000, 32), 'application/json')).status).toBe(413)
  expect(
    (
      await post(
        Buffer.from('--b\r\ncontent-disposition: form-data; name="x"'),
        'multipart/form-data; boundary=b',
      )
    ).status,
  ).toBe(400)
  expect((await post(Buffer.from(''), 'multipart/form-data')).status).toBeLessThan(500)
  const form = Buffer.from('--b\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n')
  expect((await post(form, 'multipart/form-data; boundary=b')).status).toBe(400)
})
