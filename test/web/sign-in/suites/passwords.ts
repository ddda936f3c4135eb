import { describe, expect, test } from 'vitest'
import { restoreStaff } from '../../../../src/office/staff/restore-staff.ts'
import { suspendStaff } from '../../../../src/office/staff/suspend-staff.ts'
import { type Bench, Browser, base, goodPassword } from '../bench.ts'

const wrong = 'Shili-Mima-0000'
const kindsOf = (log: readonly (readonly [string, object])[]) => log.map(([kind]) => kind)

export function testPasswords(bench: () => Bench): void {
  const browser = (address?: string) => new Browser(bench().door, address)

  describe('账号和密码', () => {
    test('登录后知道是谁；退出后不再知道', async () => {
      const { id, account, password } = await bench().newcomer()
      const visitor = browser()
      expect(await visitor.whoIs()).toBeNull()
      const answer = await visitor.signIn(account, password)
      expect(answer.status).toBe(200)
      expect(answer.body).toEqual({ state: 'signedIn', secondFactor: false, mustChangePassword: false })
      expect(await visitor.whoIs()).toEqual({ staff: id, secondFactor: false, mustChangePassword: false })
      const { body } = await visitor.get('/get-session')
      expect(body).toMatchObject({
        staff: id,
        account,
        by: 'password',
        secondFactorOn: false,
        idleMinutes: 30,
      })
      const before = visitor.headers()
      expect((await visitor.post('/sign-out')).status).toBe(200)
      expect(await visitor.whoIs()).toBeNull()
      // A cookie that was kept opens nothing any more.
      expect(await bench().door.whoIs(new Headers(before))).toBeNull()
    })

    test('账号不分大小写和全半角', async () => {
      const { account, password } = await bench().newcomer()
      const written = account.toUpperCase().replace('-', '－')
      expect((await browser().signIn(` ${written} `, password)).status).toBe(200)
    })

    test('密码不对、账号不存在、没有密码的账号，答复一字不差', async () => {
      const { account } = await bench().newcomer()
      await bench().door.createAccount('sys')
      const answers = [
        await browser().signIn(account, wrong),
        await browser().signIn('nobody-here', wrong),
        await browser().signIn('不像账号 的账号', wrong),
        await browser().signIn('account-sys', wrong),
      ]
      for (const { status, body, headers } of answers) {
        expect(status).toBe(401)
        expect(body).toEqual(answers[0]!.body)
        expect(headers.get('content-type')).toContain('application/problem+json')
        expect(headers.getSetCookie()).toEqual([])
      }
      expect(answers[0]!.body.title).toBe('账号或者密码不对')
    })

    test('会话 Cookie：脚本读不到、只走加密连接、跨站不带；答复里没有令牌', async () => {
      const { account, password } = await bench().newcomer()
      const visitor = browser()
      const { body, headers } = await visitor.signIn(account, password)
      expect(visitor.set).toHaveLength(1)
      for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Max-Age=28800'])
        expect(visitor.set[0]).toContain(attribute)
      expect(body).not.toHaveProperty('token')
      expect(headers.get('set-auth-token')).toBeNull()
      expect(headers.get('cache-control')).toBe('no-store')
    })

    test('登录、失败、退出都记入人员所在机关的日志，没有账号和明文地址', async () => {
      const { id, account, password } = await bench().newcomer()
      const [here, there] = [browser('198.51.100.7'), browser('198.51.100.8')]
      await here.signIn(account, wrong)
      await here.signIn(account, password)
      await there.signIn(account, password)
      await here.post('/sign-out')
      const log = (await bench().logOf(id)).slice(-4)
      expect(kindsOf(log)).toEqual(['signInFailed', 'signedIn', 'signedIn', 'signedOut'])
      const addresses = log.slice(0, 3).map(([, data]) => (data as { address: string }).address)
      expect(addresses[0]).toMatch(/^[0-9a-f]{12}$/)
      expect(addresses[1]).toBe(addresses[0])
      expect(addresses[2]).not.toBe(addresses[0])
      expect(JSON.stringify(log)).not.toContain('198.51')
      expect(JSON.stringify(log)).not.toContain(account)
    })
  })

  describe('等保要求 登录失败锁定', () => {
    test('连续五次不对锁定十五分钟，期间密码对也不行；到时自行解除', async () => {
      const { id, account, password } = await bench().newcomer()
      const visitor = browser()
      for (let n = 0; n < 4; n++) expect((await visitor.signIn(account, wrong)).status).toBe(401)
      expect((await visitor.signIn(account, wrong)).status).toBe(401)
      const { status, body, headers } = await visitor.signIn(account, password)
      expect(status).toBe(429)
      expect(body.title).toBe('账号暂时锁定')
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(14 * 60)
      bench().clock.pass(14)
      expect((await browser('203.0.113.9').signIn(account, password)).status).toBe(429)
      bench().clock.pass(2)
      expect((await visitor.signIn(account, password)).status).toBe(200)
      const kinds = kindsOf(await bench().logOf(id))
      expect(kinds.filter((kind) => kind === 'signInFailed')).toHaveLength(5)
      expect(kinds.filter((kind) => kind === 'signInLocked')).toHaveLength(1)
    })

    test('不存在的账号同样锁定，看不出区别', async () => {
      const visitor = browser()
      const answers = []
      for (let n = 0; n < 6; n++) answers.push(await visitor.signIn('ghost-account', wrong))
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429])
      expect(answers[5]!.body.title).toBe('账号暂时锁定')
    })

    test('登录成功，以前的失败不再计算', async () => {
      const { account, password } = await bench().newcomer()
      const visitor = browser()
      for (let round = 0; round < 2; round++) {
        for (let n = 0; n < 4; n++) expect((await visitor.signIn(account, wrong)).status).toBe(401)
        expect((await visitor.signIn(account, password)).status).toBe(200)
      }
    })

    test('同时猜很多次，也只有五次得到回答', async () => {
      const { account } = await bench().newcomer()
      const answers = await Promise.all(Array.from({ length: 12 }, () => browser().signIn(account, wrong)))
      const answered = answers.filter(({ status }) => status === 401)
      expect(answered.length).toBeLessThanOrEqual(5)
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(12 - answered.length)
    })

    test('登录之后在别处填错原密码，同样计算', async () => {
      const { account, password } = await bench().newcomer()
      const visitor = browser()
      await visitor.signIn(account, password)
      const change = { currentPassword: wrong, newPassword: 'Shili-Xinmi-5821' }
      for (let n = 0; n < 5; n++) expect((await visitor.post('/change-password', change)).status).toBe(401)
      expect((await visitor.post('/two-factor/enable', { password })).status).toBe(429)
    })

    test('管理员重设密码，锁定随之解除', async () => {
      const { id, account } = await bench().newcomer()
      for (let n = 0; n < 5; n++) await browser().signIn(account, wrong)
      const set = await bench().door.setPassword(id, 'sec')
      if (set.refused) throw new Error(set.message)
      expect((await browser().signIn(account, set.password)).status).toBe(200)
    })
  })

  describe('等保要求 初始密码和密码规则', () => {
    test('初始密码登录后只能改密码；改后一切照常，别处的登录失效', async () => {
      const { id, account, password } = await bench().newcomer()
      const elsewhere = browser()
      await elsewhere.signIn(account, password)
      const set = await bench().door.setPassword(id, 'sec')
      if (set.refused) throw new Error(set.message)
      expect(await elsewhere.whoIs()).toBeNull()
      expect((await elsewhere.signIn(account, password)).status).toBe(401)

      const [first, second] = [browser(), browser()]
      for (const visitor of [first, second])
        expect((await visitor.signIn(account, set.password)).body).toMatchObject({ mustChangePassword: true })
      const kept = await first.post('/two-factor/enable', { password: set.password })
      expect([kept.status, kept.body.type]).toEqual([403, 'urn:gongkai:problem:password-first'])
      const same = await first.post('/change-password', {
        currentPassword: set.password,
        newPassword: set.password,
      })
      expect(same.status).toBe(400)
      const next = { currentPassword: set.password, newPassword: 'Xin-Mima-93151' }
      expect((await first.post('/change-password', next)).body).toMatchObject({ mustChangePassword: false })
      expect(await first.whoIs()).toMatchObject({ staff: id, mustChangePassword: false })
      expect(await second.whoIs()).toBeNull()
      expect((await browser().signIn(account, set.password)).status).toBe(401)
      expect(kindsOf(await bench().logOf(id)).slice(-2)).toEqual(['passwordChanged', 'signInFailed'])
    })

    test('太弱的新密码不收，说明怎么改；答复中没有密码', async () => {
      const { account, password } = await bench().newcomer()
      const visitor = browser()
      await visitor.signIn(account, password)
      for (const weak of ['Ab1-', 'abcdefghijkl', 'Password-123', `X1-${account}`]) {
        const { status, body } = await visitor.post('/change-password', {
          currentPassword: password,
          newPassword: weak,
        })
        expect([status, body.errors[0].field], weak).toEqual([400, 'newPassword'])
        expect(JSON.stringify(body)).not.toContain(weak)
      }
      expect((await visitor.signIn(account, password)).status).toBe(200)
    })

    test('密码满九十天应当更换', async () => {
      const { account, password } = await bench().newcomer()
      bench().clock.pass(90 * 24 * 60)
      const visitor = browser()
      expect((await visitor.signIn(account, password)).body).toMatchObject({ mustChangePassword: true })
      const change = { currentPassword: password, newPassword: 'Xin-Mima-93152' }
      expect((await visitor.post('/change-password', change)).body).toMatchObject({
        mustChangePassword: false,
      })
    })

    test('只有该机关的安全管理员能设密码，不能给自己设', async () => {
      const { id } = await bench().newcomer()
      for (const by of ['sys', 'aud', id, 'nobody'])
        expect(await bench().door.setPassword(id, by), by).toMatchObject({ refused: true })
      expect(await bench().door.setPassword('sec', 'sec')).toMatchObject({ code: 'ownAccount' })
      expect(await bench().door.setPassword('nobody', 'sec')).toMatchObject({ code: 'unknownStaff' })
      expect(await bench().door.setPassword('nobody', 'system')).toMatchObject({ code: 'unknownStaff' })
    })
  })

  describe('停用', () => {
    test('停用的人立刻失去会话，不能登录；恢复后可以', async () => {
      const { id, account, password } = await bench().newcomer()
      const visitor = browser()
      await visitor.signIn(account, password)
      const context = {
        organ: 'city',
        by: { actor: 'sec', at: bench().clock.now() },
        today: '2026-11-22',
      } as const
      await suspendStaff(bench().store, { staff: id, because: 'left' }, context)
      expect(await visitor.whoIs()).toBeNull()
      const { status, body, headers } = await browser().signIn(account, password)
      expect([status, body.title]).toEqual([403, '账号已停用'])
      expect(headers.getSetCookie()).toEqual([])
      // Whoever does not know the password learns nothing of it.
      expect((await browser().signIn(account, wrong)).body.title).toBe('账号或者密码不对')
      await restoreStaff(bench().store, { staff: id }, context)
      expect((await browser().signIn(account, password)).status).toBe(200)
      expect(await visitor.whoIs()).toBeNull()
    })
  })

  test('登录表中没有姓名、地址和浏览器', async () => {
    const { account, password } = await bench().newcomer(goodPassword)
    const visitor = browser('198.51.100.99')
    await visitor.post('/sign-in/username', { username: account, password }, { 'user-agent': 'Example/1.0' })
    const tables = ['auth_user', 'auth_session', 'auth_account', 'auth_verification', 'auth_failure'] as const
    for (const table of tables) {
      const rows = await bench()
        .store.database.selectFrom(table as never)
        .selectAll()
        .execute()
      const text = JSON.stringify(rows)
      for (const personal of ['示例', '198.51.100', 'Example/1.0', password, base])
        expect(text, `${table} ${personal}`).not.toContain(personal)
    }
  })
}
