import { describe, expect, test } from 'vitest'
import { doors } from '../../../../src/web/sign-in/doors.ts'
import { type Bench, Browser, base } from '../bench.ts'

export function testSessions(bench: () => Bench): void {
  const browser = (address?: string) => new Browser(bench().door, address)

  async function signedIn(): Promise<{ id: string; account: string; password: string; visitor: Browser }> {
    const newcomer = await bench().newcomer()
    const visitor = browser()
    await visitor.signIn(newcomer.account, newcomer.password)
    return { ...newcomer, visitor }
  }

  describe('等保要求 会话', () => {
    test('三十分钟不用即结束；用着就不断，但最多八小时', async () => {
      const { visitor } = await signedIn()
      bench().clock.pass(29)
      expect(await visitor.whoIs()).not.toBeNull()
      for (let minutes = 29; minutes < 480 - 20; minutes += 20) {
        bench().clock.pass(20)
        expect(await visitor.whoIs(), `${minutes}`).not.toBeNull()
      }
      bench().clock.pass(20)
      expect(await visitor.whoIs()).toBeNull()
    })

    test('三十分钟一到就结束，不能再续', async () => {
      const { visitor } = await signedIn()
      bench().clock.pass(30)
      expect(await visitor.whoIs()).toBeNull()
      expect((await visitor.get('/get-session')).status).toBe(401)
      expect(await visitor.whoIs()).toBeNull()
    })

    test('本人可以让别处的登录失效，管理员可以让全部失效', async () => {
      const { id, account, password, visitor } = await signedIn()
      const other = browser()
      await other.signIn(account, password)
      expect((await visitor.post('/revoke-other-sessions')).status).toBe(200)
      expect([await visitor.whoIs(), await other.whoIs()]).toMatchObject([{ staff: id }, null])
      expect(await bench().door.endSessions(id, 'sys')).toMatchObject({ refused: true })
      expect(await bench().door.endSessions(id, 'sec')).toEqual({ refused: false })
      expect(await visitor.whoIs()).toBeNull()
      expect((await bench().logOf(id)).slice(-2)).toEqual([
        ['sessionsEnded', {}],
        ['sessionsEnded', {}],
      ])
    })

    test('改动一位的、别人签的、没有签的 Cookie 都不认', async () => {
      const { visitor } = await signedIn()
      const [name, value] = [...visitor.cookies][0]!
      const token = decodeURIComponent(value).split('.')[0]!
      const flipped = value.startsWith('A') ? `B${value.slice(1)}` : `A${value.slice(1)}`
      for (const forged of [flipped, token, `${token}.`, `${token}.${'A'.repeat(43)}%3D`])
        expect(await bench().door.whoIs(new Headers({ cookie: `${name}=${forged}` })), forged).toBeNull()
    })

    test('过期的会话和失败记录可以清理，有用的不动', async () => {
      const { visitor } = await signedIn()
      await browser().signIn('ghost-to-prune', 'Shili-Mima-0000')
      const rows = async (table: string) =>
        (
          await bench()
            .store.database.selectFrom(table as never)
            .selectAll()
            .execute()
        ).length
      await bench().door.prune()
      expect(await visitor.whoIs()).not.toBeNull()
      expect(await rows('auth_failure')).toBeGreaterThan(0)
      bench().clock.pass(9 * 60)
      await bench().door.prune()
      expect([await rows('auth_failure'), await rows('auth_session')]).toEqual([0, 0])
    })
  })

  describe('程序用的令牌', () => {
    const asProgram = { 'gongkai-session': 'token' }

    test('要令牌的得令牌，不得 Cookie；凭令牌可以办登录后的事', async () => {
      const { id, account, password } = await bench().newcomer()
      const program = browser()
      const { body, headers } = await program.send(
        'POST',
        '/sign-in/username',
        { 'content-type': 'application/json', ...asProgram },
        JSON.stringify({ username: account, password }),
      )
      expect(body).toMatchObject({ state: 'signedIn' })
      expect(headers.getSetCookie()).toEqual([])
      const bearer = { authorization: `Bearer ${body.token}` }
      expect(await bench().door.whoIs(new Headers(bearer))).toMatchObject({ staff: id })
      const signOut = await program.send('POST', '/sign-out', bearer, null)
      expect(signOut.status).toBe(200)
      expect(await bench().door.whoIs(new Headers(bearer))).toBeNull()
    })

    test('数据库里的令牌没有签名，不能拿来用', async () => {
      const { visitor } = await signedIn()
      const value = decodeURIComponent([...visitor.cookies.values()][0]!)
      expect(await bench().door.whoIs(new Headers({ authorization: `Bearer ${value}` }))).not.toBeNull()
      const stored = value.split('.')[0]!
      expect(await bench().door.whoIs(new Headers({ authorization: `Bearer ${stored}` }))).toBeNull()
    })

    test('改密码换了会话，新的令牌随答复给出', async () => {
      const { account, password } = await bench().newcomer()
      const program = browser()
      const { body } = await program.post('/sign-in/username', { username: account, password }, asProgram)
      const changed = await program.post(
        '/change-password',
        { currentPassword: password, newPassword: 'Xin-Mima-93151' },
        { authorization: `Bearer ${body.token}` },
      )
      expect(changed.body.token).not.toBe(body.token)
      expect(changed.headers.getSetCookie()).toEqual([])
      const whoIs = (token: string) => bench().door.whoIs(new Headers({ authorization: `Bearer ${token}` }))
      expect([await whoIs(body.token), await whoIs(changed.body.token)]).toMatchObject([null, {}])
    })
  })

  describe('门', () => {
    test('不是本系统页面发出的，一律不理，有没有 Cookie 都一样', async () => {
      const { account, password, visitor } = await signedIn()
      const json = { 'content-type': 'application/json' }
      const body = JSON.stringify({ username: account, password })
      const foreign = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: `${base}.evil.example` },
        { origin: base.replace('https', 'http') },
        { origin: base, 'sec-fetch-site': 'cross-site' },
        { origin: base, 'sec-fetch-site': 'same-site' },
      ]
      for (const from of foreign)
        for (const each of [visitor, browser()]) {
          const answer = await each.send('POST', '/sign-in/username', { ...json, ...from }, body)
          expect([answer.status, answer.body.type], JSON.stringify(from)).toEqual([
            403,
            'urn:gongkai:problem:foreign-origin',
          ])
        }
      expect((await visitor.send('POST', '/sign-out', { origin: 'https://evil.example' }, null)).status).toBe(
        403,
      )
      expect((await visitor.send('POST', '/sign-out', {}, null)).status).toBe(403)
      expect(await visitor.whoIs()).not.toBeNull()
    })

    test('表中没有的门不开：注册、改账号、删账号、找回密码、列出会话……', async () => {
      const { visitor } = await signedIn()
      const closed = [
        '/sign-up/email',
        '/sign-in/email',
        '/update-user',
        '/change-email',
        '/delete-user',
        '/request-password-reset',
        '/reset-password',
        '/set-password',
        '/is-username-available',
        '/link-social',
        '/unlink-account',
        '/update-session',
        '/revoke-session',
        '/two-factor/get-totp-uri',
        '/two-factor/send-otp',
        '/get-access-token',
        '/ok',
        '/',
        '/../auth/sign-up/email',
        '/sign-out/',
        '/constructor',
      ]
      for (const path of closed) expect((await visitor.post(path, {})).status, path).toBe(404)
      for (const path of ['/list-sessions', '/list-accounts', '/error', '/sign-out', '/sign-in/username'])
        expect((await visitor.get(path)).status, path).toBe(404)
      expect((await visitor.send('POST', `${base}/elsewhere`, { origin: base }, null)).status).toBe(404)
    })

    test('没有登录，需要登录的门都不开', async () => {
      for (const [path, { method, session }] of Object.entries(doors).filter(
        ([, door]) => door.session === 'needed',
      )) {
        const body = { password: 'x', currentPassword: 'x', newPassword: 'y' }
        const answer = await (method === 'GET' ? browser().get(path) : browser().post(path, body))
        expect([answer.status, session], path).toEqual([401, 'needed'])
      }
    })

    test('不是 JSON 的、写坏的、缺项的、带怪字符的，说明哪里不对，不重复所填', async () => {
      const send = (text: string, type = 'application/json') =>
        browser().send('POST', '/sign-in/username', { origin: base, 'content-type': type }, text)
      expect((await send('username=a&password=b', 'application/x-www-form-urlencoded')).status).toBe(415)
      expect((await send('{"username":"a","password":"b"}', 'text/plain')).status).toBe(415)
      for (const text of [
        '{',
        '[]',
        'null',
        '"x"',
        '{"username":"secret-a"}',
        '{"username":["secret-a"],"password":1}',
      ]) {
        const { status, body } = await send(text)
        expect(status, text).toBe(400)
        expect(JSON.stringify(body)).not.toContain('secret-a')
      }
      expect((await send('{"username":"a\\u0000","password":"b"}')).status).toBe(400)
      const { body } = await send('{"username":"a"}')
      expect(body.errors).toEqual([{ field: 'password', caption: '密码', message: '缺少此项，请填写' }])
    })

    test('没有接入统一身份认证的，如实告知', async () => {
      const { status, body } = await browser().post('/sign-in/social', {})
      expect([status, body.title]).toEqual([404, '没有接入统一身份认证'])
    })
  })
}
