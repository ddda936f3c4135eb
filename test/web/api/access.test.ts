/** Every role, standing in every way to the organ, at every route: as the table of permissions says and not otherwise. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { may, type Role } from '../../../src/office/requests/index.ts'
import { routes } from '../../../src/web/api/routes.ts'
import type { Route } from '../../../src/web/http/route.ts'
import { api, type House, openHouse, organs, type Reply, staffId, staffRoles } from './support/house.ts'
import { type HttpWalk, registered } from './support/walk.ts'

let house: House
let walk: HttpWalk
beforeAll(async () => {
  house = await openHouse()
  walk = await registered(house, '2026-03-02')
})
afterAll(() => house.close())

/** Where somebody works, and how the organ of the route lies to that. */
const relations = { water: 'organ', county: 'subordinate', mountain: null } as const
type Workplace = keyof typeof relations

const guarded = routes.filter(({ access }) => access.to === 'organ' || access.to === 'request')

const addressOf = ({ url }: Route, id: string): string =>
  api +
  url
    .replace(':organ', organs.water)
    .replace(':id', id)
    .replace(':year', '2026')
    .replace(':hash', 'a'.repeat(64))
    .replace(/:(\w+)|\*/g, 'something')

type Expected = 'let in' | 403 | 404

function expected({ access }: Route, role: Role, scope: (typeof relations)[Workplace]): Expected {
  if (access.to !== 'organ' && access.to !== 'request') throw new Error('not guarded')
  if (scope === null) return 404
  if (may(role, access.action, scope)) return 'let in'
  const sees = access.to === 'request' && may(role, 'readRequest', scope)
  return sees || scope === 'organ' ? 403 : 404
}

/** What became of the call: the log names whoever was let in, whatever came of it afterwards. */
async function outcomeOf(route: Route, who: string, id: string): Promise<{ got: Expected; reply: Reply }> {
  const reply = await house.ask(who, route.method, addressOf(route, id))
  const { actor, status } = house.lastLine()
  return { got: actor === who ? 'let in' : status, reply }
}

test('there are routes to look at', () => expect(guarded.length).toBeGreaterThan(80))

describe.each(Object.entries(relations) as [Workplace, (typeof relations)[Workplace]][])(
  'who works at %s stands to the organ as: %s',
  (workplace, scope) => {
    test.each(staffRoles)('%s', async (role) => {
      const wrong = []
      for (const route of guarded) {
        const { got } = await outcomeOf(route, staffId(role, workplace), walk.id)
        const wanted = expected(route, role, scope)
        if (got !== wanted) wrong.push(`${route.id}: ${got}, not ${wanted}`)
      }
      expect(wrong).toEqual([])
    })
  },
)

describe('what is not there', () => {
  test('cannot be told from what is not for one to see, byte for byte', async () => {
    const outsiders = [
      staffId('handler', 'mountain'),
      staffId('head', 'county'),
      staffId('systemAdmin', 'county'),
    ]
    const hidden = guarded.filter(({ access }) => access.to === 'request')
    for (const [n, route] of hidden.entries()) {
      const who = outsiders[n % outsiders.length]!
      const [there, nowhere] = [
        await outcomeOf(route, who, walk.id),
        await outcomeOf(route, who, 'id-of-nothing'),
      ]
      expect([there.got, nowhere.got], route.id).toEqual([404, 404])
      expect(there.reply.raw.equals(nowhere.reply.raw), route.id).toBe(true)
    }
  })

  test('is the same for those who could see it, if it were', async () => {
    const path = (id: string, organ: string = organs.water) => `organs/${organ}/requests/${id}`
    const mine = await house.ask(staffId('handler'), 'GET', path('id-of-nothing'))
    const strange = await house.ask(staffId('handler'), 'GET', path('%00'))
    const long = await house.ask(staffId('handler'), 'GET', path('x'.repeat(300)))
    const foreign = await house.ask(staffId('handler'), 'GET', path(walk.id, organs.mountain))
    const nowhere = await house.ask(staffId('handler'), 'GET', path(walk.id, 'organ-nowhere'))
    for (const reply of [mine, strange, long, foreign, nowhere]) {
      expect(reply.status).toBe(404)
      expect(reply.raw.equals(mine.raw)).toBe(true)
    }
  })
})

describe('nobody comes in', () => {
  test('without having signed in', async () => {
    for (const route of routes.filter(({ access }) => access.to !== 'everybody')) {
      const { status } = await house.ask(null, route.method, addressOf(route, walk.id))
      expect(status, route.id).toBe(401)
    }
  })

  test('before the password was changed', async () => {
    const headers = { cookie: `staff=${staffId('handler')}; fresh=1`, origin: 'https://gk.example' }
    for (const route of guarded) {
      const { status, body } = await house.ask(null, route.method, addressOf(route, walk.id), { headers })
      expect([status, body.type], route.id).toEqual([403, 'urn:gongkai:problem:password-first'])
    }
  })

  test('to what wants a second factor, without one', async () => {
    const parts = { secondFactorFor: ['systemAdmin', 'securityAdmin', 'auditAdmin'] } as const
    const strict = await openHouse({ beside: house, parts })
    const read = (role: (typeof staffRoles)[number], cookie = '') =>
      strict.ask(null, 'GET', `organs/${organs.water}/${role === 'handler' ? 'requests' : 'settings'}`, {
        headers: { cookie: `staff=${staffId(role)}${cookie}` },
      })
    expect((await read('systemAdmin')).status).toBe(200)
    expect((await read('systemAdmin', '; once')).body.type).toBe('urn:gongkai:problem:second-factor-first')
    expect((await read('handler', '; once')).status).toBe(200)
    await strict.close()
  })

  test('with a session that another page sends along', async () => {
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      const headers = { cookie: `staff=${staffId('handler')}`, origin: 'https://evil.example' }
      const { body } = await house.ask(null, route.method, addressOf(route, walk.id), { headers })
      expect(body.type, route.id).toBe('urn:gongkai:problem:foreign-origin')
    }
  })

  test('with a role that was taken away, or a suspended account', async () => {
    const who = staffId('handler', 'county')
    const read = () => house.ask(who, 'GET', `organs/${organs.county}/requests`)
    expect((await read()).status).toBe(200)
    await house.store.inTransaction(organs.county, async ({ staff }) => {
      const member = await staff.get(who)
      await staff.put({ ...member!, suspended: true })
    })
    expect((await read()).status).toBe(404)
    expect((await house.ask(who, 'GET', 'me')).status).toBe(401)
  })
})
