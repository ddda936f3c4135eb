/** The county office receives the annual reports of the organs below, adds them up, compares them, and all may read. */
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './support/axe.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { type Screen, visit } from './support/chromium.ts'
import { picture, pictureFolder } from './support/pictures.ts'
import { type ServedCounty, serveCounty } from './support/serve-county.ts'

const folder = pictureFolder('annual-county')
let county: ServedCounty
beforeAll(async () => {
  county = await serveCounty()
}, 240_000)
afterAll(() => county?.close())

async function signedIn(browser: Browser, account: string, screen: Screen = 'desktop') {
  const context = await visit(browser, { screen })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${county.origin}/sign-in`)
  await page.getByLabel('用户名').fill(account)
  await page.getByLabel('密码').fill('Shili-Xian-2026')
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

/** What the screen shows, for the manual. */
async function shot(page: Page, name: string) {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.screenshot({ path: join(folder, `manual-${name}.png`), animations: 'disabled' })
}

const rowOf = (page: Page, name: RegExp) => page.getByRole('row', { name })

await describeInBrowser('the county office', (browser) => {
  const contexts: BrowserContext[] = []
  const come = async (account: string, screen?: Screen): Promise<Page> => {
    const { context, page } = await signedIn(browser(), account, screen)
    contexts.push(context)
    return page
  }
  afterAll(() => Promise.all(contexts.map((context) => context.close())))
  /** The supervisor's, kept by the first test for those after it. */
  let page: Page
  let board: string

  test('条例§49：sees who has filed and who has not', async () => {
    page = await come('county.supervisor')
    await page.getByRole('link', { name: '年报收报' }).click()
    await page.getByRole('heading', { name: '2025年度报告收报', level: 1 }).waitFor()
    board = page.url()
    await rowOf(page, /示例县西岭镇.*已通过/).waitFor()
    await rowOf(page, /示例县南塘乡.*已退回/).waitFor()
    await rowOf(page, /示例县北山.*已报送/).waitFor()
    await looksRight(page, 'filings')
    await shot(page, 'filings')
    await page.getByLabel('状态').selectOption({ label: '已退回' })
    await page.getByRole('button', { name: '筛选' }).click()
    await page.getByText('1 / 9 个机关').waitFor()
    expect(await page.locator('.table tbody tr:not(.group)').count()).toBe(1)
  }, 120_000)

  test('reminds an organ once a day, after being asked', async () => {
    await page.goto(board)
    await page.getByRole('checkbox', { name: /南塘/ }).check()
    await page.getByRole('checkbox', { name: /北山/ }).check()
    await page.getByRole('button', { name: /^催报/ }).click()
    const ask = page.getByRole('alertdialog', { name: '提醒 1 个机关？' })
    await ask.waitFor()
    await looksRight(page, 'remind')
    await ask.getByRole('button', { name: '确认提醒' }).click()
    await page.getByText('已经提醒 1 个机关。').waitFor()
    await page.getByRole('checkbox', { name: /南塘/ }).check()
    await page.getByRole('button', { name: /^催报/ }).click()
    await page.getByRole('button', { name: '确认提醒' }).click()
    await page.getByText('今天已经提醒过').waitFor()
  }, 120_000)

  test('returns a report with reasons at a section, and accepts the one without findings among many', async () => {
    await page.goto(board)
    await page.getByRole('link', { name: /北山/ }).click()
    await page.getByRole('heading', { name: /北山.* 2025年度报告/, level: 1 }).waitFor()
    await looksRight(page, 'filed')
    await shot(page, 'filed')
    await page.getByText('退回，写明理由').click()
    await page.getByRole('button', { name: '退回', exact: true }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await looksRight(page, 'return-empty')
    await page.getByLabel('理由一关于').selectOption({ label: '第五部分 存在的主要问题及改进情况' })
    await page.getByLabel('理由一', { exact: true }).fill('请写明本镇的问题，不要照抄。')
    await page.getByRole('button', { name: '退回', exact: true }).click()
    await page.getByText('退回的理由：').waitFor()
    await page.getByText('请写明本镇的问题，不要照抄。').waitFor()
    expect(await page.getByRole('button', { name: '通过' }).count()).toBe(0)
    await looksRight(page, 'returned')
  }, 120_000)

  test('compares the years of an organ, and organs of a kind', async () => {
    await page.goto(board)
    await page.getByRole('link', { name: '比较' }).click()
    await page.getByRole('heading', { name: '年度报告比较', level: 1 }).waitFor()
    await looksRight(page, 'compare-years')
    await page.getByRole('button', { name: '比较各机关' }).click()
    await page.getByText(/政府工作部门 · 2025年度/).waitFor()
    expect(await page.getByRole('img').count()).toBeGreaterThanOrEqual(3)
    await looksRight(page, 'compare-organs')
    await shot(page, 'compare')
    await page.emulateMedia({ media: 'print' })
    await picture(page, folder, 'compare-print')
    await page.emulateMedia({ media: null })
  }, 120_000)

  test('adds reports up, and every figure opens onto who contributed', async () => {
    await page.goto(board)
    await page.getByRole('link', { name: '汇总' }).click()
    await page.getByRole('heading', { name: '2025年度报告汇总', level: 1 }).waitFor()
    await looksRight(page, 'sum')
    await shot(page, 'sum')
    await page.locator('[id="cell-requests/received@total"] a').click()
    await page.getByRole('table', { name: '各机关在这一格的数' }).waitFor()
    await looksRight(page, 'sum-behind')
    await page.getByText('逐个选择').click()
    await picture(page, folder, 'sum-choice')
  }, 120_000)
})
