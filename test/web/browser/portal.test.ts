/**
 * A citizen's story with what is published: found in the catalogue, read with its interpretation, printed, given on,
 * subscribed to, answered and corrected; and that nothing else is to be found anywhere.
 */
import { request } from 'node:http'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import type { Page } from 'playwright-core'
import { matchPath } from 'react-router'
import { beforeAll, describe, expect, test } from 'vitest'
import { demonstrationPassword } from '../../../src/office/demonstration/county.ts'
import { columns } from '../../../src/office/documents/columns.ts'
import routes from '../../../src/web/pages/routes.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { readQr } from './support/read-qr.ts'
import { countyOfTests, looks, visitors } from './support/story.ts'
import { lastYear, thisYear } from './support/today.ts'

const rules = 'document-housing-rules'
const rulesTitle = '关于印发公共租赁住房分配办法的通知'

await describeInBrowser('the portal', (browser) => {
  const county = countyOfTests({ RATE_FACTOR: '5' })
  const opened = visitors(browser)
  const { looksRight, shot } = looks('portal')
  const ids = { call: '', special: '' }

  /** What a member of staff does over the API. */
  async function staff(account: string, method: string, path: string, body?: object, version?: number) {
    const { origin } = county
    const signedIn = await fetch(`${origin}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ account, password: demonstrationPassword }),
      headers: { origin },
      redirect: 'manual',
    })
    const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0])
    const answer = await fetch(`${origin}/api/v1/${path}`, {
      method,
      headers: {
        origin,
        cookie: cookie.join('; '),
        'content-type': 'application/json',
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const told = await answer.json()
    expect([answer.status < 300, told.detail], path).toEqual([true, undefined])
    return told
  }

  beforeAll(async () => {
    const call = await staff('housing.handler', 'POST', 'organs/housing/disclosure/call', {
      document: 'document-housing-plan',
      title: '老旧小区改造计划（草案）',
      until: '2999-12-31',
    })
    const special = await staff('health.handler', 'POST', 'organs/health/disclosure/special', {
      title: '流感防治',
      summary: '疫苗接种、门诊安排和有关政策。',
    })
    for (const document of ['document-health-signed', 'document-health-withdrawn', 'document-health-rules'])
      await staff('health.handler', 'POST', `organs/health/disclosure/special/${special.id}/note`, {
        document,
      })
    const news = 'organs/health/documents/document-health-news'
    const { version } = await staff('health.head', 'GET', news)
    await staff('health.head', 'POST', `${news}/restrictDocument`, { because: '核查接种点地址' }, version)
    ids.call = call.id
    ids.special = special.id
  })

  /** From the home page of the organ to the text, by links alone. */
  async function findRules(page: Page): Promise<void> {
    await page.goto(`${county.origin}/organs/housing`)
    await page.getByRole('link', { name: '法定主动公开内容' }).first().click()
    await page.getByRole('heading', { name: '共 11 条' }).waitFor()
    await page.getByRole('link', { name: /^行政法规、规章和规范性文件/ }).click()
    await page.getByRole('heading', { name: '共 3 条' }).waitFor()
    await page.getByRole('link', { name: rulesTitle, exact: true }).click()
    await page.getByRole('heading', { name: rulesTitle }).waitFor()
  }

  test('从首页看到各机关最新公开的；选定机关申请，不需要脚本', async () => {
    const page = await opened({ script: false, screen: 'phone' })
    await page.goto(county.origin)
    const latest = page.getByRole('region', { name: '最新公开' }).getByRole('time')
    const days = await latest.allTextContents()
    expect(days.length).toBeGreaterThan(5)
    expect(days).toEqual(days.toSorted().reverse())
    await page
      .getByRole('navigation', { name: '各机关' })
      .getByRole('link', { name: '示例县教育局' })
      .waitFor()
    await page.getByLabel('机关', { exact: true }).selectOption({ label: '示例县住房和城乡建设局' })
    await page.getByRole('button', { name: '申请公开' }).click()
    await page.waitForURL('**/organs/housing/apply')
    await page.getByLabel('您要什么信息').waitFor()
  })

  test('在目录中找到规范性文件，读解读，转给别人，订阅栏目', async () => {
    const page = await opened()
    await page.goto(`${county.origin}/organs/housing`)
    await looksRight(page, 'home')
    await page.setViewportSize({ width: 1280, height: 800 })
    await shot(page, 'portal-home', 640)
    await findRules(page)
    await looksRight(page, 'document')
    await shot(page, 'portal-document')
    const code = page.getByRole('img', { name: `二维码：${rulesTitle}` })
    const path = await code.locator('path').getAttribute('d')
    expect(readQr(path ?? '')).toBe(`${county.origin}/organs/housing/documents/${rules}`)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    expect(await page.getByRole('button', { name: '分享' }).isVisible()).toBe(false)
    await page.getByRole('button', { name: '复制网址' }).click()
    await page.getByText('网址已经复制').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
    const machine = await page.locator('script[type="application/ld+json"]').textContent()
    expect(JSON.parse(machine ?? '')).toMatchObject({
      '@type': 'Legislation',
      name: rulesTitle,
      legislationLegalForce: 'https://schema.org/InForce',
    })
    await page.addInitScript(() => {
      navigator.share = async (given) => {
        document.title = JSON.stringify(given)
      }
    })
    await page.getByRole('link', { name: '《公共租赁住房分配办法》政策解读' }).click()
    await page.getByRole('heading', { name: '解读的文件' }).waitFor()
    expect(await page.getByRole('button', { name: '复制网址' }).isVisible()).toBe(false)
    await page.getByRole('button', { name: '分享' }).click()
    await expect
      .poll(() => page.title())
      .toBe(JSON.stringify({ title: '《公共租赁住房分配办法》政策解读', url: page.url() }))
    await page.getByRole('link', { name: rulesTitle }).waitFor()
    await page.goto(`${county.origin}/organs/housing/columns/legalTexts`)
    const feed = await page.getByRole('link', { name: '订阅本栏目 Atom' }).getAttribute('href')
    const answer = await fetch(county.origin + feed)
    expect(answer.headers.get('content-type')).toContain('application/atom+xml')
    const text = await answer.text()
    expect(text).toContain(`<id>${county.origin}/organs/housing/documents/${rules}</id>`)
    expect(text).toContain(rulesTitle)
    const again = await fetch(county.origin + feed, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  test('打印只有正文；Word、PDF 是同一份文件', async () => {
    const page = await opened()
    await page.goto(`${county.origin}/organs/housing/documents/${rules}`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('第一条').isVisible()).toBe(true)
    expect(await page.getByText('索引号').isVisible()).toBe(true)
    expect(await page.getByRole('img', { name: /二维码/ }).isVisible()).toBe(true)
    for (const gone of ['有用', '打印', '纠错'])
      expect(await page.getByText(gone, { exact: true }).first().isVisible(), gone).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    for (const [name, start] of [
      ['PDF', '%PDF'],
      ['Word', 'PK'],
    ] as const) {
      const href = await page.getByRole('link', { name: `下载 ${name}` }).getAttribute('href')
      const file = await fetch(county.origin + href)
      expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('公共租赁住房分配办法'))
      expect((await file.text()).startsWith(start), name).toBe(true)
    }
  })

  test('手机上不用脚本，也能找到、评价、提意见、纠错并看到答复期限', async () => {
    const page = await opened({ screen: 'phone', script: false })
    await findRules(page)
    await page.getByRole('button', { name: '有用', exact: true }).click()
    await page.getByText('谢谢，已经计数').waitFor()

    await page.getByRole('link', { name: '纠错' }).first().click()
    await page.getByRole('button', { name: '提交纠错' }).click()
    await page.getByRole('link', { name: /^请写明哪里有误/ }).waitFor()
    await page.getByLabel('哪里有误').fill('第三条的期限与解读不一致。')
    await page.getByLabel('联系方式').fill('13900000000')
    // What is sent within two seconds of opening the form is asked about.
    await page.waitForTimeout(2100)
    await page.getByRole('button', { name: '提交纠错' }).click()
    await page.getByText('已经收到，正在核实').waitFor()
    await page.getByText('最迟答复').waitFor()
    const record = new URL(page.url()).pathname.split('/').at(-1)!
    await staff('housing.handler', 'POST', `organs/housing/disclosure/correction/${record}/close`, {
      found: 'upheld',
      answer: '解读已经更正。',
    })
    await page.goto(`${county.origin}/organs/housing/corrections`)
    await page.getByLabel('登记编号').fill(record)
    await page.getByRole('button', { name: '查看' }).click()
    await page.getByText('解读已经更正。').waitFor()
    expect(await page.content()).not.toContain('13900000000')

    await page.goto(`${county.origin}/organs/housing/calls`)
    await page.getByRole('link', { name: '老旧小区改造计划（草案）' }).click()
    await page.getByRole('textbox', { name: /^意见/ }).fill('建议增设无障碍坡道。')
    await page.waitForTimeout(2100)
    await page.getByRole('button', { name: '提交意见' }).click()
    await page.getByText('意见已经收到').waitFor()
    const { rows } = await staff('housing.handler', 'GET', 'organs/housing/disclosure/opinion')
    expect(rows.map(({ text }: { text: string }) => text)).toEqual(['建议增设无障碍坡道。'])
    expect(county.log()).not.toContain('无障碍坡道')
  })

  test('只用键盘，从首页走到正文；大字、撤下和废止的写得明白', async () => {
    const page = await opened()
    await page.goto(`${county.origin}/organs/county/documents?validity=repealed`)
    const target = page.getByRole('link', { name: '关于招商引资若干优惠的通知' })
    for (let step = 0; step < 60 && !(await target.evaluate((at) => at === document.activeElement)); step++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('这份文件已经废止').waitFor()
    await page.goto(`${county.origin}/organs/county/documents/document-county-old?text=large`)
    await looksRight(page, 'repealed-large')
    await page.goto(`${county.origin}/organs/health/documents/document-health-withdrawn`)
    await page.getByText('时间表有误，已经撤下').waitFor()
    await page.goto(`${county.origin}/organs/county/documents/document-county-amended`)
    await page.getByRole('link', { name: /^第1版/ }).click()
    await page.getByText('这是第1版，已经修改').waitFor()
    expect(await page.getByText('进一步压缩至半个工作日').count()).toBe(0)
    await looksRight(page, 'older-version')
  })

  test('原站点的网址转到现在的页面；没有的还是没有', async () => {
    const listed = await fetch(`${county.origin}/api/v1/organs/education/published/documents?limit=200`)
    const { rows } = await listed.json()
    const moved = rows.find(({ address }: { address: string | null }) => address !== null)
    expect(await askedAtOldSite(moved.address)).toEqual([301, moved.path])
    expect(await askedAtOldSite(`${moved.address}.none`)).toEqual([404, undefined])
  })

  /** As a browser asks that still has the address of before, when its host has come to lead to us. */
  const askedAtOldSite = (address: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const { host, pathname } = new URL(address)
      request(county.origin + pathname, { headers: { host } }, (answer) => {
        answer.resume()
        resolve([answer.statusCode, answer.headers.location])
      })
        .on('error', reject)
        .end()
    })

  test('哀悼日全部页面灰色，随即生效，过后恢复', async () => {
    const look = async () => (await (await fetch(`${county.origin}/organs/county`)).text()).slice(0, 400)
    expect(await look()).not.toContain('data-mourning')
    const settle = (from: string | null) =>
      staff('admin.system', 'PUT', 'organs/county/settings/mourning', { from, to: null })
    await settle('2026-01-01')
    expect(await look()).toContain('data-mourning')
    await settle(null)
    expect(await look()).not.toContain('data-mourning')
  })

  describe('公众所见：每一个公开的网址', () => {
    const of = ['county', 'education', 'land', 'housing', 'health']
    /** Titles that nobody outside may find, and those of which nothing but a stone is left. */
    const hidden = {
      'education/document-education-draft': '校外培训服务管理',
      'housing/document-housing-draft': '物业服务规范化的意见',
      'health/document-health-signed': '冬季呼吸道疾病',
      'land/document-land-withheld': '某地块历史权属',
    }
    const stones = {
      'health/document-health-withdrawn': '疫苗接种门诊时间表',
      'health/document-health-news': '流感疫苗接种点公布',
    }
    const pageOf = (key: string) => `/organs/${key.replace('/', '/documents/')}`
    let seen: readonly { readonly path: string; readonly status: number; readonly text: string }[]

    beforeAll(async () => {
      const documents = Object.keys({ ...hidden, ...stones, 'health/document-health-rules': '' }).flatMap(
        (key) => [
          pageOf(key),
          `${pageOf(key)}/versions/1`,
          `${pageOf(key)}/versions/1/papers/docx`,
          `${pageOf(key)}/files/x`,
        ],
      )
      const ofOrgan = of.flatMap((organ) => {
        const home = `/organs/${organ}`
        const open = Object.keys(columns).flatMap((key) =>
          ['', '/feed.atom', '/feed.rss'].map((end) => `${home}/columns/${key}${end}`),
        )
        const below = [
          ...['', 'feed.atom', 'feed.rss', 'documents', 'documents?title=的', 'institutions', 'register'],
          ...[`documents?year=${thisYear}`, `documents?year=${thisYear}&class=normative`],
          ...[
            'calls',
            `calls/${ids.call}`,
            'specials',
            `specials/${ids.special}`,
            'open-data',
            'sitemap.xml',
          ],
          ...['open-data/documents.csv', `open-data/documents-${thisYear}.json`],
          ...[lastYear, thisYear].map((year) => `sitemaps/${year}.xml`),
          ...['corrections?document=document-education-draft', 'corrections?document=document-housing-draft'],
          ...[
            'guide',
            'guide/versions/1',
            'contact',
            'annual-reports',
            'assessments',
            'assessments/none',
            'surveys/none',
          ],
        ]
        return [...below.map((path) => (path === '' ? home : `${home}/${path}`)), ...open]
      })
      const site = [
        '/',
        '/policies',
        '/policies?title=的',
        '/feed.atom',
        '/feed.rss',
        '/sitemap.xml',
        '/robots.txt',
      ]
      const paths = [...site, '/data/catalogue.jsonld', ...ofOrgan, ...documents]
      const found = []
      for (const path of paths) {
        const answer = await fetch(county.origin + path)
        found.push({ path, status: answer.status, text: await answer.text() })
      }
      seen = found
    })

    test('看遍了每一个不必登录就能读的网址', () => {
      const patterns = (routes as readonly RouteConfigEntry[])
        .flatMap(({ path }) => (path === undefined ? [] : [`/${path}`]))
        .filter((path) => !/^\/(?:work|dev|sign-in|set-up|\*)/.test(path))
      // What belongs to one applicant or third party, the record of one report, and reports, which are no documents.
      const others = /apply|receipt|track|consultations|corrections\/|annual-reports\/|\/search/
      const unseen = patterns.filter(
        (pattern) =>
          !others.test(pattern) && !seen.some(({ path }) => matchPath(pattern, path.split('?')[0]!) !== null),
      )
      expect(unseen).toEqual([])
    })

    test.each(Object.entries(hidden))('没有公开的，哪里都没有一个字：%s', (key, words) => {
      for (const { path, status, text } of seen) {
        expect(text.includes(words), path).toBe(false)
        expect(text.includes(key.split('/')[1]!) && !path.includes('?document='), path).toBe(false)
        if (path.startsWith(pageOf(key))) expect(status, path).toBe(404)
      }
    })

    test.each(Object.entries(stones))('撤下、限制的，只有自己的页面留有说明：%s', (key, words) => {
      for (const { path, status, text } of seen) {
        expect(text.includes(words), path).toBe(path === pageOf(key))
        const gone = key.endsWith('withdrawn')
        if (path === pageOf(key)) {
          expect(status, path).toBe(gone ? 410 : 200)
          expect(text).toContain('name="robots" content="noindex"')
        } else if (path.startsWith(`${pageOf(key)}/`)) expect(status, path).toBe(gone ? 410 : 404)
      }
    })

    test('搜索引擎收录目录和一个条件下的目录，不收录按词查找和多个条件的', () => {
      const textOf = (end: string) => seen.find(({ path }) => path.endsWith(end))!.text
      const noindex = '<meta name="robots" content="noindex"/>'
      for (const path of [
        'health/documents',
        `health/documents?year=${thisYear}`,
        'health/register',
        '/policies',
      ])
        expect(textOf(path), path).not.toContain(noindex)
      for (const path of [
        'documents?title=的',
        `documents?year=${thisYear}&class=normative`,
        '/policies?title=的',
      ])
        expect(textOf(path), path).toContain(noindex)
      for (const line of ['/search?', '/organs/*/search?', '/policies?*&', '/organs/*/documents?*&'])
        expect(textOf('/robots.txt').split('\n')).toContain(`Disallow: ${line}`)
    })

    test('公开的，目录、栏目、专题、订阅、网站地图和下载的目录都有', () => {
      const words = '关于印发家庭医生签约服务办法的通知'
      const shown = seen.filter(({ text }) => text.includes(words)).map(({ path }) => path)
      for (const path of [
        'documents',
        'columns/legalTexts',
        'feed.atom',
        'register',
        `specials/${ids.special}`,
      ])
        expect(shown).toContain(`/organs/health/${path}`)
      for (const path of ['/policies', '/feed.rss', '/organs/health/open-data/documents.csv'])
        expect(shown).toContain(path)
      const maps = seen.filter(({ path }) => path.startsWith('/organs/health/sitemaps/'))
      expect(maps.map(({ text }) => text).join()).toContain('/organs/health/documents/document-health-rules<')
    })
  })
})
