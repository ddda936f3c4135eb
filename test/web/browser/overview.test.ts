/** Leaders look at how organs stand: figures, charts, the list behind each figure, paper and file. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser } from './support/browser-test.ts'
import { picture } from './support/pictures.ts'
import { countyOfTests, looks, members, roomsOf, toRoom } from './support/story.ts'
import { lastYear } from './support/today.ts'

const county = countyOfTests()
const { folder, looksRight } = looks('overview')

/** Sheets of the PDF that a browser prints. */
const sheetsOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0

await describeInBrowser('a leader', (browser) => {
  const come = members(browser, county)
  /** Kept by the first test for those after it. */
  let page: Page

  test('a supervisor sees the county at a glance', async () => {
    page = await come('county.supervisor')
    expect((await page.locator('.bar').boundingBox())!.height).toBeLessThan(60)
    await toRoom(page, '领导看板')
    await page.getByRole('heading', { name: '领导看板', level: 1 }).waitFor()
    const organs = page.getByRole('table', { name: /^各机关的办理情况/ })
    expect(await organs.locator('tbody tr:not(.group)').count()).toBe(10)
    expect(await organs.getByRole('rowheader', { name: /个机关/ }).count()).toBeGreaterThan(1)
    expect(await page.getByRole('img').count()).toBeGreaterThanOrEqual(3)
    expect(await page.content()).not.toMatch(/<[^>]*\sstyle="/)
    await page
      .getByRole('definition')
      .filter({ hasText: /\d+ 份评价/ })
      .getByRole('link')
      .waitFor()
    await looksRight(page, 'overview')
    await page.screenshot({ path: join(folder, 'overview-top.png') })
  })

  test('every number of the total and of one organ opens onto a list as long as it says', async () => {
    const address = page.url()
    const tiles = await page.getByRole('navigation', { name: '合计' }).getByRole('link').all()
    const row = page.getByRole('row').filter({ hasText: '教育局' }).last()
    const links = [...tiles, ...(await row.getByRole('link').all())]
    const numbers = await Promise.all(
      links.map(async (link) => ({
        href: (await link.getAttribute('href'))!,
        count: Number(
          (await link.locator('b').count()) > 0
            ? await link.locator('b').textContent()
            : await link.textContent(),
        ),
      })),
    )
    expect(numbers.length).toBeGreaterThan(9)
    for (const { href, count } of numbers) {
      await page.goto(county.origin + href)
      const listed = await page.locator('.table tbody tr').count()
      expect(listed, href).toBe(count)
    }
    await looksRight(page, 'overview-cases')
    await page.goto(address)
  })

  test('chooses another time, and is told what is wrong with one', async () => {
    await page.getByRole('link', { name: `${lastYear}年全年` }).click()
    await page.getByText(`${lastYear}年1月1日至${lastYear}年12月31日`).first().waitFor()
    await page.getByLabel('统计期间起于').fill('2026-8-1')
    await page.getByLabel('统计期间止于').fill('2026-2-1')
    await page.getByRole('button', { name: '查看' }).click()
    await page.getByText('起始日晚于截止日').first().waitFor()
    expect(await page.getByLabel('统计期间起于').inputValue()).toBe('2026-8-1')
    await looksRight(page, 'overview-wrong')
    await page.getByRole('link', { name: '今年以来' }).click()
    await page.getByText(`上年同期：${lastYear}年1月1日`).waitFor()
  })

  test('has the figures of a chart as a table and as a file', async () => {
    const chart = page.getByRole('figure').first()
    await chart.getByText('看表格').click()
    expect(await chart.getByRole('rowheader').count()).toBeGreaterThan(1)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      chart.getByRole('link', { name: /CSV/ }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
    await chart.getByText('看表格').click()
  })

  test('takes the table home', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出表格' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^办理情况统计 .*\.xlsx$/)
  })

  test('prints it on two sheets at most', async () => {
    await page.emulateMedia({ media: 'print' })
    await picture(page, folder, 'overview-print')
    await page.emulateMedia({ media: null })
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false })
    await writeFile(join(folder, 'overview.pdf'), pdf)
    expect(sheetsOf(pdf)).toBeGreaterThan(0)
    expect(sheetsOf(pdf)).toBeLessThanOrEqual(2)
    await page.emulateMedia({ forcedColors: 'active' })
    await picture(page, folder, 'overview-forced')
    await page.emulateMedia({ forcedColors: 'none' })
  })

  test('reads it on a phone', async () => {
    const phone = await come('county.supervisor', { screen: 'phone' })
    await phone.goto(`${county.origin}/work/overview`)
    await phone.getByRole('heading', { name: '领导看板', level: 1 }).waitFor()
    await looksRight(phone, 'overview-phone')
  })

  test('a head sees the own organ alone; a handler has no such door and no more than their own', async () => {
    const head = await come('education.head')
    expect((await head.locator('.bar').boundingBox())!.height).toBeLessThan(60)
    await toRoom(head, '领导看板')
    await head.getByRole('table', { name: /^各机关的办理情况/ }).waitFor()
    expect(await head.locator('.table').first().locator('tbody tr:not(.group)').count()).toBe(1)
    const address = head.url()
    await head.goto(address.replace('education', 'county'))
    expect(await head.getByRole('heading', { name: '领导看板' }).count()).toBe(0)
    const handler = await come('education.handler')
    expect(await roomsOf(handler)).not.toContain('领导看板')
  })
})
