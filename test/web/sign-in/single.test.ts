/** Sign-in by the organ's own identity provider (统一身份认证). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addStaff } from '../../../src/office/staff/add-staff.ts'
import { suspendStaff } from '../../../src/office/staff/suspend-staff.ts'
import { open } from '../../store/support/office.ts'
import { type Bench, Browser, base, bench, codeOf, steady } from './bench.ts'
import { client, type Provider, startProvider } from './provider.ts'

let house: Bench
let provider: Provider

beforeAll(async () => {
  provider = await startProvider()
  house = await bench(await open(':memory:'), { single: { issuer: provider.issuer, ...client } })
}, 60_000)
beforeEach(() => {
  provider.spoil = 'nothing'
  provider.userInfo = null
})
afterAll(async () => {
  await house.store.close()
  await provider.close()
})

const browser = () => new Browser(house.door)
const deed = () =>
  ({ organ: 'city', by: { actor: 'sec', at: house.clock.now() }, today: '2026-11-22' }) as const

/** Goes to the provider, comes back with these claims: where the browser is sent then. */
async function come(visitor: Browser, claims: object): Promise<string> {
  const { status, body } = await visitor.post('/sign-in/social', { callbackURL: '/work' })
  expect([status, Object.keys(body)]).toEqual([200, ['url']])
  const back = await visitor.get(provider.authorise(body.url, claims))
  expect(back.status).toBe(302)
  return back.headers.get('location')!
}

/** Somebody on the register who has no password here. */
async function colleague(account: string): Promise<string> {
  const staff = { id: `id-${account}`, name: '示例人员', account, mail: null, phone: null }
  await addStaff(house.store, staff, deed())
  return staff.id
}

