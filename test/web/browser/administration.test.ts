/** The administrators' days: a house is founded and opened to its people, and kept in order, in the browser. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './support/axe.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { type Screen, visit } from './support/chromium.ts'
import { picture, pictureFolder } from './support/pictures.ts'
import { type ServedCounty, type ServedEmpty, serveCounty, serveEmpty } from './support/serve-county.ts'
import { totp } from './support/totp.ts'

const folder = pictureFolder('administration')
const organCode = '1133010000000000AG'

/** No violation, nothing wider than the screen, and a picture. */
async function looksRight(page: Page, name: string) {
  expect(await axe(page), name).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
  await picture(page, folder, name)
  const inManual = manual[name]
  if (inManual !== undefined) {
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.screenshot({ path: join(folder, `administrator-${inManual}.png`), animations: 'disabled' })
  }
}

/** Pictures that the administrator's chapter of the manual shows, by their names there. */
const manual: Readonly<Record<string, string>> = {
  'set-up-done': 'set-up',
  'second-factor': 'second-factor',
  staff: 'staff',
  calendar: 'calendar',
  installation: 'installation',
  'log-verified': 'log',
}

async function signIn(page: Page, origin: string, account: string, password: string) {
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('用户名').fill(account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

await describeInBrowser('a house is founded', (browser) => {
  let house: ServedEmpty
  const contexts: BrowserContext[] = []
  const initial: Record<string, string> = {}
  beforeAll(async () => {
    house = await serveEmpty()
  }, 180_000)
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await house?.close()
  })
  const come = async (screen?: Screen) => {
    const context = await visit(browser(), screen === undefined ? {} : { screen })
    contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    return page
  }

  test('等保 凭初始化码登记第一个机关和三员，各得一次性密码，之后不再打开', async () => {
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
  }, 90_000)

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

    const phone = await come('phone')
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
  }, 120_000)
})

