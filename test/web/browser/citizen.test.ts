/** The citizen's story on the demonstration county: finding the organ, applying, following, acting, answering. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './support/axe.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { visit } from './support/chromium.ts'
import { picture, pictureFolder } from './support/pictures.ts'
import { type ServedCounty, serveCounty } from './support/serve-county.ts'
import { buildTime } from './support/serve-pages.ts'

const name = '安然（示例）'
const phone = '13900000000'
const asked = '示例县东河学校近三年校车采购合同'

interface Receipt {
  readonly number: string
  readonly secret: string
}

/** From the form to the receipt, with a fault on the way. */
async function apply(page: Page, look: (name: string) => Promise<void>): Promise<Receipt> {
  await page.getByRole('link', { name: '申请公开', exact: true }).first().click()
  await look('apply-look')
  await page.getByLabel('您要什么信息').fill(asked)
  await page.getByRole('button', { name: '查一查' }).click()
  await page.getByText('没有查到已经公开的').waitFor()
  await look('apply-found')
  await page.getByRole('button', { name: '填写申请表' }).click()
  expect(await page.getByLabel('名称', { exact: true }).inputValue()).toBe(asked)
  expect(await page.getByText('个人信息处理告知').count()).toBe(1)
  await look('apply-form')

  await page.getByRole('button', { name: '提交申请' }).click()
  const summary = page.getByRole('region', { name: /处需要改正/ })
  await summary.waitFor()
  expect(await page.getByLabel('名称', { exact: true }).inputValue()).toBe(asked)
  await look('apply-wrong')
  await page.getByLabel(/姓名/).fill(name)
  await page.getByRole('radio', { name: '居民身份证' }).check()
  await page.getByLabel(/证件号码/).fill('11010519491231002X')
  await page.getByLabel('电话', { exact: true }).fill(phone)
  await page.getByRole('radio', { name: '电子文件' }).check()
  await page.getByRole('radio', { name: '网上获取' }).check()
  await page
    .getByLabel('其他材料')
    .setInputFiles({ name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('校车线路说明') })
  await page.getByRole('button', { name: '提交申请' }).click()

  await page.getByRole('heading', { name: '申请已经提交' }).waitFor()
  await look('receipt')
  const told = page.getByRole('region', { name: '回执' })
  expect(await told.getByRole('img', { name: '二维码：查询办理进度' }).count()).toBe(1)
  const [number = '', secret = ''] = await told.locator('dd').allTextContents()
  expect(number).toMatch(/^\d{4}-\d+$/)
  expect(secret.length).toBeGreaterThan(10)
  expect(page.url()).not.toContain(secret)
  return { number, secret }
}

async function enter(page: Page, { number, secret }: Receipt): Promise<void> {
  await page.getByLabel('登记编号').fill(number)
  await page.getByLabel('查询码').fill(secret)
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('heading', { name: `登记编号 ${number}` }).waitFor()
}

/** A wrong secret is told at its field; the number stays, the secret does not. */
async function refused(page: Page, { number }: Receipt): Promise<void> {
  await page.getByLabel('登记编号').fill(number)
  await page.getByLabel('查询码').fill('wrong-wrong-wrong')
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('region', { name: '有一处需要改正' }).waitFor()
  expect(await page.getByLabel('登记编号').inputValue()).toBe(number)
  expect(await page.getByLabel('查询码').inputValue()).toBe('')
}

async function changeContact(page: Page): Promise<void> {
  await page.getByText('变更联系方式').first().click()
  await page.getByLabel('电子邮箱').fill('anran@shili.example')
  await page.getByRole('button', { name: '变更联系方式' }).click()
  await page.getByText('联系方式已经变更，').waitFor()
}