describe('统一身份认证', () => {
  test('名册上有账号的人登录，不用本系统的密码，不必改密码', async () => {
    const id = await colleague('wang.wu')
    const visitor = browser()
    const place = await come(visitor, { sub: 'subject-1', preferred_username: 'Wang.Wu', name: '示例真名' })
    expect(place).toBe('/work')
    expect(await visitor.whoIs()).toEqual({ staff: id, secondFactor: false, mustChangePassword: false })
    expect((await house.logOf(id)).at(-1)).toMatchObject(['signedIn', { by: 'single', secondFactor: false }])
    expect((await visitor.get('/get-session')).body).toMatchObject({ by: 'single', account: 'wang.wu' })
    // Again, now that the subject is known.
    expect(await come(browser(), { sub: 'subject-1', preferred_username: 'wang.wu' })).toBe('/work')
  })

  test('认证方说明已经二次验证的，照认', async () => {
    const id = await colleague('zhao.liu')
    const visitor = browser()
    await come(visitor, { sub: 'subject-2', preferred_username: 'zhao.liu', amr: ['pwd', 'otp'] })
    expect(await visitor.whoIs()).toMatchObject({ staff: id, secondFactor: true })
  })

  test('有验证器的，登录后再验一次，这次会话就算经过二次验证；猜同样计算', async () => {
    const { id, account, password } = await house.newcomer()
    const setUp = browser()
    await setUp.signIn(account, password)
    const { totpURI } = (await setUp.post('/two-factor/enable', { password })).body
    await steady()
    await setUp.post('/two-factor/verify-totp', { code: codeOf(totpURI, -1) })
    const visitor = browser()
    await come(visitor, { sub: 'subject-8', preferred_username: account })
    expect(await visitor.whoIs()).toMatchObject({ staff: id, secondFactor: false })
    const verify = (code: string) => visitor.post('/two-factor/verify-totp', { code })
    const wrong = codeOf(totpURI) === '000000' ? '000001' : '000000'
    for (let n = 0; n < 4; n++) expect((await verify(wrong)).status).toBe(401)
    expect(await visitor.whoIs()).toMatchObject({ secondFactor: false })
    expect((await verify(codeOf(totpURI))).body).toMatchObject({ state: 'signedIn', secondFactor: true })
    expect(await visitor.whoIs()).toMatchObject({ staff: id, secondFactor: true })
    for (let n = 0; n < 5; n++) await verify(wrong)
    expect((await verify(codeOf(totpURI, 1))).status).toBe(429)
  })

  test('账号不在身份令牌里的，向认证方另行查询；查得的是另一个人，不认', async () => {
    const id = await colleague('wu.jiu')
    provider.userInfo = { sub: 'subject-6', preferred_username: 'wu.jiu' }
    const visitor = browser()
    expect(await come(visitor, { sub: 'subject-6' })).toBe('/work')
    expect(await visitor.whoIs()).toMatchObject({ staff: id })
    expect(await come(browser(), { sub: 'subject-7' })).toMatch(/^\/sign-in\?error=/)
  })

  test('名册上没有的人进不来，也不会因此有账号', async () => {
    for (const claims of [{ preferred_username: 'stranger' }, { preferred_username: '陌生人' }, {}]) {
      const visitor = browser()
      const place = await come(visitor, { sub: 'subject-3', email: 'account-sys@organ.example', ...claims })
      expect(place).toMatch(/^\/sign-in\?error=/)
      expect(await visitor.whoIs()).toBeNull()
    }
    expect(await house.store.staff.byAccount('stranger')).toBeNull()
    const users = await house.store.database
      .selectFrom('auth_user' as never)
      .select('username' as never)
      .execute()
    expect(JSON.stringify(users)).not.toContain('stranger')
  })

  test('停用的人进不来', async () => {
    const id = await colleague('sun.qi')
    await suspendStaff(house.store, { staff: id, because: 'left' }, deed())
    const visitor = browser()
    const place = await come(visitor, { sub: 'subject-4', preferred_username: 'sun.qi' })
    expect(new URL(place, base).searchParams.get('error')).toBe('SUSPENDED')
    expect(await visitor.whoIs()).toBeNull()
  })

  test.each(['signature', 'nonce', 'audience', 'issuer', 'expired'] as const)(
    '身份令牌有假（%s），进不来',
    async (spoil) => {
      await colleague(`forged.${spoil}`)
      const claims = { sub: `subject-${spoil}`, preferred_username: `forged.${spoil}` }
      provider.spoil = spoil
      const visitor = browser()
      expect(await come(visitor, claims)).toMatch(/^\/sign-in\?error=/)
      expect(await visitor.whoIs()).toBeNull()
      provider.spoil = 'nothing'
      expect(await come(visitor, claims)).toBe('/work')
    },
  )

  test('别人的回调地址在自己的浏览器里打不开；同一回调只能用一次', async () => {
    await colleague('zhou.ba')
    const [one, other] = [browser(), browser()]
    const { body } = await one.post('/sign-in/social', {})
    const back = provider.authorise(body.url, { sub: 'subject-5', preferred_username: 'zhou.ba' })
    const stolen = await other.get(back)
    expect(stolen.headers.get('location')).toContain('error=')
    expect(await other.whoIs()).toBeNull()
    const again = await other.get(back)
    expect(again.headers.get('location')).toContain('error=')
  })

  test('不能自带身份令牌，也不能指定去处在外', async () => {
    const visitor = browser()
    const { body } = await visitor.post('/sign-in/social', { provider: 'single', idToken: { token: 'x' } })
    expect(Object.keys(body)).toEqual(['url'])
    const outside = await visitor.post('/sign-in/social', { callbackURL: 'https://evil.example/' })
    expect(outside.status).toBe(400)
  })

  test('认证方的令牌和姓名不留在本系统', async () => {
    const tables = ['auth_user', 'auth_account', 'auth_session']
    for (const table of tables) {
      const rows = JSON.stringify(
        await house.store.database
          .selectFrom(table as never)
          .selectAll()
          .execute(),
      )
      for (const trace of ['opaque', 'eyJ', '示例真名', 'organ.example'])
        expect(rows, table).not.toContain(trace)
    }
  })
})
