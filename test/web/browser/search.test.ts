/** Finding what is public: by everybody, on a phone, by keyboard, with script and without. */
import { expect, test } from 'vitest'
import { describeInBrowser } from './support/browser-test.ts'
import { countyOfTests, looks, visitors } from './support/story.ts'

const county = countyOfTests()
const { looksRight, shot } = looks('search')

await describeInBrowser('a citizen', (browser) => {
  const come = visitors(browser)

  test('没有脚本：从首页检索，用繁体字，按种类和年份缩小，看有效性，打开文件', async () => {
    const page = await come({ script: false })
    await page.goto(`${county.origin}/organs/agriculture`)
    await page.getByRole('searchbox', { name: '检索政府信息' }).fill('耕地 補貼')
    await page.getByRole('button', { name: '检索' }).click()
    await page.waitForURL(/\/organs\/agriculture\/search\?q=/)
    const first = page.locator('.found > li').first()
    expect(await first.locator('mark').allTextContents()).toContain('耕地')
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toMatch(/^共 \d+ 条$/)
    await page.getByRole('link', { name: '按日期' }).click()
    await page.locator('a[aria-current="true"]', { hasText: '按日期' }).waitFor()
    await page.getByRole('link', { name: '在各机关中检索' }).click()
    await page.getByRole('heading', { name: '检索各机关的政府信息' }).waitFor()
    await page.getByRole('searchbox').fill('通知')
    await page.getByRole('button', { name: '检索' }).click()
    await page.waitForURL((url) => url.searchParams.get('q') === '通知')
    const year = page.locator('.facets details').first().locator('a').first()
    const count = Number(await year.locator('span').textContent())
    await year.click()
    await page.getByRole('link', { name: /^取消：公开年份/ }).waitFor()
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe(`共 ${count} 条`)
    const address = page.url()
    await page.locator('.found > li > a[href^="/organs/"]').first().click()
    await page.waitForURL(/\/organs\/[a-z]+\/documents\//)
    const seen = await come()
    await seen.goto(address)
    await looksRight(seen, 'all-organs')
    await seen.goto(`${county.origin}/search?q=${encodeURIComponent('补贴 通知')}`)
    await looksRight(seen, 'results')
    await shot(seen, 'results', 800)
  })

  test('已经废止的排在后面并且写明；发文字号怎么写都查得到', async () => {
    const page = await come()
    await page.goto(`${county.origin}/search?q=${encodeURIComponent('通知')}&validity=repealed`)
    const rows = page.locator('.found > li')
    expect(await rows.count()).toBeGreaterThan(0)
    expect(await rows.locator('.badge').allTextContents()).toEqual(Array(await rows.count()).fill('废止'))
    const number = (await rows.first().textContent())!.match(/\S+〔\d{4}〕\d+号/)![0]
    await page.getByRole('searchbox').fill(
      number
        .replace('〔', '[')
        .replace('〕', '] 第')
        .replace(/\d(?=号)/, '0$&'),
    )
    await page.getByRole('button', { name: '检索' }).click()
    await page.waitForURL((url) => url.searchParams.get('q') !== '通知')
    await page.getByText(number).first().waitFor()
    expect(await rows.first().textContent()).toContain(number)
  })

  test('边输入边提示标题，方向键选择，回车检索', async () => {
    const page = await come()
    await page.goto(`${county.origin}/organs/education/search`)
    await looksRight(page, 'asked-nothing')
    const box = page.getByLabel('检索政府信息')
    await box.pressSequentially('招生')
    const options = page.getByRole('option')
    await options.first().waitFor()
    await box.press('ArrowDown')
    await expect.poll(() => options.first().getAttribute('aria-selected')).toBe('true')
    await looksRight(page, 'suggestions')
    await shot(page, 'suggestions', 620)
    const title = (await options.first().evaluate((option) => option.dataset.title))!
    await box.press('Escape')
    await options.first().waitFor({ state: 'hidden' })
    // Asked once more and no more, so that the list that is opened is the one that stays.
    await box.fill('招生')
    await options.first().waitFor()
    await box.press('ArrowDown')
    await box.press('Enter')
    await page.waitForURL(/search\?q=/)
    expect(await page.locator('.found > li > a').first().textContent()).toBe(title)
  })

  test('写错一个字也查得到；查不到的，说明查了什么，给出减少条件和申请公开', async () => {
    const page = await come({ screen: 'phone' })
    await page.goto(`${county.origin}/organs/education/search?q=${encodeURIComponent('义务教肓学校招生')}`)
    await page.getByText('没有查到“义务教肓学校招生”').waitFor()
    await page.getByRole('link', { name: '义务教育学校招生', exact: true }).waitFor()
    await looksRight(page, 'corrected-phone')
    await page.goto(
      `${county.origin}/organs/education/search?q=${encodeURIComponent('量子计算机')}&year=2020`,
    )
    await page.getByText('没有查到“量子计算机”').waitFor()
    await page.getByRole('link', { name: '取消：公开年份 2020年' }).waitFor()
    await looksRight(page, 'nothing-phone')
    await page.getByRole('link', { name: '向本机关申请公开' }).click()
    await page.getByRole('heading', { name: '申请公开', level: 1 }).waitFor()
  })

  test('结果页在内容改变之前不重新生成；写在网址里的标签只是文字', async () => {
    const address = `${county.origin}/search?q=${encodeURIComponent('<b>预算</b>')}`
    const answer = await fetch(address)
    const etag = answer.headers.get('etag')!
    expect(await answer.text()).not.toContain('<b>预算')
    const again = await fetch(address, { headers: { 'if-none-match': etag } })
    expect([etag.startsWith('W/"'), again.status]).toEqual([true, 304])
    const odd = await fetch(
      `${county.origin}/search?q=x&kind=__proto__&year=9999999&page=0&organ=${'o'.repeat(300)}`,
    )
    expect(odd.status).toBeLessThan(500)
  })
})
