/** Somebody who has never seen the system drops a messy annual report on a page, examines, corrects and exports it. */
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { writeFormats } from '../../../src/writer/write.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { hostileText, messyReport } from './support/messy-report.ts'
import { countyOfTests, looks, members, toRoom } from './support/story.ts'

const county = countyOfTests()
const { folder, looksRight, shot } = looks('reports')

const organ = '示例县卫生健康局'
const messy = messyReport(organ)
const examples = join(import.meta.dirname, '../../../examples')
const samples = join(import.meta.dirname, '../../../../shared/samples')

interface Handed {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const file = (name: string, bytes: Uint8Array): Handed => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

const granted = 'requests/outcome.granted@total'
const at = (page: Page, id: string) => page.locator(`[id="${id}"]`)
const cell = (page: Page, key: string) => at(page, `cell-${key}`)
const rowOf = (page: Page, name: RegExp) => page.getByRole('row', { name })
const looked = (page: Page) => page.locator('[data-on]')

await describeInBrowser('an examiner', (browser) => {
  const come = members(browser, county)
  let address: string

  test('is told what to do where nothing was put in yet', async () => {
    const page = await come('nantang.handler')
    await toRoom(page, '年报核查')
    await page.getByText('还没有收存报告').waitFor()
    await looksRight(page, 'list-empty')
  })

  test('drops reports on the page: what can be is kept and read, what cannot be is refused with its reason', async () => {
    const page = await come('county.handler')
    await toRoom(page, '年报核查')
    await page.setInputFiles('input[name=files]', [
      file('<img src=x onerror=alert(1)>年报.html', messy),
      file('坏的.zip', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])),
      file('打不开.pdf', Buffer.from('%PDF-1.4 这不是一份完整的文件')),
    ])
    await page.getByText('全部传完，收下 2 份，没有收下 1 份').waitFor({ timeout: 60_000 })
    await page.getByText('坏的.zip 没有收下').waitFor()
    await rowOf(page, /已读取.*卫生健康局.*待确认.*可能是示例县卫生健康局/).waitFor({ timeout: 60_000 })
    await rowOf(page, /未能读取.*打不开/).waitFor({ timeout: 60_000 })
    await looksRight(page, 'list')
    await shot(page, 'upload')

    const dropped = await page.evaluateHandle(
      (text) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([text], '拖来的.txt'))
        return transfer
      },
      readFileSync(join(examples, '06-zone-2023-one-line.txt'), 'utf8'),
    )
    await page.dispatchEvent('.upload', 'drop', { dataTransfer: dropped })
    await rowOf(page, /已读取.*示范经济开发区/).waitFor({ timeout: 60_000 })
    await page.setInputFiles('input[name=files]', [file('同一份.html', messy)])
    await page.getByText('以前已经收存过同样的文件').waitFor()

