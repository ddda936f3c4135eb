import { describe, expect, test } from 'vitest'
import { type Answer, type Bench, Browser, codeOf, type Newcomer, steady } from '../bench.ts'

const notThis = (code: string) => (code === '000000' ? '000001' : '000000')

export function testSecondFactor(bench: () => Bench): void {
  const browser = () => new Browser(bench().door)
  const verify = (visitor: Browser, code: string): Promise<Answer> =>
    visitor.post('/two-factor/verify-totp', { code })

  /** Somebody who has set up an authenticator, in a browser that is signed in. */
  async function enrolled(): Promise<
    Newcomer & { visitor: Browser; otpauth: string; backupCodes: string[] }
  > {
    const newcomer = await bench().newcomer()
    const visitor = browser()
    await visitor.signIn(newcomer.account, newcomer.password)
    const { body } = await visitor.post('/two-factor/enable', { password: newcomer.password })
    await steady()
    // A step back: the present code is left for the sign-in that follows.
    const answer = await verify(visitor, codeOf(body.totpURI, -1))
    expect(answer.body).toMatchObject({ state: 'signedIn', secondFactor: true })
    return { ...newcomer, visitor, otpauth: body.totpURI, backupCodes: body.backupCodes }
  }

  describe('等保要求 二次验证', () => {
    test('启用：验证器显示“Gongkai”和账号，十个备用码；验证一次才生效', async () => {
      const { id, account, password } = await bench().newcomer()
      const visitor = browser()
      await visitor.signIn(account, password)
      const { body } = await visitor.post('/two-factor/enable', { password })
      const otpauth = new URL(body.totpURI)
      expect(decodeURIComponent(otpauth.pathname)).toBe(`/Gongkai:${account}`)
      expect(otpauth.searchParams.get('issuer')).toBe('Gongkai')
      expect(body.backupCodes).toHaveLength(10)
      // Not in force yet: the password alone still opens.
      expect((await browser().signIn(account, password)).body).toMatchObject({ state: 'signedIn' })
      expect(
        (await visitor.post('/two-factor/verify-backup-code', { code: body.backupCodes[0] })).status,
      ).toBe(409)
      expect((await verify(visitor, notThis(codeOf(body.totpURI)))).status).toBe(401)
      expect(await visitor.whoIs()).toMatchObject({ secondFactor: false })
      expect((await verify(visitor, codeOf(body.totpURI))).status).toBe(200)
      expect(await visitor.whoIs()).toMatchObject({ staff: id, secondFactor: true })
      expect((await bench().logOf(id)).at(-1)).toEqual(['secondFactorChanged', { to: 'on' }])
    })

    test('启用要再输一次密码', async () => {
      const { account, password } = await bench().newcomer()
      const visitor = browser()
      await visitor.signIn(account, password)
      const { status, body } = await visitor.post('/two-factor/enable', { password: 'Shili-Mima-0000' })
      expect([status, body.title]).toEqual([401, '账号或者密码不对'])
    })

    test('登录分两步：密码之后还不是登录，验证码对了才是', async () => {
      const { id, account, password, otpauth } = await enrolled()
      const visitor = browser()
      const first = await visitor.signIn(account, password)
      expect([first.status, first.body]).toEqual([200, { state: 'secondFactorAsked' }])
      expect(await visitor.whoIs()).toBeNull()
      expect((await visitor.get('/get-session')).status).toBe(401)
      expect(visitor.set.filter((cookie) => cookie.includes('two_factor')).join()).toContain(
        'SameSite=Strict',
      )
      const second = await verify(visitor, codeOf(otpauth))
      expect(second.body).toEqual({ state: 'signedIn', secondFactor: true, mustChangePassword: false })
      expect(await visitor.whoIs()).toEqual({ staff: id, secondFactor: true, mustChangePassword: false })
      expect((await bench().logOf(id)).at(-1)).toMatchObject([
        'signedIn',
        { by: 'password', secondFactor: true },
      ])
    })

    test('一个验证码只能用一次', async () => {
      const { account, password, otpauth } = await enrolled()
      const [one, other] = [browser(), browser()]
      for (const visitor of [one, other]) await visitor.signIn(account, password)
      const code = codeOf(otpauth)
      expect((await verify(one, code)).status).toBe(200)
      const again = await verify(other, code)
      expect([again.status, again.body.title]).toEqual([401, '验证码不对'])
      expect(await other.whoIs()).toBeNull()
    })

    test('备用码可以代替，每个一次', async () => {
      const { account, password, backupCodes } = await enrolled()
      const attempt = async () => {
        const visitor = browser()
        await visitor.signIn(account, password)
        return visitor.post('/two-factor/verify-backup-code', { code: backupCodes[3] })
      }
      expect((await attempt()).status).toBe(200)
      expect((await attempt()).status).toBe(401)
    })

    test('猜验证码同样五次锁定；重新输入密码不能重来', async () => {
      const { id, account, password, otpauth } = await enrolled()
      const wrong = notThis(codeOf(otpauth))
      for (let n = 0; n < 3; n++) {
        const visitor = browser()
        expect((await visitor.signIn(account, password)).status).toBe(200)
        expect((await verify(visitor, wrong)).status).toBe(401)
      }
      const visitor = browser()
      await visitor.signIn(account, password)
      for (let n = 0; n < 2; n++) expect((await verify(visitor, wrong)).status).toBe(401)
      expect((await verify(visitor, codeOf(otpauth))).status).toBe(429)
      expect((await browser().signIn(account, password)).status).toBe(429)
      const failures = (await bench().logOf(id)).filter(([kind]) => kind === 'signInFailed')
      expect(failures.map(([, data]) => (data as { by: string }).by)).toEqual(Array(5).fill('secondFactor'))
      bench().clock.pass(16)
    })

    test('没有先输密码的，验证码无处可用；不能要求免验', async () => {
      const { account, password, otpauth } = await enrolled()
      const stranger = await verify(browser(), codeOf(otpauth))
      expect([stranger.status, stranger.body.title]).toEqual([401, '二次验证已经过期'])
      const visitor = browser()
      await visitor.signIn(account, password)
      await visitor.post('/two-factor/verify-totp', { code: codeOf(otpauth), trustDevice: true })
      await visitor.post('/sign-out')
      expect((await visitor.signIn(account, password)).body).toEqual({ state: 'secondFactorAsked' })
    })

    test('停用要密码；停用后会话不再算经过二次验证', async () => {
      const { id, account, password, visitor } = await enrolled()
      expect((await visitor.post('/two-factor/disable', { password })).status).toBe(200)
      expect(await visitor.whoIs()).toEqual({ staff: id, secondFactor: false, mustChangePassword: false })
      expect((await browser().signIn(account, password)).body).toMatchObject({ state: 'signedIn' })
      expect((await bench().logOf(id)).map(([kind, data]) => [kind, data])).toContainEqual([
        'secondFactorChanged',
        { to: 'off' },
      ])
    })

    test('换一组备用码，旧的作废', async () => {
      const { account, password, visitor, backupCodes } = await enrolled()
      const { body } = await visitor.post('/two-factor/generate-backup-codes', { password })
      expect(body.backupCodes).toHaveLength(10)
      const next = browser()
      await next.signIn(account, password)
      expect((await next.post('/two-factor/verify-backup-code', { code: backupCodes[0] })).status).toBe(401)
      expect((await next.post('/two-factor/verify-backup-code', { code: body.backupCodes[0] })).status).toBe(
        200,
      )
    })

    test('改密码后，同一会话仍算经过二次验证', async () => {
      const { password, visitor } = await enrolled()
      const change = { currentPassword: password, newPassword: 'Xin-Mima-93151' }
      expect((await visitor.post('/change-password', change)).status).toBe(200)
      expect(await visitor.whoIs()).toMatchObject({ secondFactor: true })
    })

    test('丢了验证器的，由安全管理员停用，会话全部结束', async () => {
      const { id, account, password, visitor } = await enrolled()
      expect(await bench().door.resetSecondFactor(id, 'aud')).toMatchObject({ refused: true })
      expect(await bench().door.resetSecondFactor(id, 'sec')).toEqual({ refused: false })
      expect(await visitor.whoIs()).toBeNull()
      expect((await browser().signIn(account, password)).body).toMatchObject({ state: 'signedIn' })
      const [last] = (await bench().logOf(id)).filter(([kind]) => kind === 'secondFactorChanged').slice(-1)
      expect(last).toEqual(['secondFactorChanged', { to: 'off' }])
    })
  })
}