await describeInBrowser('the citizen', (browser) => {
  let county: ServedCounty
  const folder = pictureFolder('citizen')
  beforeAll(async () => {
    county = await serveCounty()
  }, buildTime)
  afterAll(() => county?.close())

  /** Looks at the page as it stands: a picture, no violation, nothing wider than the screen. */
  const looker = (page: Page, kind: string) => async (title: string) => {
    await picture(page, folder, `${title}-${kind}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    expect(await axe(page)).toEqual([])
  }

  const visitors = [
    { kind: 'phone-plain', screen: 'phone', script: false },
    { kind: 'phone', screen: 'phone', script: true },
    { kind: 'desktop', screen: 'desktop', script: true },
  ] as const

  test.for(visitors)('applies and follows the request: $kind', async ({ kind, screen, script }) => {
    const context = await visit(browser(), { screen, script })
    const page = await context.newPage()
    // Without script the rules cannot be run in the page; the same pages are looked at with it.
    const look = script
      ? looker(page, kind)
      : async (title: string) => void (await picture(page, folder, `${title}-${kind}`))

    await page.goto(county.origin)
    await look('organs')
    await page.getByRole('link', { name: '示例县教育局' }).click()
    await look('organ')
    await page.getByRole('link', { name: '政府信息公开指南' }).click()
    await page.getByRole('heading', { name: '办理期限' }).waitFor()
    await look('guide')
    const receipt = await apply(page, look)

    await page.getByRole('link', { name: '查询办理进度' }).click()
    await look('track-door')
    if (!script) await refused(page, receipt)

    await enter(page, receipt)
    await look('track')
    expect(await page.content()).not.toContain(phone)

    if (!script) await changeContact(page)

    await page.getByRole('button', { name: '撤回申请' }).click()
    await page.getByRole('button', { name: '确认撤回' }).waitFor()
    await look('track-ask')
    await page.getByRole('button', { name: '确认撤回' }).click()
    await page.getByText('申请已经撤回。').waitFor()
    await look('track-withdrawn')

    await page.getByRole('button', { name: '退出' }).click()
    await page.getByRole('heading', { name: '查询办理进度' }).waitFor()
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  /** The number of a case, as a handler finds it. */
  async function numberOf(organ: string, request: string): Promise<string> {
    const context = await visit(browser())
    const headers = { origin: county.origin }
    const data = { username: `${organ}.handler`, password: 'Shili-Xian-2026' }
    const signIn = `${county.origin}/api/auth/sign-in/username`
    expect((await context.request.post(signIn, { data, headers })).status()).toBe(200)
    const found = await context.request.get(`${county.origin}/api/v1/organs/${organ}/requests/${request}`)
    const { number } = await found.json()
    await context.close()
    return number
  }

  /** On a phone with script, in front of a case of the county. */
  async function opened(organ: string, request: string) {
    const context = await visit(browser(), { screen: 'phone' })
    const number = await numberOf(organ, request)
    const page = await context.newPage()
    await page.goto(`${county.origin}/organs/${organ}/track`)
    await enter(page, { number, secret: 'SHILI-XIAN-2026' })
    return { context, page, look: looker(page, 'phone') }
  }

  test('条例§33：逾期未答复的，写明届满之日、怎么算出来的、到哪里复议', async () => {
    const { context, page, look } = await opened('xiling', 'now-overdue')
    expect(await page.locator('.due__day').textContent()).toMatch(/^2\d{3}年\d+月\d+日.*逾期$/)
    expect(await page.locator('.cite', { hasText: '第三十三条' }).count()).toBeGreaterThan(0)
    expect(await page.getByText('逾期没有答复的').count()).toBe(1)
    await look('overdue')
    await context.close()
  })

  test('条例§30：凭告知书补正，文书可以下载', async () => {
    const { context, page, look } = await opened('education', 'now-correctionAsked')
    await look('correction')
    const letter = page.getByRole('link', { name: /补正/ }).first()
    const file = await context.request.get(
      new URL((await letter.getAttribute('href')) ?? '', page.url()).href,
    )
    expect(file.headers()['content-type']).toBe('application/pdf')
    await page.getByRole('button', { name: '提交补正申请' }).click()
    await page.getByRole('link', { name: '请填写补正的内容。' }).waitFor()
    await look('correction-wrong')
    await page.getByLabel('补正的内容').fill('指2025年的采购合同。')
    await page.getByRole('button', { name: '提交补正申请' }).click()
    await page.getByText('补正已经提交。').waitFor()
    await context.close()
  })

  test('条例§32：第三方凭回复码提出意见，不同意的要写理由', async () => {
    const context = await visit(browser(), { screen: 'phone' })
    const page = await context.newPage()
    const look = looker(page, 'phone')
    await page.goto(`${county.origin}/organs/housing/consultations`)
    await look('consultation-door')
    await page.getByLabel('回复码').fill('DEMO-NOWTHIRDPART-0000')
    await page.getByRole('button', { name: '进入' }).click()
    await page.getByRole('radio', { name: '不同意公开' }).check()
    await look('consultation')
    await page.getByRole('button', { name: '提交意见' }).click()
    await page.getByRole('region', { name: '有一处需要改正' }).waitFor()
    expect(await page.getByRole('radio', { name: '不同意公开' }).isChecked()).toBe(true)
    await page.getByLabel('理由', { exact: true }).fill('单价属于商业秘密。')
    await page.getByRole('button', { name: '提交意见' }).click()
    await page.getByText('意见已经收到').waitFor()
    await look('consultation-done')
    await context.close()
  })

  test('what was written and chosen stays out of the log and the addresses', () => {
    for (const personal of [name, phone, '11010519491231002X', encodeURIComponent(asked), asked])
      expect(county.log()).not.toContain(personal)
  })
})