    await page.getByLabel('机关名称').fill('卫生')
    await page.getByRole('button', { name: '筛选' }).click()
    await rowOf(page, /示范经济开发区/).waitFor({ state: 'detached' })
    expect(await page.locator('.table tbody tr').count()).toBe(1)
    await page.getByRole('textbox', { name: '年度' }).fill('去年')
    await page.getByRole('button', { name: '筛选' }).click()
    await page.locator('.field__error').waitFor()
  })

  test('sees source and reading side by side with every finding marked, and is led from each to the others', async () => {
    const page = await come('county.handler')
    await page.goto(`${county.origin}/work/county/reports?q=卫生`)
    await page.getByRole('link', { name: organ }).click()
    await page.getByRole('heading', { name: organ, level: 1 }).waitFor()
    address = page.url()
    await looksRight(page, 'report')
    await page.locator('.exam[data-live]').waitFor()
    expect(await page.title()).not.toBe('ran')
    expect(await page.locator('#source').textContent()).toContain(hostileText)

    const cards = await page.locator('.finding').count()
    expect(cards).toBeGreaterThan(5)
    for (let number = 1; number <= cards; number++)
      expect(await page.locator(`.exam a.mark[href="#finding-${number}"]`).count()).toBeGreaterThan(0)
    const lost = await page
      .locator('.form td[id^="cell-"] > a[href^="#place-"]')
      .evaluateAll(
        (links) =>
          links.filter((link) => document.getElementById(link.getAttribute('href')!.slice(1)) === null)
            .length,
      )
    expect(lost).toBe(0)

    await cell(page, granted).getByRole('link', { name: '66' }).click()
    await page.getByText('原文印作“66”，第 5 张表第 6 行第 10 列。').waitFor()
    await page.locator('.src__mark[data-on]', { hasText: /^66$/ }).waitFor()
    await shot(page, 'side-by-side')
    await page.locator('.src__mark', { hasText: '○' }).click()
    await page.locator('.cellnote', { hasText: '信访举报投诉类申请 / 法人或其他组织·社会公益组织' }).waitFor()
    await page
      .locator('.finding', { hasText: '正文称新收申请 157' })
      .getByRole('link', { name: '看原文' })
      .click()
    await page.locator('.src__said:focus').waitFor()

    await cell(page, granted).getByRole('link', { name: '66' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('[id="cell-requests/outcome.partial@total"]:has(:focus)').waitFor()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.locator('.src__mark:focus', { hasText: /^66$/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator(`[id="cell-${granted}"]:has(:focus)`).waitFor()
    await page.keyboard.press('f')
    const first = await page.locator('.finding[data-on]').getAttribute('id')
    await page.keyboard.press('f')
    await page.locator(`.finding[data-on]:not([id="${first}"])`).waitFor()
    await expect.poll(() => looked(page).count()).toBeGreaterThan(2)
    await shot(page, 'finding')
    await page.keyboard.press('Escape')
    await expect.poll(() => looked(page).count()).toBe(0)
  })

  test('says whose report it is', async () => {
    const page = await come('county.handler')
    await page.goto(address)
    await page.getByRole('textbox', { name: /^年度/ }).fill('二五年')
    await page.getByRole('button', { name: '确认', exact: true }).click()
    await page.getByRole('link', { name: /请填写四位数的年度/ }).waitFor()
    await page.getByRole('textbox', { name: /^年度/ }).fill('2025')
    await page.getByRole('button', { name: '确认', exact: true }).click()
    await page.getByText('对应机关').waitFor()
    expect(await page.getByText('这是哪个机关').count()).toBe(0)
  })

  test('corrects a cell with a reason, seeing beforehand what goes; nothing typed is lost to others who were faster', async () => {
    const page = await come('county.handler')
    await page.goto(address)
    await cell(page, granted).getByRole('link', { name: '66' }).click()
    await page.getByRole('link', { name: '更正这一格' }).click()
    const field = page.getByLabel('予以公开 / 总计')
    await field.fill('五六')
    await page.getByRole('button', { name: '保存更正' }).click()
    await page.getByRole('region', { name: /有 2 处需要改正/ }).waitFor()
    await looksRight(page, 'correcting-wrong')
    await field.fill('56')
    await page.getByText('消除 2 处').waitFor()
    await shot(page, 'correct')
    await page.getByRole('link', { name: '今日' }).click()
    await page.getByRole('dialog', { name: '离开这一页？' }).getByRole('button', { name: '留下' }).click()

    const other = await come('county.handler')
    await other.goto(`${address}?cell=requests/outcome.declined.petition@legal.welfare`)
    await other.getByLabel(/信访举报投诉类申请/).fill('0')
    await other.getByLabel('更正的理由').fill('该处是圆圈，即零')
    await other.getByRole('button', { name: '保存更正' }).click()
    await other.getByText('已经保存为第 2 次读数').waitFor()

    await page.getByLabel('更正的理由').fill('对照原件，印的是 56')
    await page.getByRole('button', { name: '保存更正' }).click()
    await page.getByText('已经有人改过这份读数').waitFor()
    expect(await field.inputValue()).toBe('56')
    expect(await page.getByLabel('更正的理由').inputValue()).toBe('对照原件，印的是 56')
    await page.getByRole('button', { name: '保存更正' }).click()
    await page.getByText('已经保存为第 3 次读数').waitFor()
    expect(await cell(page, granted).textContent()).toBe('56更正')
    expect(await page.getByText('对照原件，印的是 56').count()).toBe(1)
    await looksRight(page, 'corrected')
    await page.getByRole('link', { name: '第 1 次' }).click()
    await page.getByText('不是现有的').waitFor()
    await expect.poll(() => cell(page, granted).textContent()).toContain('66')
    await page.goto(`${address}?correct=3`)
    expect(await page.locator('.form__field').count()).toBe(175)
    await looksRight(page, 'correcting-table')
  })

  test('takes it along: the original byte for byte, and what was read in every format', async () => {
    const page = await come('county.handler')
    await page.goto(address)
    const [original] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载原件' }).click(),
    ])
    expect(await readFile((await original.path())!)).toEqual(messy)
    const taken: string[] = []
    for (let index = 0; index < writeFormats.length; index++) {
      await page.getByRole('button', { name: '导出' }).click()
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 60_000 }),
        page.getByRole('menuitem').nth(index).click(),
      ])
      const bytes = await readFile((await download.path())!)
      expect(bytes.length).toBeGreaterThan(500)
      taken.push(download.suggestedFilename())
    }
    expect(taken.toSorted()).toEqual(
      writeFormats.map((format) => `${organ}2025年政府信息公开工作年度报告.${format}`).toSorted(),
    )
  })

  test('is told why a file could not be read, has it read again, and takes it out with a reason', async () => {
    const page = await come('county.handler')
    await page.goto(`${county.origin}/work/county/reports?state=unread`)
    await page.getByRole('link', { name: '打不开.pdf' }).click()
    await page.getByText('没有读出来', { exact: true }).waitFor()
    await looksRight(page, 'unread')
    const [again] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: '再读一次' }).click(),
    ])
    expect(again.status()).toBeLessThan(400)
    // What was said of the first reading may still stand there.
    const at = `${county.origin}/api/v1/organs/county/reports/${page.url().split('/').at(-1)}`
    await expect
      .poll(async () => (await (await page.request.get(at)).json()).row.state, { timeout: 60_000 })
      .toBe('unread')
    await page.getByText('没有读出来', { exact: true }).waitFor({ timeout: 60_000 })
    await page.getByText('撤下这份年报').click()
    await page.getByRole('button', { name: '撤下', exact: true }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    const gone = page.url()
    await page.getByLabel('撤下的理由').fill('文件是坏的')
    await page.getByRole('button', { name: '撤下', exact: true }).click()
    await page.waitForURL('**/reports')
    await expect.poll(() => page.getByText('打不开.pdf').count()).toBe(0)
    await page.goto(gone)
    await page.getByRole('heading', { name: '没有这份年报', exact: true }).waitFor()
    await looksRight(page, 'gone')
  })

  test('does the same without script', async () => {
    const page = await come('county.handler', { script: false })
    await page.goto(`${county.origin}/work/county/reports`)
    await page.setInputFiles('input[name=files]', [
      file('无脚本.txt', readFileSync(join(examples, '03-township-2019-rules.txt'))),
      file('坏的.zip', new Uint8Array([0x50, 0x4b, 3, 4])),
    ])
    await page.getByRole('button', { name: '上传' }).click()
    await page.getByText('其他文件照常收存').waitFor()
    await page.getByRole('link', { name: '无脚本.txt' }).first().click()
    await page.locator('.form').first().waitFor({ timeout: 60_000 })

    await page.goto(address)
    const href = await cell(page, granted).getByRole('link', { name: '56' }).getAttribute('href')
    await cell(page, granted).getByRole('link', { name: '56' }).click()
    await page.waitForURL((url) => url.hash === href)
    await page.locator('.src__mark:target').click()
    await page.locator(`[id="cell-${granted}"]:target`).waitFor()
    await page.goto(`${address}?cell=requests/outcome.denied.otherLaw@total`)
    await page.getByLabel('其他法律行政法规禁止公开 / 总计').fill('0')
    await page.getByLabel('更正的理由').fill('核实为零')
    await page.getByRole('button', { name: '保存更正' }).click()
    await page.getByText('已经保存为第 4 次读数').waitFor()
  })

  test('on a phone', async () => {
    const page = await come('county.handler', { screen: 'phone' })
    await page.goto(`${county.origin}/work/county/reports`)
    await looksRight(page, 'list-phone')
    await page.goto(address)
    await page.getByRole('link', { name: '第三部分' }).click()
    await cell(page, granted).getByRole('link', { name: '56' }).click()
    await page.getByText('第 3 次读数由周示例更正，理由：对照原件，印的是 56').waitFor()
    await looksRight(page, 'report-phone')
    await page.screenshot({ path: join(folder, 'manual-phone.png') })
    await page.getByRole('link', { name: '看原文' }).first().click()
    await page.waitForFunction(() => document.activeElement?.classList.contains('src__mark'))
    await page.goto(`${address}?cell=${granted}`)
    await looksRight(page, 'correcting-phone')
  })

  const real = ['pdf/hongze-2023.pdf', 'pdf/huaian-2024.pdf', 'text/huaian-2024-raw.txt']
  const there = real.every((name) => existsSync(join(samples, name)))
  test.skipIf(!there)(
    there
      ? 'reads reports that were really published'
      : 'reads reports that were really published (no samples)',
    async () => {
      const page = await come('county.handler')
      await page.goto(`${county.origin}/work/county/reports`)
      await page.setInputFiles(
        'input[name=files]',
        real.map((name) => file(name.split('/').at(-1)!, readFileSync(join(samples, name)))),
      )
      await page.getByText('全部传完，收下 3 份').waitFor({ timeout: 60_000 })
      for (const name of real) {
        const own = name.split('/').at(-1)!
        const row = page.locator('.table tbody tr', { hasText: own }).filter({ hasText: '已读取' })
        await row.waitFor({ timeout: 120_000 })
        const href = await row.locator('th a').getAttribute('href')
        const opened = await page.context().newPage()
        await opened.goto(county.origin + href)
        await opened.locator('.exam[data-live]').waitFor()
        expect(await opened.locator('.src__mark').count()).toBeGreaterThan(20)
        await looksRight(opened, `real-${own}`)
        await opened.close()
      }
    },
  )
})
