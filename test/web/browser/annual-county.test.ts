/** The county office receives the annual reports of the organs below, adds them up, compares them, and all may read. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { isUnread, read } from '../../../src/reader/read.ts'
import { editions } from '../../../src/report/editions/index.ts'
import { cells } from '../../../src/report/form.ts'
import { figureAt, type Readings } from '../../../src/report/reading.ts'
import { fromCsv } from '../../../src/writer/csv.ts'
import { alive } from './support/alive.ts'
import { askingApi } from './support/ask-api.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { outsideReports, struckCell } from './support/outside-reports.ts'
import { picture } from './support/pictures.ts'
import { countyOfTests, looks, members, toRoom, visitors } from './support/story.ts'
import { lastYear } from './support/today.ts'

const county = countyOfTests()
const { folder, looksRight, shot } = looks('annual-county')

const all2021 = cells(editions['2021'].tables)
const rowOf = (page: Page, name: RegExp) => page.getByRole('row', { name })
const cellOf = (page: Page, key: string) => page.locator(`[id="cell-${key}"]`)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'))

await describeInBrowser('the county office', (browser) => {
  const come = members(browser, county)
  const opened = visitors(browser)
  /** The supervisor's, kept by the first test for those after it. */
  let page: Page
  let board: string

  test('条例§49：sees who has filed and who has not', async () => {
    page = await come('county.supervisor')
    await toRoom(page, '年报收报')
    await page.getByRole('heading', { name: `${lastYear}年度报告收报`, level: 1 }).waitFor()
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
  })

  test('reminds an organ once a day, after being asked', async () => {
    await page.goto(board)
    await alive(page)
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
  })

  test('returns a report with reasons at a section, and accepts the one without findings among many', async () => {
    await page.goto(board)
    await page.getByRole('link', { name: /北山/ }).click()
    await page.getByRole('heading', { name: new RegExp(`北山.* ${lastYear}年度报告`), level: 1 }).waitFor()
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
  })

  test('compares the years of an organ, and organs of a kind', async () => {
    await page.goto(board)
    await page.getByRole('link', { name: '比较' }).click()
    await page.getByRole('heading', { name: '年度报告比较', level: 1 }).waitFor()
    await looksRight(page, 'compare-years')
    await page.getByRole('button', { name: '比较各机关' }).click()
    await page.getByText(new RegExp(`政府工作部门 · ${lastYear}年度`)).waitFor()
    expect(await page.getByRole('img').count()).toBeGreaterThanOrEqual(3)
    await looksRight(page, 'compare-organs')
    await shot(page, 'compare')
    await page.emulateMedia({ media: 'print' })
    await picture(page, folder, 'compare-print')
    await page.emulateMedia({ media: null })
  })

  test('adds reports up, and every figure opens onto who contributed', async () => {
    await page.goto(board)
    await page.getByRole('link', { name: '汇总' }).click()
    await page.getByRole('heading', { name: `${lastYear}年度报告汇总`, level: 1 }).waitFor()
    await looksRight(page, 'sum')
    await shot(page, 'sum')
    await page.locator('[id="cell-requests/received@total"] a').click()
    await page.getByRole('table', { name: '各机关在这一格的数' }).waitFor()
    await looksRight(page, 'sum-behind')
    await page.getByText('逐个选择').click()
    await picture(page, folder, 'sum-choice')
  })

  const asks = askingApi(county)
  /** A step of an organ with its own report of last year, as it stands. */
  const steps = async (account: string, ...names: readonly (readonly [string, object?])[]) => {
    const organ = account.split('.')[0]!
    const who = await come(account)
    for (const [name, body] of names) {
      const { version } = await asks(who, 'GET', `/organs/${organ}/annual/${lastYear}/report`)
      await asks(who, 'POST', `/organs/${organ}/annual/${lastYear}/${name}`, body ?? {}, version)
    }
    await who.context().close()
  }

  test('accepts all without findings at once, and is told which and why not the others', async () => {
    await steps('beishan.head', ['submission'])
    await steps('nantang.head', ['submission'])
    await page.goto(board)
    await alive(page)
    await page.getByRole('button', { name: /^成批通过/ }).click()
    const ask = page.getByRole('alertdialog', { name: '通过 2 份报告？' })
    await ask.getByText(/不在其中的 7 个机关/).click()
    await looksRight(page, 'accept-many')
    await shot(page, 'accept-many')
    await ask.getByRole('button', { name: '确认通过' }).click()
    await page.getByText('已经通过 2 份报告').waitFor()
    await rowOf(page, /北山.*已通过/).waitFor()
  })

  const newcomers = [
    ['1133010000000001CP', '示例县民政局'],
    ['1133010000000002CQ', '示例县财政局'],
    ['1133010000000003CR', '示例县统计局'],
  ] as const

  test('reads in what organs outside sent as Word, PDF and a web page', async () => {
    const admin = await come('admin.system')
    for (const [code, name] of newcomers)
      await asks(admin, 'POST', '/organs/county/subordinates', {
        code,
        name,
        kind: 'localDepartment',
        level: 'county',
        parent: '11000000DEM00000X8',
        office: {},
      })
    await admin.context().close()
    const outside = await outsideReports(newcomers.map(([, name]) => name) as never)
    await page.goto(board)
    await rowOf(page, /示例县民政局.*编制中/)
      .getByRole('link', { name: '录入外来报告' })
      .click()
    await page.getByRole('heading', { name: '年报核查', level: 1 }).waitFor()
    await page.goto(`${county.origin}/work/county/reports`)
    await page.setInputFiles(
      'input[name=files]',
      outside.map(({ organ, name, bytes }) => ({
        name: `${organ}${name}`,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      })),
    )
    await page.getByText('全部传完，收下 3 份').waitFor({ timeout: 60_000 })
    for (const { organ } of outside) {
      await page.goto(`${county.origin}/work/county/reports`)
      const row = rowOf(page, new RegExp(`已读取.*${organ}`))
      await row.waitFor({ timeout: 60_000 })
      await row.getByRole('rowheader').getByRole('link').click()
      await page.getByRole('button', { name: '确认', exact: true }).click()
      await page.getByText('对应机关').waitFor()
    }
    const sum = await asks(
      page,
      'GET',
      `/organs/county/annual-filings/${lastYear}/sum?cell=requests/received@total`,
    )
    for (const { organ, figures } of outside)
      expect(sum.behind.from).toContainEqual({ organ, value: figures['requests/received@total'] })
  })

  test('条例§49¶2：the sum is whole but for what was struck out, which is named, and becomes the own report', async () => {
    await page.goto(board)
    await page.getByRole('link', { name: '汇总' }).click()
    await page.getByText('计入 13 个机关，缺 0 个').waitFor()
    const struck = page.locator(`[id="cell-${struckCell}"]`)
    expect(await struck.textContent()).toContain('缺 1')
    await struck.getByRole('link').click()
    await page.getByText('缺 1 个机关的数').waitFor()
    await page.locator('#behind li', { hasText: '示例县民政局' }).waitFor()
    await looksRight(page, 'sum-missing')
    await shot(page, 'sum')
    for (const format of ['docx', 'pdf', 'xlsx', 'csv', 'html', 'md', 'json']) {
      const file = await page
        .context()
        .request.get(`${county.origin}/work/county/annual/${lastYear}/sum/file/${format}`)
      expect(file.status(), format).toBe(200)
      expect((await file.body()).length, format).toBeGreaterThan(500)
    }
    const head = await come('county.head')
    await head.goto(`${county.origin}/work/county/annual/${lastYear}/sum`)
    await head.getByRole('button', { name: '采用汇总的数字' }).click()
    await head.getByText('没有编入').waitFor()
    await steps('county.head', ['revision', { reason: '原来只计本机关，改为全县汇总。' }])
    await head.getByRole('button', { name: '采用汇总的数字' }).click()
    await head.getByText('已经编入本级报告').waitFor()
    await looksRight(head, 'adopted')
    const { cells: own } = await asks(head, 'GET', `/organs/county/annual/${lastYear}/report`)
    const total = own.find(({ key }: { key: string }) => key === 'requests/received@total')
    const { cells: summed } = await asks(head, 'GET', `/organs/county/annual-filings/${lastYear}/sum`)
    expect(total).toMatchObject({ origin: 'summed' })
    expect(total.value).toBe(summed.find(({ key }: { key: string }) => key === 'requests/received@total').sum)
  })

  test('条例§49¶2：what was wanting is filled in, each figure opens onto its parts, and the sum is published', async () => {
    const head = await come('county.head')
    const own = `${county.origin}/work/county/annual/${lastYear}`
    const step = async (caption: string, status: string) => {
      await head.goto(own)
      await head.getByRole('link', { name: caption, exact: true }).click()
      await head.getByRole('button', { name: `确认${caption}` }).click()
      await head.getByText(`现在的状态是“${status}”`).waitFor()
    }
    await head.goto(own)
    await cellOf(head, 'requests/received@total').getByRole('link').click()
    const parts = head.getByRole('table', { name: '各机关在这一格的数' })
    await parts.getByRole('row', { name: /示例县统计局 30/ }).waitFor()
    await looksRight(head, 'adopted-cell')
    await shot(head, 'adopted-cell', 640)
    await head.goto(`${own}/findings`)
    await head.getByRole('link', { name: '去填报' }).click()
    await expect.poll(() => focused(head), { timeout: 20_000 }).toBe(`cell:${struckCell}`)
    await head.keyboard.type('0')
    await head.getByLabel('统一来源').fill('示例县民政局来函核实')
    await head.getByRole('button', { name: '保存', exact: true }).click()
    await head.getByText('已经记下 1 格').waitFor()
    await looksRight(head, 'adopted-filled')
    await step('报送', '已报送')
    await step('公布', '已公布')
    await looksRight(head, 'sum-published')
    const reader = await opened({ script: false })
    await reader.goto(`${county.origin}/organs/county/annual-reports/${lastYear}`)
    await reader
      .getByRole('heading', { name: new RegExp(`示例县人民政府.*${lastYear}年`), level: 1 })
      .waitFor()
    await picture(reader, folder, 'public-county')
  })

  test('a published sum that the reports below no longer come to is named, and not changed', async () => {
    const { rows } = await asks(page, 'GET', '/organs/county/reports?q=%E7%BB%9F%E8%AE%A1%E5%B1%80')
    const { id } = rows.find(({ organName }: { organName: string }) => organName === '示例县统计局')
    await page.goto(`${county.origin}/work/county/reports/${id}?correct=3`)
    for (const row of ['received', 'outcome.granted', 'outcome.total'])
      for (const column of ['natural', 'total'])
        await page.locator(`input[name="cell:requests/${row}@${column}"]`).fill('31')
    await page.getByLabel('更正的理由').fill('该局来函：漏计一件')
    await page.getByRole('button', { name: '保存更正' }).click()
    await page.getByText('已经保存为第 2 次读数').waitFor()
    await page.goto(board)
    await page.getByRole('link', { name: '汇总' }).click()
    const heading = page.getByRole('heading', { name: /^与本级报告不一致 \d+ 处$/ })
    expect(await heading.textContent()).not.toContain(' 0 处')
    await page.locator('.finding', { hasText: '本年新收' }).first().waitFor()
    const total = cellOf(page, 'requests/received@total')
    const said = Number((await total.getByText(/^本级 \d+$/).textContent())!.replace(/\D/g, ''))
    expect(Number(await total.getByRole('link').textContent())).toBe(said + 1)
    await looksRight(page, 'sum-disagrees')
    await heading.evaluate((element) => element.scrollIntoView())
    await shot(page, 'sum-disagrees', 560)
    await total.getByRole('link').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.locator('[id="cell-requests/received@total"]:has(:focus)').waitFor()
    const version = await fetch(
      `${county.origin}/organs/county/annual-reports/${lastYear}/versions/2/files/json`,
    )
    const published = (await version.json()).cells.find(
      ({ key }: { key: string }) => key === 'requests/received@total',
    )
    expect(published.value).toBe(said)
  })

  test('what is public: all years and versions, a correction keeps what was public before', async () => {
    const reason = '更正第五部分的文字。'
    await steps('education.head', ['revision', { reason }], ['submission'])
    const who = await come('county.supervisor')
    await asks(who, 'POST', `/organs/county/annual-filings/${lastYear}/acceptances`, {
      organs: ['education'],
    })
    await steps('education.head', ['publication'])
    const reader = await opened({ script: false })
    await reader.goto(`${county.origin}/organs/education`)
    await reader.getByRole('link', { name: '政府信息公开年报' }).first().click()
    await reader.getByRole('heading', { name: '政府信息公开年报', level: 1 }).waitFor()
    await picture(reader, folder, 'public-column')
    await reader.getByRole('link', { name: `示例县教育局${lastYear}年政府信息公开工作年度报告` }).click()
    await reader.getByText('第2版，共2版').waitFor()
    await picture(reader, folder, 'public-report')
    await reader.getByRole('link', { name: '第1版' }).click()
    await reader.getByText('这一版已经更正').waitFor()
    await reader.getByText(reason).first().waitFor()
    expect(await reader.content()).not.toMatch(/<script\b/)
    for (const screen of ['desktop', 'phone'] as const) {
      const seen = await opened({ screen })
      for (const [name, path] of [
        ['column', ''],
        ['report', `/${lastYear}`],
        ['corrected', `/${lastYear}/versions/1`],
      ] as const) {
        await seen.goto(`${county.origin}/organs/education/annual-reports${path}`)
        await looksRight(seen, `public-${name}-${screen}`)
        if (screen === 'desktop' && name === 'report') await shot(seen, 'public', 600)
      }
      if (screen === 'desktop') {
        await seen.goto(`${county.origin}/organs/education/annual-reports/${lastYear}`)
        await seen.emulateMedia({ media: 'print' })
        await picture(seen, folder, 'public-print')
      }
      await seen.close()
    }
    expect((await reader.goto(`${county.origin}/organs/education/annual-reports/2018`))?.status()).toBe(404)
    expect((await reader.goto(`${county.origin}/organs/nantang/annual-reports/${lastYear}`))?.status()).toBe(
      404,
    )
  })

  /** What was published second, in every format, has the same cells. */
  async function readsBack(organ: string): Promise<void> {
    const at = `${county.origin}/organs/${organ}/annual-reports/${lastYear}/versions/2/files`
    const json = await (await fetch(`${at}/json`)).json()
    const figures = (told: Readings) =>
      Object.fromEntries(all2021.map(({ key }) => [key, figureAt(told, key)]))
    const wanted = Object.fromEntries(
      json.cells.map(({ key, value = null }: { key: string; value?: number | null }) => [key, value]),
    )
    expect(Object.keys(wanted)).toHaveLength(all2021.length)
    for (const format of ['docx', 'pdf', 'xlsx', 'html'] as const) {
      const bytes =
        format === 'html'
          ? await (await fetch(`${county.origin}/organs/${organ}/annual-reports/${lastYear}`)).arrayBuffer()
          : await (await fetch(`${at}/${format}`)).arrayBuffer()
      const [found] = await read(new Uint8Array(bytes), `report.${format}`)
      if (found === undefined || isUnread(found)) throw new Error(`${format} cannot be read`)
      expect(figures(found.report.readings), format).toEqual(wanted)
    }
    const csv = fromCsv(await (await fetch(`${at}/csv`)).text())
    expect(figures(csv as Readings)).toEqual(wanted)
  }

  test('every download opens and is read back to the same cells; the catalogue leads to them', async () => {
    for (const organ of ['county', 'education']) await readsBack(organ)
    const at = `${county.origin}/organs/education/annual-reports/${lastYear}/versions/2/files`
    const first = await fetch(`${at}/pdf`)
    const etag = first.headers.get('etag')!
    expect((await fetch(`${at}/pdf`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    const page1 = await fetch(`${county.origin}/organs/education/annual-reports`)
    const again = await fetch(page1.url, { headers: { 'if-none-match': page1.headers.get('etag')! } })
    expect([page1.headers.get('cache-control'), again.status]).toEqual(['no-cache', 304])
    const catalogue = await fetch(`${county.origin}/data/catalogue.jsonld`)
    expect(catalogue.headers.get('content-type')).toContain('application/ld+json')
    const sets = (await catalogue.json())['dcat:dataset']
    const own = sets.find((set: { 'dct:title': string }) =>
      set['dct:title'].startsWith(`示例县教育局${lastYear}年`),
    )
    expect(own['dcat:distribution']).toHaveLength(6)
    for (const each of own['dcat:distribution'])
      expect((await fetch(each['dcat:downloadURL']['@id'])).status).toBe(200)
  })

  const samples = ['pdf/hongze-2024.pdf', 'official-form-2021.docx'].map((name) =>
    join(import.meta.dirname, '../../../../shared/samples', name),
  )
  const there = samples.every((file) => existsSync(file))
  test.skipIf(!there)(
    there
      ? 'takes in a real PDF and a real Word file'
      : 'takes in a real PDF and a real Word file (no samples)',
    async () => {
      await page.goto(`${county.origin}/work/county/reports`)
      await page.setInputFiles('input[name=files]', samples)
      await rowOf(page, /已读取.*hongze-2024/).waitFor({ timeout: 120_000 })
      await rowOf(page, /已读取.*official-form-2021/).waitFor({ timeout: 120_000 })
    },
  )
})
