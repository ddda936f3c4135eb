/** Work on a case beside its steps: papers and the gate, letters, notes, the list, the log; in the browser. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './support/axe.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { type Screen, visit } from './support/chromium.ts'
import { picture, pictureFolder } from './support/pictures.ts'
import { type ServedCounty, serveCounty } from './support/serve-county.ts'

const password = 'Shili-Xian-2026'
const folder = pictureFolder('case-work')
let county: ServedCounty
beforeAll(async () => {
  county = await serveCounty()
}, 180_000)
afterAll(() => county?.close())

async function signedIn(browser: Browser, account: string, screen: Screen) {
  const context = await visit(browser, { screen })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${county.origin}/work`)
  await page.getByLabel('用户名').fill(account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '今日', level: 1 }).waitFor()
  return { context, page }
}

/** No violation, nothing wider than the screen, and a picture. */
async function looksRight(page: Page, name: string) {
  expect(await axe(page), name).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
  await picture(page, folder, name)
}

const applicant = {
  kind: 'natural',
  name: '赵示例',
  idKind: 'residentId',
  idNumber: '110101190001011009',
  contact: { phone: '13900002222' },
}

async function applied(title: string): Promise<string> {
  const content = { title, features: '全部', provision: 'electronic', delivery: 'online' }
  const response = await fetch(`${county.origin}/api/v1/organs/education/applications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ applicant, content }),
  })
  return ((await response.json()) as { number: string }).number
}

await describeInBrowser('a clerk at a case', (browser) => {
  let address: string
  let number: string
  const contexts: BrowserContext[] = []
  const come = async (account: string, screen: Screen = 'desktop') => {
    const { context, page } = await signedIn(browser(), account, screen)
    contexts.push(context)
    return page
  }
  afterAll(() => Promise.all(contexts.map((context) => context.close())))

  /** Does a step from its form and is back at the case. */
  async function step(
    page: Page,
    caption: string,
    fill: (page: Page) => Promise<unknown> = async () => null,
  ) {
    await page.getByRole('link', { name: `办理：${caption}`, exact: true }).click()
    await page.getByRole('heading', { name: caption, level: 1 }).waitFor()
    await fill(page)
    await page.getByRole('button', { name: caption, exact: true }).click()
    await page.waitForURL(address).catch(async (fault: Error) => {
      throw new Error(`${caption}: ${await page.getByRole('main').textContent()}`, { cause: fault })
    })
  }

  test('adds papers, and lets an enclosure go, replaces it or holds it back', async () => {
    number = await applied('学校食堂招标材料')
    const page = await come('education.handler')
    await page.goto(`${county.origin}/work?organ=education&view=untouched`)
    await page.getByRole('link', { name: number, exact: true }).click()
    await page.getByRole('heading', { name: '学校食堂招标材料', level: 1 }).waitFor()
    address = page.url()
    await step(page, '确认收到')

    await page.getByRole('link', { name: '添加、核查' }).click()
    await page.getByRole('heading', { name: '材料', level: 1 }).waitFor()
    await page.getByRole('button', { name: '添加', exact: true }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await looksRight(page, 'papers-wrong')
    const text = '联系人电话13900003333，住址示例县示例路1号2单元301室。'
    const file = { name: '招标公告.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }
    await page.getByLabel(/^文件/).setInputFiles(file)
    await page.getByLabel('随附答复提供的文件').check()
    await page.getByLabel('说明').fill('食堂招标公告')
    await page.getByRole('button', { name: '添加', exact: true }).click()

    await page.getByRole('heading', { name: '核查随附文件', level: 1 }).waitFor()
    await page.getByText('手机号码', { exact: true }).waitFor()
    expect(await page.content()).not.toContain('13900003333')
    await page.getByRole('button', { name: '确认放行' }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await looksRight(page, 'gate-wrong')

    await page
      .getByLabel(/^处理后的文件/)
      .setInputFiles({ ...file, buffer: Buffer.from('联系人电话已遮盖。') })
    await page.getByLabel('不提供原文件的理由').first().fill('含联系人的电话和住址')
    await page.getByRole('button', { name: '替换' }).click()
    await page.getByText('没有发现号码').waitFor()
    await looksRight(page, 'gate-clean')
    await page.getByRole('button', { name: '确认放行' }).click()
    await page.getByRole('heading', { name: '材料', level: 1 }).waitFor()
    await page.getByText('放行', { exact: true }).waitFor()
    await page.getByText('不提供', { exact: true }).waitFor()
    await looksRight(page, 'papers')

    await page.getByRole('link', { name: '改为不提供' }).click()
    await page.getByRole('button', { name: '不提供', exact: true }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await page.getByLabel('不提供原文件的理由').last().fill('与申请的信息无关')
    await page.getByRole('button', { name: '不提供', exact: true }).click()
    await page.getByText('与申请的信息无关').waitFor()
    await page.getByRole('link', { name: '重新核查' }).last().click()
    await page.getByRole('button', { name: '确认放行' }).click()
    await page.getByText('放行', { exact: true }).waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await looksRight(page, 'papers-phone')
    expect(county.log()).not.toContain('招标公告')
  }, 90_000)

  test("writes a note for a colleague, who finds it among the day's work", async () => {
    const page = await come('education.handler')
    await page.goto(address)
    await page.getByRole('button', { name: '写备注' }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await page.getByLabel('备注的内容').fill('申请人来电13900002222，请核对年份。')
    await page.getByText('请同事看').click()
    await page.getByRole('checkbox').first().check()
    const colleague = await page.getByRole('checkbox').first().getAttribute('value')
    await page.getByRole('button', { name: '写备注' }).click()
    await page.getByText('请核对年份。').waitFor()
    expect(county.log()).not.toContain('13900002222')
    await looksRight(page, 'notes')

    const role = (colleague ?? '').includes('head') ? 'head' : 'reviewer'
    const other = await come(`education.${role}`)
    await other.getByRole('link', { name: /请您看的备注/ }).click()
    await other.getByRole('link', { name: number, exact: true }).click()
    await other.getByText('有备注请您看').waitFor()
    await looksRight(other, 'mentioned')
    await other.getByRole('button', { name: '知悉' }).click()
    await other.getByText('有备注请您看').waitFor({ state: 'detached' })
  }, 60_000)
})