await describeInBrowser('a county is administered', (browser) => {
  let county: ServedCounty
  const contexts: BrowserContext[] = []
  beforeAll(async () => {
    county = await serveCounty()
  }, 180_000)
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await county?.close()
  })
  const come = async (account: string, screen: Screen = 'desktop') => {
    const context = await visit(browser(), { screen })
    contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await signIn(page, county.origin, account, 'Shili-Xian-2026')
    await page.getByRole('navigation', { name: '主导航' }).waitFor()
    return page
  }
  const rooms = (page: Page) =>
    page.getByRole('navigation', { name: '主导航' }).getByRole('link').allTextContents()
  const enter = async (page: Page, room: string) => {
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: room }).click()
    await page
      .getByRole('heading', { name: room, level: 1 })
      .waitFor()
      .catch(async (fault: Error) => {
        throw new Error(
          `${room}: ${await page.getByRole('main').textContent()} ${county.log().slice(-2500)}`,
          { cause: fault },
        )
      })
  }

  test('三员各看各的：系统管理员管机关，新增、修改、名录先看后导入、撤销', async () => {
    const page = await come('admin.system')
    expect(await rooms(page)).toEqual(['机关', '放假安排', '文书', '编号', '设置', '运行'])
    await page.getByRole('heading', { name: '机关', level: 1 }).waitFor()
    await looksRight(page, 'organs')
    await page.getByRole('link', { name: '新增下级机关' }).click()
    await page.getByLabel('机构代码').fill('1133010000000000BL')
    await page.getByLabel('机关名称').fill('示例县统计局')
    await page.getByLabel('机关性质').selectOption({ label: '政府工作部门' })
    await page.getByLabel('行政层级').selectOption({ label: '县级' })
    await page.getByRole('button', { name: '新增', exact: true }).click()
    await page.getByRole('link', { name: /机构代码.*校验码不符/ }).waitFor()
    await looksRight(page, 'organ-new-wrong')
    await page.getByLabel('机构代码').fill('1133010000000000BK')
    await page.getByRole('button', { name: '新增', exact: true }).click()
    await page.getByRole('link', { name: '示例县统计局' }).click()
    await page.getByLabel('电话').fill('0571-00000066')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已经保存').waitFor()
    await looksRight(page, 'organ-record')

    await page.getByRole('link', { name: '机关', exact: true }).first().click()
    await page.getByRole('link', { name: '导入、导出名录' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ])
    const csv = await readFile((await file.path())!, 'utf8')
    const changed = csv.replace('0571-00000066', '0571-00000077').replace('示例县教育局,', '示例县教育局,x')
    await page.getByLabel('名录文件').setInputFiles({
      name: '机关名录.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(changed),
    })
    await page.getByRole('button', { name: '看会有什么变化' }).click()
    await page.getByText('还没有导入').waitFor()
    await looksRight(page, 'organ-import')
    await page.getByRole('button', { name: /^导入这 1 个机关/ }).click()
    await page.getByText('已经导入').waitFor()

    await enter(page, '机关')
    await page.getByRole('link', { name: '示例县统计局' }).click()
    expect(await page.getByLabel('电话').inputValue()).toBe('0571-00000077')
    await page.getByLabel('理由').fill('示例县机构改革方案，职责并入县政府办公室')
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('机关已经撤销').waitFor()
    await enter(page, '机关')
    await page.getByText('已撤销').waitFor()
  }, 120_000)

  test('安全管理员登记人员、授予身份、重设密码、停用恢复；三员不能兼任', async () => {
    const page = await come('admin.security')
    expect(await rooms(page)).toEqual(['人员'])
    await looksRight(page, 'staff')
    await page.getByRole('link', { name: '各身份可以做什么' }).click()
    await page.getByRole('heading', { name: '各身份可以做什么' }).waitFor()
    await looksRight(page, 'roles')
    await enter(page, '人员')
    await page.getByLabel('机关', { exact: true }).selectOption({ label: '示例县教育局' })
    await page.getByRole('button', { name: '切换' }).click()
    await page.waitForURL('**/education/staff')
    await page.getByLabel('姓名').fill('赵新人')
    await page.getByLabel('账号').fill('education.new')
    await page.getByLabel('经办人').check()
    await page.getByRole('button', { name: '登记并生成初始密码' }).click()
    await page.getByText('初始密码只显示这一次').waitFor()
    const password = (await page.locator('.note code').first().textContent())!
    await looksRight(page, 'staff-added')

    const newcomer = await (await visit(browser())).newPage()
    contexts.push(newcomer.context())
    await signIn(newcomer, county.origin, 'education.new', password)
    await newcomer.waitForURL('**/work/password')

    await page.getByRole('link', { name: '赵新人' }).click()
    await page.getByLabel('再授予').selectOption({ label: '审计管理员' })
    await page.getByRole('button', { name: '授予', exact: true }).click()
    await page.getByText('不能既是').waitFor()
    await looksRight(page, 'member-refused')
    await page.getByRole('button', { name: '重设密码' }).click()
    await page.getByRole('button', { name: '重设', exact: true }).click()
    await page.getByText('密码已经重设').waitFor()
    await page.getByRole('button', { name: '停用账号' }).click()
    await page.getByText('账号已经停用').waitFor()
    await page.getByRole('button', { name: '恢复账号' }).click()
    await page.getByText('账号已经恢复').waitFor()
    await page.getByLabel('到哪个机关').selectOption({ label: '示例县卫生健康局' })
    await page.getByRole('button', { name: /^授予并收回/ }).click()
    await page.getByText('已在新的机关授予身份').waitFor()
    const phone = await come('admin.security', 'phone')
    await looksRight(phone, 'staff-phone')
  }, 120_000)

  test('条例§33 放假安排：先看哪些期限会变，再公布；文书正文、编号、设置、运行', async () => {
    const page = await come('admin.system')
    const phone = await come('admin.system', 'phone')
    await phone.goto(`${county.origin}/work/county/calendar`)
    await phone.getByRole('heading', { name: '放假安排', level: 1 }).waitFor()
    await looksRight(phone, 'calendar-phone')
    await enter(page, '放假安排')
    await looksRight(page, 'calendar')
    await page.getByRole('link', { name: '2027年' }).click()
    await page.getByText('2027年放假安排尚未公布').waitFor()
    await page.getByLabel('文号').fill('示例发明电〔2026〕9号')
    await page.getByLabel('哪一年的安排').fill('2027')
    await page.getByLabel('放假', { exact: true }).fill('元旦 2027-1-3 2027-1-1')
    await page.getByRole('button', { name: '看哪些期限会变' }).click()
    await page.getByRole('link', { name: /止日早于起日/ }).waitFor()
    await page.getByLabel('放假', { exact: true }).fill('元旦 2027-1-1 2027-1-3')
    await page.getByLabel('调休上班').fill('2027-1-9')
    await page.getByRole('button', { name: '看哪些期限会变' }).click()
    await page.getByText('还没有公布').waitFor()
    await looksRight(page, 'calendar-preview')
    await page.getByRole('button', { name: '公布', exact: true }).click()
    await page.getByText('已经公布').waitFor()
    await page.getByText('示例发明电〔2026〕9号（全国）').waitFor()

    await enter(page, '文书')
    await looksRight(page, 'templates')
    await page.getByRole('link', { name: '政府信息公开申请补正告知书' }).first().click()
    await page.getByRole('article').waitFor()
    const words = await page.getByRole('textbox', { name: '正文' }).inputValue()
    await page.getByRole('textbox', { name: '正文' }).fill('请补正。')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('法律要求写明的不能缺').waitFor()
    await looksRight(page, 'template-wrong')
    await page.getByRole('textbox', { name: '正文' }).fill(`${words}\n如有疑问，请来电。`)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已经保存').waitFor()
    await page.getByText('改为自定的正文').waitFor()
    await looksRight(page, 'template')
    await page.getByRole('button', { name: '恢复系统的正文' }).click()
    await page.getByRole('button', { name: '恢复', exact: true }).click()
    await page.getByText('已经恢复系统的正文').waitFor()

    await enter(page, '编号')
    await looksRight(page, 'numbering')
    await enter(page, '设置')
    const review = page.getByRole('group', { name: '签发前须经审核' })
    await review.waitFor()
    await looksRight(page, 'settings')
    await review.getByLabel('否', { exact: true }).check()
    await page.getByRole('button', { name: '保存：办理规则' }).click()
    await page.getByRole('link', { name: /理由/ }).waitFor()
    await page.getByLabel('理由').fill('本机关没有审核人，由负责人直接签发')
    await page.getByRole('button', { name: '保存：办理规则' }).click()
    await page.getByText('办理规则已经保存').waitFor()
    await enter(page, '运行')
    await page.getByText('没有设置自动备份').waitFor()
    await looksRight(page, 'installation')
  }, 120_000)

  test('审计管理员查日志：按日期、事项查找，校验，导出', async () => {
    const page = await come('admin.audit')
    expect(await rooms(page)).toEqual(['日志'])
    await looksRight(page, 'log')
    const kinds = await page.locator('tbody th').allTextContents()
    expect(kinds.filter((kind) => /[A-Za-z]{3}/.test(kind))).toEqual([])
    await page.getByLabel('事项').selectOption({ label: '修改设置' })
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByText('本机关没有审核人，由负责人直接签发').waitFor()
    await page.getByRole('link', { name: '清除' }).click()
    await page.getByLabel('事项').selectOption({ label: '公布放假安排' })
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByRole('cell', { name: /示例发明电/ }).waitFor()
    await page.getByRole('button', { name: '校验' }).click()
    await page.getByText('校验通过，日志完整').waitFor()
    await looksRight(page, 'log-verified')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出全部' }).click(),
    ])
    const lines = (await readFile((await file.path())!, 'utf8')).trim().split('\n')
    expect(JSON.parse(lines.at(-1)!).seq).toBe(lines.length)
    const phone = await come('admin.audit', 'phone')
    await looksRight(phone, 'log-phone')
  }, 120_000)
})
