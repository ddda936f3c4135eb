/** What the portal makes of texts: headings to jump to, feeds, sitemaps, what is chosen in a catalogue. */
import { describe, expect, test } from 'vitest'
import { writeFeed } from '../../../src/web/feeds/write-feed.ts'
import { changed, chosenIn } from '../../../src/web/pages/portal/catalogue-query.ts'
import { outlineOf } from '../../../src/web/pages/portal/document-outline.ts'
import { sitemapOf } from '../../../src/web/pages/portal/sitemap-text.ts'

describe('正文的目录', () => {
  test('标题和单独成段的章名可以跳到，条款序号突出；其余一字不动', () => {
    const { html, parts } = outlineOf(
      '<p>第一章　总则</p><p>第一条　为了&amp;规范<strong>管理</strong>，制定本办法。</p><h2>附 &lt;一&gt;</h2><p>依照第二条 办理。</p>',
    )
    expect(parts).toEqual([
      { id: 'part-1', title: '第一章　总则' },
      { id: 'part-2', title: '附 <一>' },
    ])
    expect(html).toBe(
      '<h2 id="part-1">第一章　总则</h2><p><strong>第一条</strong>　为了&amp;规范<strong>管理</strong>，制定本办法。</p><h2 id="part-2">附 &lt;一&gt;</h2><p>依照第二条 办理。</p>',
    )
  })

  test('以章名开头的长段落不是标题', () => {
    const long = `<p>第一章规定的内容${'，很长'.repeat(30)}。</p>`
    expect(outlineOf(long)).toEqual({ html: long, parts: [] })
  })
})

describe('给程序读的', () => {
  const feed = {
    title: '示例县：最新公开',
    page: 'https://gk.example/organs/a',
    self: 'https://gk.example/organs/a/feed.atom',
    author: '示例县',
    updatedOn: '2026-03-06',
    items: [
      {
        title: '关于“甲 & 乙”]]> <通知>',
        address: 'https://gk.example/organs/a/documents/1',
        summary: '<b>摘要</b>',
        publishedOn: '2026-03-06',
        updatedOn: '2026-03-07',
        author: '示例县',
        categories: ['通知'],
      },
    ],
  } as const

  test('订阅以北京的日期为准，标题里的符号不会变成标记', () => {
    const atom = writeFeed(feed, 'atom')
    expect(atom).toContain('<published>2026-03-05T16:00:00.000Z</published>')
    expect(atom).toContain('关于“甲 &#38; 乙”]]&#62; &#60;通知&#62;')
    expect(atom).not.toContain('<b>摘要')
    expect(atom.match(/<entry>/g)).toHaveLength(1)
    expect(writeFeed(feed, 'rss')).toContain('<link>https://gk.example/organs/a/documents/1</link>')
    expect(writeFeed({ ...feed, updatedOn: null, items: [] }, 'atom')).not.toContain('<entry>')
  })

  test('网站地图的网址里的符号不会变成标记', () => {
    const text = sitemapOf([
      { address: 'https://gk.example/?a=1&b=<2>', changedOn: '2026-03-06' },
      { address: 'x' },
    ])
    expect(text).toContain(
      '<loc>https://gk.example/?a=1&#38;b=&#60;2&#62;</loc><lastmod>2026-03-06</lastmod>',
    )
    expect(text).toContain('<url><loc>x</loc></url>')
  })
})

test('目录的条件：不认识的不理，换一个条件从第一页看起', () => {
  const chosen = chosenIn('https://gk.example/d?item=plans&after=abc&text=large&year=')
  expect(chosen).toEqual({ item: 'plans', after: 'abc' })
  expect(changed(chosen, { year: '2026' })).toBe('?item=plans&year=2026')
  expect(changed(chosen, { item: null })).toBe('?')
})
