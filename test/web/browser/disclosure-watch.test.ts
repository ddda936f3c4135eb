/** After publication: the supervisor sees what is stale, clerks mend it, answer, ask for opinions, bring an old site in. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser } from './support/browser-test.ts'
import { countyOfTests, looks, members, toRoom, visitors } from './support/story.ts'
import { today } from './support/today.ts'

const county = countyOfTests()
const { looksRight, shot } = looks('disclosure-watch')

/** A page of the time after publication, by its tab. */
async function turn(page: Page, tab: string) {
  await page.getByRole('navigation', { name: '发布后管理' }).getByRole('link', { name: tab }).click()
  await page
    .getByRole('navigation', { name: '发布后管理' })
    .locator('[aria-current]', { hasText: tab })
    .waitFor()
}

const enter = async (page: Page) => {
  await toRoom(page, '发布后管理')
  await page.getByRole('heading', { level: 1, name: /发布后/ }).waitFor()
}

/** What the API does for whoever is signed in at the page. */
async function ask<Body>(page: Page, path: string, body: object, seen?: number): Promise<Body> {
  const response = await page.request.post(`${county.origin}/api/v1/organs/${path}`, {
    data: body,
    headers: { origin: county.origin, ...(seen !== undefined && { 'if-match': `"${seen}"` }) },
  })
  const answer = (await response.json()) as Body
  if (!response.ok()) throw new Error(`${path}: ${JSON.stringify(answer)}`)
  return answer
}

/** 2026-03-06 09:30, as it is typed. */
const inBeijing = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const hour = 3_600_000

