/** Sites of before: what is understood of them, and that nothing brings the reading down. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyOf } from '../../../src/office/documents/body.ts'
import { textOfHtml } from '../../../src/office/documents/html-text.ts'
import { importSite } from '../../../src/office/documents/import/import-documents.ts'
import { readFeed } from '../../../src/office/documents/import/read-feed.ts'
import { readPage } from '../../../src/office/documents/import/read-page.ts'
import { readSite } from '../../../src/office/documents/import/read-site.ts'
import { readSitemap } from '../../../src/office/documents/import/read-sitemap.ts'
import { projectCase } from '../../../src/office/requests/index.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { zipOf } from '../../formats/make-zip.ts'
import { open, organ } from '../../store/support/office.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>示例县</title>
<item><title>水库管理办法</title><link>https://old.example/1.html</link>
<pubDate>Mon, 02 Mar 2026 01:00:00 GMT</pubDate><description>&lt;p&gt;第一条&lt;/p&gt;</description></item>
<item><title>没有网址</title></item></channel></rss>`

const sitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://old.example/a/%E6%B0%B4%E5%BA%93.html</loc><lastmod>2025-06-07T08:00:00+08:00</lastmod></url>
<url><loc>javascript:alert(1)</loc></url></urlset>`

const page = `<html><head><title>关于水库的通知-示例县</title><meta name="PubDate" content="2024-05-06 10:00">
<meta name="ArticleTitle" content="关于水库的通知"></head><body><div class="nav">首页</div>
<div class="TRS_Editor"><p>正文第一段</p><script>x()</script></div></body></html>`

describe('旧站点的读取', () => {
  test('RSS：标题、网址、日期、正文；没有网址的说明在哪一条', () => {
    const { pages, notUnderstood } = readFeed(feed)
    expect(pages).toMatchObject([
      {
        title: '水库管理办法',
        address: 'https://old.example/1.html',
        publishedOn: '2026-03-02',
        html: '<p>第一条</p>',
      },
    ])
    expect(notUnderstood).toEqual([{ where: '第 2 条', message: '没有完整的网址' }])
  })

  test('网站地图：网址和日期，标题取自网址末段', () => {
    const { pages, notUnderstood } = readSitemap(sitemap)
    expect(pages).toMatchObject([{ title: '水库.html', publishedOn: '2025-06-07' }])
    expect(notUnderstood).toHaveLength(1)
  })

  test('网页：元数据、正文所在的部分，脚本不要', () => {
    const read = readPage(page, '文件 a.html', 'https://old.example/a.html')
    expect(read).toMatchObject({ title: '关于水库的通知', publishedOn: '2024-05-06' })
    const body = bodyOf('html' in read ? (read.html ?? '') : '')
    expect('html' in body && body.html).toBe('<p>正文第一段</p>')
    expect(readPage('<html></html>', '甲', 'https://a.example/')).toHaveProperty('message')
  })

  const markup = fc.array(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<table><tr><td>',
      '<script>',
      '</div>',
      '<rss>',
      '<item>',
      '<url><loc>',
      '&lt;',
      '\0',
      '\ud800',
      '第一条',
      '<a href="javascript:x">',
      '<!--',
      ']]>',
      '<?xml',
      'https://a.example',
    ),
    { maxLength: 60 },
  )

  test('任何文字：不抛错；留下的正文没有脚本，再清理一次不变', () => {
    fc.assert(
      fc.property(markup, (parts) => {
        const text = parts.join('')
        readFeed(text)
        readSitemap(text)
        readPage(text, '甲', 'https://a.example/')
        const body = bodyOf(text)
        if ('refused' in body) return
        expect(body.html).not.toMatch(/<[^>]*(?:script|onclick|style=)/i)
        const again = bodyOf(`<div>${body.html}</div>`)
        const said = (html: string) => textOfHtml(html).replace(/\s/g, '')
        expect('html' in again && said(again.html)).toBe(said(body.html))
      }),
      { numRuns: 300, seed: 6 },
    )
  })
})

describe('旧站点的导入', () => {
  let store: Store
  beforeAll(async () => {
    store = await open(':memory:', { project: projectCase })
    await store.organs.put(organ('here'))
  })
  afterAll(() => store.close())

  const bring = async (
    content: Uint8Array,
    dryRun = false,
    within: { from?: number; most?: number } = {},
  ) => {
    const found = await readSite({ organ: 'here', bytes: content, base: 'https://old.example/site' })
    if ('refused' in found) throw new Error(found.message)
    return importSite(store, {
      ...{ organ: 'here', found, class: 'news', today: '2026-03-02', at: '2026-03-02T01:00:00.000Z', dryRun },
      actor: { id: 'staff-1', role: 'head', scope: 'organ' },
      ...within,
    })
  }

  test('先看不写；导入后原网址能找到；再导入没有变化的不重复，变化的成为新版本', async () => {
    expect(await bring(bytes(feed), true)).toMatchObject({ done: false, taken: 1 })
    expect((await store.documents.list({ organs: ['here'] }, { limit: 9 })).rows).toEqual([])
    expect(await bring(bytes(feed))).toMatchObject({ done: true, source: 'feed', taken: 1, same: 0 })
    const row = await store.documents.atAddress('https://old.example/1.html')
    expect(row).toMatchObject({
      title: '水库管理办法',
      shown: 'whole',
      publishedOn: '2026-03-02',
      versions: 1,
    })
    expect(await bring(bytes(feed))).toMatchObject({ taken: 0, same: 1 })
    await bring(bytes(feed.replace('第一条', '第一条　修改')))
    expect(await store.documents.atAddress('https://old.example/1.html')).toMatchObject({ versions: 2 })
    expect((await verify(store, 'here')).faults).toEqual([])
  })

  test('分次导入：每一次说到哪里，没有读懂的只说一次，合起来一条不少', async () => {
    const item = (n: number) =>
      `<item><title>公告${n}</title><link>https://steps.example/${n}.html</link></item>`
    const five = bytes(
      `<rss version="2.0"><channel>${[1, 2, 3, 4, 5].map(item).join('')}<item/></channel></rss>`,
    )
    const first = await bring(five, false, { most: 2 })
    expect([first.taken, first.next, first.of, first.notUnderstood.length]).toEqual([2, 2, 5, 1])
    const rest = await bring(five, false, { from: 2, most: 9 })
    expect([rest.taken, rest.next, rest.notUnderstood]).toEqual([3, null, []])
    expect(await bring(five)).toMatchObject({ taken: 0, same: 5, next: null })
  })

  test('网页文件夹：逐个文件，有密级标志的不收', async () => {
    const member = (name: string, text: string) => ({ name: bytes(name), bytes: bytes(text) })
    const zip = zipOf([
      member('zwgk/a.html', page),
      member('zwgk/b.html', '<html><title>乙</title><body><p>机密★一年</p></body></html>'),
      member('logo.png', 'x'),
    ])
    const brought = await bring(zip)
    expect(brought).toMatchObject({ source: 'html', taken: 1 })
    expect(brought.notUnderstood).toMatchObject([{ where: '文件 zwgk/b.html' }])
    expect(await store.documents.atAddress('https://old.example/site/zwgk/a.html')).not.toBeNull()
  })
})
