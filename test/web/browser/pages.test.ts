/** Whole pages in a real browser: without script, on a phone, in large text, and free of violations. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './support/axe.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { visit } from './support/chromium.ts'
import { fakeDesk } from './support/fake-desk.ts'
import { picture, pictureFolder } from './support/pictures.ts'
import { type Served, servePages } from './support/serve-pages.ts'

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

await describeInBrowser('pages', (browser) => {
  let served: Served
  const folder = pictureFolder('pages')
  beforeAll(async () => {
    served = await servePages(fakeDesk())
  })
  afterAll(() => served?.close())

  test('home of an organ on a phone: accessible, in large text too, and nothing is wider than the screen', async () => {
    const context = await visit(browser(), { screen: 'phone' })
    const page = await context.newPage()
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.resourceType()))
    await page.goto(`${served.origin}/organs/minzheng`)
    expect(sent).not.toContain('script')
    expect(await axe(page)).toEqual([])
    await picture(page, folder, 'home-phone')

    await page.getByRole('link', { name: '特大' }).click()
    await page.waitForURL(/text=larger/)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await axe(page)).toEqual([])
    await page.goto(`${served.origin}/sign-in`)
    expect(await page.evaluate(() => document.documentElement.dataset.text)).toBe('larger')
    await context.close()
  })

  test('home of an organ on a desk, by keyboard: the first stop leads past the head', async () => {
    const context = await visit(browser())
    const page = await context.newPage()
    await page.goto(`${served.origin}/organs/minzheng`)
    expect(await axe(page)).toEqual([])
    await picture(page, folder, 'home')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#main$/)
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('政府信息公开指南')
    await context.close()
  })

  test('sign-in without script: what is wrong comes first and leads to its field; two steps, then in', async () => {
    const context = await visit(browser(), { script: false })
    const page = await context.newPage()
    await page.goto(`${served.origin}/sign-in`)
    await page.getByRole('button', { name: '登录' }).click()
    const summary = page.getByRole('region', { name: '有 2 处需要改正' })
    await summary.waitFor()
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true)
    await page.getByRole('link', { name: '请填写密码。' }).click()
    await page.keyboard.type('demonstration-1')
    await page.getByLabel('用户名').fill('head')
    await page.getByRole('button', { name: '登录' }).click()

    await page.getByRole('heading', { name: '输入动态验证码' }).waitFor()
    await page.getByLabel('动态验证码').fill('000000')
    await page.getByRole('button', { name: '继续' }).click()
    await page.getByRole('link', { name: /验证码不对/ }).waitFor()
    await page.getByLabel('动态验证码').fill('123456')
    await page.getByRole('button', { name: '继续' }).click()
    await page.waitForURL('**/organs/minzheng')
    const cookies = await context.cookies()
    expect(cookies.find(({ name }) => name === 'session')).toMatchObject({ value: 'open', httpOnly: true })
    await context.close()
  })

  test('sign-in is accessible, also where something is wrong', async () => {
    const context = await visit(browser(), { screen: 'phone' })
    const page = await context.newPage()
    await page.goto(`${served.origin}/sign-in`)
    expect(await axe(page)).toEqual([])
    await picture(page, folder, 'sign-in')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('region', { name: '有 2 处需要改正' }).waitFor()
    expect(await axe(page)).toEqual([])
    await picture(page, folder, 'sign-in-wrong')
    await context.close()
  })

  test('a page that is not there', async () => {
    const context = await visit(browser(), { screen: 'phone' })
    const page = await context.newPage()
    await page.goto(`${served.origin}/nowhere`)
    expect(await axe(page)).toEqual([])
    expect(await page.title()).toBe('没有这个页面 · 政府信息公开')
    await context.close()
  })
})