const feed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>示例</title>
<item><title>低保对象公示</title><link>http://www.old.example/gs/1.html</link>
<pubDate>Mon, 02 Mar 2026 01:00:00 GMT</pubDate>
<description>&lt;p&gt;王某，手机13900001111，家庭住址：示例县东河镇第三村12号。&lt;/p&gt;</description></item>
<item><title>校园开放日公告</title><link>http://www.old.example/gs/2.html</link>
<pubDate>Tue, 03 Mar 2026 01:00:00 GMT</pubDate><description>&lt;p&gt;欢迎参加。&lt;/p&gt;</description></item>
<item><title>没有网址的一条</title><link></link></item></channel></rss>`

await describeInBrowser('after publication', (browser) => {
  const come = members(browser, county)
  const stranger = visitors(browser)

  test('主管部门看到哪些机关的栏目过期，数字点开是所数的', async () => {
    const page = await come('county.supervisor')
    await enter(page)
    const organs = page.getByRole('table', { name: '各机关发布之后的情况' })
    expect(await organs.locator('tbody tr').count()).toBe(10)
    await looksRight(page, 'organs')
    await shot(page, 'watch-organs', 640)
    const link = organs.getByRole('link', { name: /示例县农业农村局：栏目过期/ }).first()
    const said = Number(await link.textContent())
    await link.click()
    const table = page.getByRole('table', { name: '各栏目的更新情况' })
    await table.waitFor()
    expect(await table.getByText('过期', { exact: true }).count()).toBe(said)
    expect(await page.getByRole('button', { name: '保存' }).count()).toBe(0)
    await turn(page, '发布后检查')
    await looksRight(page, 'watch-of-organ')
  })

  test('经办人补上一个过期的栏目；负责人定下开设哪些栏目', async () => {
    const page = await come('agriculture.head')
    await enter(page)
    await turn(page, '栏目更新')
    const table = page.getByRole('table', { name: '各栏目的更新情况' })
    const news = table.getByRole('row').filter({ hasText: '动态、公示、公告' })
    await news.getByText('过期', { exact: true }).waitFor()
    await looksRight(page, 'columns')
    await shot(page, 'watch-columns', 760)

    const clerk = await come('agriculture.handler')
    const reviewer = await come('agriculture.reviewer')
    const made = await ask<{ id: string; version: number }>(clerk, 'agriculture/documents', {
      class: 'news',
      title: '全县秋播工作展开',
      html: '<p>各乡镇按计划播种。</p>',
      madeOn: today(),
      theme: 'agriculture',
      genre: 'other',
    })
    const steps: readonly (readonly [Page, string, object])[] = [
      [clerk, 'decideAttribute', { attribute: 'proactive' }],
      [clerk, 'submitDocument', {}],
      [reviewer, 'reviewContent', {}],
      [reviewer, 'reviewSecrecy', {}],
      [page, 'signDocument', {}],
      [clerk, 'publishDocument', { channel: 'website' }],
    ]
    let { version } = made
    for (const [who, action, body] of steps)
      version = (await ask<typeof made>(who, `agriculture/documents/${made.id}/${action}`, body, version))
        .version
    await page.reload()
    await news.getByText('正常', { exact: true }).waitFor()

    await page.getByLabel('动态、公示、公告：多少').fill('三')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    expect(await page.getByLabel('动态、公示、公告：多少').inputValue()).toBe('三')
    await looksRight(page, 'columns-wrong')
    await page.getByLabel('动态、公示、公告：多少').fill('1')
    await page.getByLabel('动态、公示、公告：单位').selectOption('week')
    await page.getByRole('checkbox', { name: '会议公开' }).uncheck()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已经保存').waitFor()
    await news.getByText('1周 本机关规定').waitFor()
    expect(await table.getByText('会议公开').count()).toBe(0)
  })

  test('登记账号的更新，两周的提示随之消失；开设、注销账号', async () => {
    const page = await come('agriculture.head')
    await enter(page)
    await turn(page, '政务新媒体账号')
    const accounts = page.getByRole('table', { name: '政务新媒体账号' })
    const row = accounts.getByRole('row').filter({ hasText: '政务微博' })
    await row.getByText('超过两周').waitFor()
    await looksRight(page, 'accounts')
    await row.getByRole('link').click()
    await page.getByText('超过两周没有更新').waitFor()
    await page.getByLabel('更新的内容').fill('转发秋播信息')
    await page.getByRole('button', { name: '登记更新' }).click()
    await page.getByText('转发秋播信息').waitFor()
    expect(await page.getByText('超过两周').count()).toBe(0)
    await looksRight(page, 'account')
    await page.getByRole('link', { name: '政务新媒体账号' }).first().click()
    await page.getByRole('link', { name: '登记账号' }).click()
    await page.getByRole('button', { name: '登记账号' }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await looksRight(page, 'account-wrong')
  })

  test('舆情从发现起算：五小时发布、二十四小时发布会，回应计入年度', async () => {
    const page = await come('education.handler')
    await enter(page)
    await turn(page, '政务舆情')
    await page.getByRole('link', { name: '登记舆情' }).first().click()
    await page.getByRole('textbox', { name: /^舆情/ }).fill('网传某校食堂食品过期')
    await page.getByLabel('程度').selectOption({ label: '特别重大、重大突发事件' })
    await page.getByLabel('来源').fill('网络')
    await page.getByLabel('发现的时刻').fill(inBeijing(Date.now() - 2 * hour))
    await page.getByRole('button', { name: '登记舆情' }).click()
    await page.getByRole('table', { name: '回应时限' }).waitFor()
    expect(await page.getByText('待回应').count()).toBeGreaterThanOrEqual(2)
    await page.getByLabel('回应方式').selectOption({ label: '新闻发布会' })
    await page.getByLabel('回应的标题').fill('食堂检查情况发布会')
    await page.getByRole('radio', { name: '是' }).check()
    await page.getByLabel('回应的时刻').fill(inBeijing(Date.now() - hour))
    await page.getByRole('button', { name: '登记回应' }).click()
    await page.getByText('食堂检查情况发布会').waitFor()
    const clocks = page.getByRole('table', { name: '回应时限' })
    expect(await clocks.getByText('按时').count()).toBe(2)
    await looksRight(page, 'concern')
    await shot(page, 'watch-concern', 760)
    await page.getByRole('link', { name: '政务舆情' }).first().click()
    const counts = page.getByRole('table', { name: /回应关切的次数/ })
    await counts.waitFor()
    const cells = await counts
      .getByRole('row')
      .filter({ hasText: '教育局' })
      .getByRole('cell')
      .allTextContents()
    expect(cells.slice(0, 3)).toEqual(['1', '0', '1'])
    await looksRight(page, 'concerns')
  })

  test('征求意见：开始接收、逐条答复、公布采纳情况，公众看到结果', async () => {
    const page = await come('county.handler')
    await enter(page)
    await turn(page, '征求意见')
    await page.getByRole('link', { name: '开始征求意见' }).first().click()
    await page.getByLabel('征求意见的公告').selectOption({ index: 1 })
    await page.getByLabel('事项').fill('电动自行车停放管理规定（修改稿）')
    await page.getByRole('textbox', { name: /^截止日期/ }).fill('2999-12-31')
    await page.getByRole('button', { name: '开始征求意见' }).click()
    await page.getByText('还没有意见').waitFor()
    const call = new URL(page.url()).pathname.split('/').at(-1)!

    const citizen = await stranger()
    await ask(citizen, `county/published/calls/${call}/opinions`, {
      text: '建议在学校门口增设停放点。',
      name: '李某',
      contact: '',
    })
    await page.reload()
    await page.getByText('建议在学校门口增设停放点。').waitFor()
    await looksRight(page, 'call')
    await shot(page, 'watch-call', 700)
    await page.getByRole('table', { name: '公众意见' }).getByRole('link').click()
    await page.getByLabel('是否采纳').selectOption({ label: '采纳' })
    await page.getByLabel('理由').fill('已经列入规定第六条。')
    await page.getByRole('button', { name: '答复意见' }).click()
    await page.getByText('已经列入规定第六条。').waitFor()
    await page.getByRole('link', { name: '征求意见的事项' }).click()
    await page.getByText('采纳：已经列入规定第六条。').waitFor()
    await page.getByLabel('理由或者结果').fill('收到意见一条，采纳一条。')
    await page.getByRole('button', { name: '公布采纳情况' }).click()
    await page.getByText('已反馈').first().waitFor()
    const told = await citizen.request.get(`${county.origin}/api/v1/organs/county/published/calls`)
    expect(await told.text()).toContain('收到意见一条，采纳一条。')
  })

  test('旧网站先预览再导入，没有读懂的逐处说明；正文里的个人信息逐处遮蔽，不自动改动', async () => {
    const page = await come('education.head')
    await enter(page)
    await turn(page, '导入导出')
    await page.getByLabel('旧网站的文件').setInputFiles({
      name: 'rss.xml',
      mimeType: 'application/xml',
      buffer: Buffer.from(feed),
    })
    await page.getByRole('button', { name: '预览', exact: true }).click()
    await page.getByText('预览，现在还什么也没有导入').waitFor()
    await page.getByRole('table', { name: '没有读懂的' }).getByText('没有完整的网址').waitFor()
    await looksRight(page, 'import')
    await shot(page, 'watch-import', 860)
    await page.getByRole('button', { name: '确认导入 2 条' }).click()
    await page.getByText('导入完成').waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '目录（CSV）' }).click(),
    ])
    expect(await readFile((await file.path())!, 'utf8')).toContain('http://www.old.example/gs/2.html')

    const many = Array.from(
      { length: 205 },
      (_, n) => `公告${n},http://www.old.example/many/${n}.html,2026-03-04`,
    )
    await page.getByLabel('旧网站的文件').setInputFiles({
      name: '清单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['标题,网址,发布日期', ...many].join('\n')),
    })
    await page.getByRole('button', { name: '预览', exact: true }).click()
    const confirm = page.getByRole('button', { name: '确认导入 205 条' })
    await confirm.waitFor()
    // The last step is held until the progress was seen: a fast machine is done before anybody looks.
    const progressSeen = Promise.withResolvers<void>()
    let steps = 0
    await page.route('**/*.data*', async (route) => {
      if (route.request().method() === 'POST' && ++steps === 2) await progressSeen.promise
      await route.continue()
    })
    await confirm.click()
    await page.getByText('正在导入：200 / 205 条').first().waitFor()
    progressSeen.resolve()
    await page.getByText('导入完成').waitFor()
    await expect.poll(() => page.locator('.tally dd').first().textContent()).toBe('205')

    await turn(page, '发布后检查')
    const check = page.getByRole('region', { name: '公开的正文中疑似有个人信息' })
    await check
      .getByRole('row')
      .filter({ hasText: '低保对象公示' })
      .getByRole('link', { name: '逐处遮蔽' })
      .click()
    const masks = page.getByRole('table', { name: '疑似的个人信息' })
    await masks.getByText('139****1111').waitFor()
    expect(
      await masks
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: '家庭住址' }) })
        .textContent(),
    ).toContain('示例县东河镇')
    await looksRight(page, 'masks')
    await shot(page, 'watch-masks', 560)
    const before = await page.request.get(
      `${county.origin}/api/v1/organs/education/published/documents?title=低保`,
    )
    const [row] = ((await before.json()) as { rows: { id: string }[] }).rows
    await page.getByRole('button', { name: '写入新的稿子' }).click()
    await page.waitForURL(/\/documents\//)
    const staff = await page.request.get(`${county.origin}/api/v1/organs/education/documents/${row!.id}`)
    const { work, versions } = (await staff.json()) as {
      work: { content: { html: string } }
      versions: { content: { html: string } }[]
    }
    expect(work.content.html).toContain('手机139****1111')
    expect(versions.at(-1)?.content.html).toContain('13900001111')
  })

  test('规范性文件、标准目录、发布渠道：数字点开是所数的；手机上一样能看', async () => {
    const page = await come('education.head')
    await enter(page)
    await turn(page, '规范性文件')
    const figure = page.getByRole('link', { name: /行政规范性文件：年末现行有效/ })
    await figure.click()
    const listed = page.getByRole('table', { name: /：年末现行有效$/ })
    await listed.waitFor()
    expect(await listed.locator('tbody tr').count()).toBe(Number(await figure.textContent()))
    await looksRight(page, 'register')
    await turn(page, '标准目录')
    await looksRight(page, 'catalogue')
    await page.getByLabel('标准目录').setInputFiles({
      name: '目录.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('试点领域,公开事项\n某领域,学校名录\n'),
    })
    await page.getByRole('button', { name: '预览', exact: true }).click()
    await page
      .getByText(/行需要改正|有一处需要改正/)
      .first()
      .waitFor()
    await looksRight(page, 'catalogue-wrong')
    await turn(page, '发布渠道')
    const total = page.getByRole('link', { name: /^全部信息，政务微信：/ })
    const count = Number(await total.textContent())
    await total.click()
    await page.getByRole('heading', { name: '逐次记录：政务微信' }).waitFor()
    expect(await page.getByRole('table', { name: '逐次记录' }).locator('tbody tr').count()).toBe(count)
    await looksRight(page, 'channels')

    const phone = await come('education.head', { screen: 'phone' })
    const paths = [
      '',
      '/columns',
      '/records/concern',
      '/records/account',
      '/channels',
      '/register',
      '/transfer',
    ]
    for (const path of paths) {
      await phone.goto(`${county.origin}/work/education/disclosure${path}`)
      await phone.getByRole('heading', { level: 1 }).waitFor()
      await looksRight(phone, `phone${path.replaceAll('/', '-')}`)
    }
  })
})
