import { afterAll, beforeAll, expect, test } from 'vitest'
import { looksRight } from './support/administration.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { type ServedEmpty, serveEmpty } from './support/serve-county.ts'
import { signIn, visitors } from './support/story.ts'
import { totp } from './support/totp.ts'

const organCode = '1133010000000000AG'

await describeInBrowser('a house is founded', (browser) => {
  let house: ServedEmpty
  const initial: Record<string, string> = {}
  beforeAll(async () => {
    house = await serveEmpty()
  })
  afterAll(() => house?.close())
  const come = visitors(browser)

  test('等保 凭启用码登记第一个机关和三员，各得一次性密码，之后不再打开', async () => {
    const page = await come()
    await page.goto(house.origin)
    await page.waitForURL('**/set-up')
    await page.getByRole('button', { name: '登记并启用' }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await looksRight(page, 'set-up-wrong')
    await page.getByLabel('启用码').fill('AAAA-BBBB')
    await page.getByLabel('机构代码').fill('11330000000000001X')
    await page.getByLabel('机关名称').fill('示例县人民政府')
    await page.getByLabel('机关性质').selectOption({ label: '人民政府' })
    await page.getByLabel('行政层级').selectOption({ label: '县级' })
    for (const [role, caption, name] of [
      ['system', '系统管理员', '钱系统'],
      ['security', '安全管理员', '孙安全'],
      ['audit', '审计管理员', '李审计'],
    ] as const) {
      const group = page.getByRole('group', { name: caption })
      await group.getByLabel('姓名').fill(name)
      await group.getByLabel('账号').fill(`shili.${role}`)
    }
    await page.getByRole('button', { name: '登记并启用' }).click()
    await page.getByRole('link', { name: /请核对服务启动时显示的启用码/ }).waitFor()
    await page.getByLabel('启用码').fill(house.setUpCode)
    await page.getByRole('button', { name: '登记并启用' }).click()
    await page.getByRole('link', { name: /机构代码/ }).waitFor()
    await page.getByLabel('机构代码').fill(organCode)
    await page.getByRole('button', { name: '登记并启用' }).click()
    await page.getByRole('heading', { name: '已经启用' }).waitFor()
    await looksRight(page, 'set-up-done')
    for (const row of await page.locator('tbody tr').all()) {
      const [account, password] = await row.locator('td').allTextContents()
      initial[account!.trim()] = password!.trim()
    }
    expect(Object.keys(initial)).toEqual(['shili.system', 'shili.security', 'shili.audit'])
    expect((await page.goto(`${house.origin}/set-up`))!.status()).toBe(404)
    expect(house.log()).not.toContain(initial['shili.system']!)
  })

  test('等保 首次登录先改密码；启用二次验证，用验证码、备用码登录；在所有地方退出', async () => {
    const page = await come()
    await signIn(page, house.origin, 'shili.security', initial['shili.security']!)
    await page.waitForURL('**/work/password')
    await looksRight(page, 'first-password')
    const change = async (next: string) => {
      await page.getByLabel('原密码').fill(initial['shili.security']!)
      await page.getByLabel('新密码', { exact: true }).fill(next)
      await page.getByLabel('再填一次新密码').fill(next)
      await page.getByRole('button', { name: '修改密码' }).click()
    }
    await change('short')
    await page.getByRole('link', { name: /至少10个字符/ }).waitFor()
    const password = 'Baihua-2026-kai'
    await change(password)
    await page.waitForURL(/\/work($|\/(?!password))/)

    await page.goto(`${house.origin}/work/account`)
    await looksRight(page, 'account')
    await page.getByRole('textbox', { name: '密码' }).fill('Wrong-2026-pass')
    await page.getByRole('button', { name: '启用二次验证' }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await page.getByRole('textbox', { name: '密码' }).fill(password)
    await page.getByRole('button', { name: '启用二次验证' }).click()
    await page.getByRole('img', { name: /二维码/ }).waitFor()
    const secret = (await page.locator('.enrol code').textContent())!
    await looksRight(page, 'second-factor')
    await page.getByLabel('验证器上的数字').fill('000000')
    await page.getByRole('button', { name: '确认启用' }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await page.getByLabel('验证器上的数字').fill(totp(secret))
    await page.getByRole('button', { name: '确认启用' }).click()
    await page.getByText('备用码只显示这一次').waitFor()
    const codes = await page.locator('.codes code').allTextContents()
    expect(codes.length).toBe(10)
    await looksRight(page, 'recovery-codes')

    const phone = await come({ screen: 'phone' })
    await signIn(phone, house.origin, 'shili.security', password)
    await phone.getByRole('heading', { name: '输入动态验证码' }).waitFor()
    await looksRight(phone, 'code-phone')
    await phone.getByLabel('动态验证码').fill(totp(secret, 1))
    await phone.getByRole('button', { name: '继续' }).click()
    await phone.waitForURL('**/work**')
    await phone.goto(`${house.origin}/work/account`)
    await phone.getByText('已启用').waitFor()
    await looksRight(phone, 'account-phone')

    const third = await come()
    await signIn(third, house.origin, 'shili.security', password)
    await third.getByRole('link', { name: /用备用码/ }).click()
    await third.getByLabel('备用码').fill(codes[0]!)
    await third.getByRole('button', { name: '继续' }).click()
    await third.waitForURL('**/work**')
    await third.goto(`${house.origin}/work/account`)
    expect(await third.getByRole('cell', { name: '经过' }).count()).toBe(3)
    await third.getByRole('button', { name: '在所有地方退出' }).click()
    await third.waitForURL('**/sign-in')
    await phone.goto(`${house.origin}/work`)
    await phone.waitForURL('**/sign-in')
  })
})
