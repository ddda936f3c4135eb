import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { CamelCasePlugin } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Hashing } from '../../../../src/web/sign-in/options.ts'
import { type Bench, Browser, bench as benchOn, codeOf } from '../bench.ts'

const wrong = 'Shili-Mima-0000'

/** What is counted is counted for the whole process: each run comes from elsewhere. */
let street = 0

export function testLimits(bench: () => Bench): void {
  test('同一地址一分钟内来得太多，请稍后；别的地址不受影响', async () => {
    const { door } = await benchOn(bench().store, { limits: { perMinute: 3 } })
    const [here, there] = [`203.0.113.${++street}`, `203.0.113.${++street}`]
    const busy = new Browser(door, here)
    const answers = []
    for (let n = 0; n < 4; n++) answers.push(await busy.signIn(`nobody-${n}`, wrong))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 429])
    expect(answers[3]!.body.type).toBe('urn:gongkai:problem:too-many')
    expect(Number(answers[3]!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await new Browser(door, there).signIn('nobody', wrong)).status).toBe(401)
  })

  test('不加密的地址上，Cookie 不要求加密连接', async () => {
    const { newcomer, store } = bench()
    const { account, password } = await newcomer()
    const { door } = await benchOn(store, { baseUrl: 'http://127.0.0.1:8080' })
    const response = await door.handle(
      new Request('http://127.0.0.1:8080/api/auth/sign-in/username', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:8080' },
        body: JSON.stringify({ username: account, password }),
      }),
    )
    const [cookie] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^gongkai\.session_token=.*HttpOnly/)
    expect(cookie).not.toContain('Secure')
  })

  describe('密码', () => {
    test('以 scrypt 保存；账号不存在、没有密码、密码不对，花的工夫一样', async () => {
      let work = 0
      const counted: Hashing = {
        hash: (password) => {
          work++
          return hashPassword(password)
        },
        verify: (kept) => {
          work++
          return verifyPassword(kept)
        },
      }
      const { door, newcomer, store } = await benchOn(bench().store, { hashing: counted })
      const { id, account } = await newcomer()
      await door.createAccount('aud')
      const costs = []
      for (const username of [account, 'account-aud', 'nobody-at-all', '不像账号']) {
        work = 0
        await new Browser(door).signIn(username, wrong)
        costs.push(work)
      }
      expect(costs).toEqual([1, 1, 1, 1])
      const row = await store.database
        .withPlugin(new CamelCasePlugin())
        .selectFrom('auth_account' as never)
        .select('password' as never)
        .where('userId' as never, '=', id as never)
        .executeTakeFirstOrThrow()
      expect((row as { password: string }).password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/)
    })

    test('二次验证的密钥和备用码不以明文保存', async () => {
      const { door, newcomer, store } = bench()
      const { account, password } = await newcomer()
      const visitor = new Browser(door)
      await visitor.signIn(account, password)
      const { body } = await visitor.post('/two-factor/enable', { password })
      await visitor.post('/two-factor/verify-totp', { code: codeOf(body.totpURI) })
      const rows = await store.database
        .selectFrom('auth_two_factor' as never)
        .selectAll()
        .execute()
      const text = JSON.stringify(rows)
      expect(text).not.toContain(new URL(body.totpURI).searchParams.get('secret'))
      expect(text).not.toContain(body.backupCodes[0])
    })
  })
}
