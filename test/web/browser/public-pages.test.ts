/**
 * Every public page, as everybody has to be able to use it: on a phone and on a desk, at twice the size, by keyboard
 * alone, without script, on paper; and no more script than a phone on a bad line will bear.
 */
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './support/axe.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { visit } from './support/chromium.ts'
import { addressAt, lastReport } from './support/page-weight.ts'
import { type ServedCounty, serveCounty } from './support/serve-county.ts'

/** Every page that nobody has to sign in for, with a heading that tells it is there. */
const listed: readonly (readonly [path: string, heading: string])[] = [
  ['/', '各机关政府信息公开'],
  ['/organs/education', '政府信息公开'],
  ['/organs/education/guide', '示例县教育局政府信息公开指南'],
  ['/organs/education/contact', '联系方式和投诉、举报'],
  ['/organs/education/apply', '申请公开'],
  ['/organs/education/track', '查询办理进度'],
  ['/organs/education/consultations', '第三方答复意见'],
  ['/search?q=%E9%80%9A%E7%9F%A5', '检索各机关的政府信息'],
  ['/organs/education/search', '检索示例县教育局的政府信息'],
  ['/organs/education/documents', '法定主动公开内容'],
  ['/organs/education/documents/document-education-rules', '关于印发义务教育学校招生办法的通知'],
  ['/organs/health/documents/document-health-withdrawn', '疫苗接种门诊时间表'],
  ['/organs/education/columns/legalTexts', '规章、规范性文件和其他政策文件'],
  ['/organs/education/institutions', '政府信息公开制度'],
  ['/organs/education/register', '规章和规范性文件目录'],
  ['/organs/county/calls', '征求意见'],
  ['/organs/county/calls/call-county', '示例县电动自行车停放管理规定（草案）'],
  ['/organs/education/corrections', '纠错'],
  ['/organs/education/specials', '专题'],
  ['/organs/education/open-data', '开放数据和订阅'],
  ['/organs/education/annual-reports', '政府信息公开年报'],
  [lastReport, '总体情况'],
  ['/policies', '政策文件库'],
  ['/sign-in', '登录'],
]

/** Bytes of script, compressed, that a public page may send. */
const mostScript = 30_000

await describeInBrowser('public pages', (browser) => {
  let county: ServedCounty
  let pages: typeof listed
  beforeAll(async () => {
    county = await serveCounty()
    pages = await Promise.all(
      listed.map(async ([path, heading]) => [await addressAt(county.origin, path), heading] as const),
    )
  })
  afterAll(() => county?.close())

  const widths = [
    { width: 390, what: 'a phone' },
    { width: 1280, what: 'a desk' },
    // What 1280 leaves at 200 %.
    { width: 640, what: 'a desk at twice the size' },
  ]

  test.for(widths)('have no violation and nothing cut off on $what', async ({ width }) => {
    const context = await visit(browser())
    const page = await context.newPage()
    await page.setViewportSize({ width, height: 900 })
    for (const [path, heading] of pages) {
      await page.goto(county.origin + path)
      await page.getByRole('heading', { name: heading }).first().waitFor()
      expect(await axe(page), `${path} at ${width}`).toEqual([])
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wider, `${path} at ${width}`).toBeLessThanOrEqual(0)
    }
    await context.close()
  })

  test('can be walked by keyboard: first to the text, and everything on the way is seen', async () => {
    const context = await visit(browser())
    const page = await context.newPage()
    for (const [path] of pages) {
      await page.goto(county.origin + path)
      await page.keyboard.press('Tab')
      const links = await page.getByRole('link').count()
      if (links > 0 && path !== '/sign-in')
        expect(await page.evaluate(() => document.activeElement?.textContent), path).toBe('跳到正文')
      for (let step = 0; step < 12; step++) {
        await page.keyboard.press('Tab')
        const seen = await page.evaluate(() => {
          const at = document.activeElement
          if (at === null || at === document.body) return 'end'
          const { width, height } = at.getBoundingClientRect()
          const { outlineStyle } = getComputedStyle(at)
          return width > 0 && height > 0 && outlineStyle !== 'none' ? 'seen' : at.outerHTML.slice(0, 200)
        })
        expect(['seen', 'end'], `${path}, step ${step}: ${seen}`).toContain(seen)
      }
    }
    await context.close()
  })

  test('say the same without script, and leave what is only for the screen off the paper', async () => {
    const context = await visit(browser(), { script: false })
    const page = await context.newPage()
    for (const [path, heading] of pages) {
      await page.goto(county.origin + path)
      expect(await page.getByRole('heading', { name: heading }).count(), path).toBeGreaterThan(0)
      await page.emulateMedia({ media: 'print' })
      for (const part of await page.locator('.noprint, .skip, .util').all())
        expect(await part.isVisible(), path).toBe(false)
      expect(await page.getByRole('heading', { name: heading }).first().isVisible(), path).toBe(true)
      await page.emulateMedia({ media: 'screen' })
    }
    await context.close()
  })

  test('send no more script than 30 kB', async () => {
    for (const [path] of pages) {
      const html = await (await fetch(county.origin + path)).text()
      const scripts = [
        ...html.matchAll(/(?:<script[^>]*\ssrc|<link[^>]*rel="modulepreload"[^>]*href)="([^"]+)"/g),
      ]
      let bytes = 0
      for (const [, address = ''] of scripts) {
        const script = await fetch(new URL(address, county.origin), { headers: { 'accept-encoding': 'br' } })
        bytes +=
          Number(script.headers.get('content-length') ?? 0) || brotliCompressSync(await script.text()).length
      }
      expect(bytes, path).toBeLessThanOrEqual(mostScript)
      if (/apply|track|contact/.test(path))
        expect(bytes, `${path} sends its own few kilobytes`).toBeGreaterThan(0)
    }
  })
})
