import { describe, expect, test } from 'vitest'
import { parseHtml, readHtml } from './html.ts'
import type { Block } from './observed.ts'

const rows = (block: Block): unknown =>
  block.kind === 'line'
    ? block.text
    : Array.from({ length: block.rows }, (_, row) =>
        block.cells
          .filter((cell) => cell.row === row)
          .map((cell) =>
            cell.rowSpan * cell.colSpan === 1
              ? cell.text
              : [cell.text, cell.column, cell.rowSpan, cell.colSpan],
          ),
      )
const shown = (html: string): unknown[] => parseHtml(html).blocks.map(rows)

describe('tables', () => {
  test('cells in source order with their spans; tags left out by the author do no harm', () => {
    expect(shown('<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2</table>')).toEqual([
      [
        [
          ['甲', 0, 2, 1],
          ['乙', 1, 1, 2],
        ],
        ['1', '2'],
      ],
    ])
  })

  test('a cell is trimmed of no-break spaces, and its lines are kept', () => {
    expect(
      shown('<table><tr><td>&nbsp;</td><td>本年<br>制发&nbsp;件数 </td><td><p>1</p></td></tr></table>'),
    ).toEqual([[['', '本年\n制发\u00a0件数', '1']]])
  })

  test('a table that places other tables is opened up', () => {
    const inner = '<table><tr><td>规章</td><td>0</td></tr></table>'
    expect(
      shown(`<table><tr><td>导航</td></tr><tr><td>一、总体情况<br>正文${inner}尾</td></tr></table>`),
    ).toEqual(['导航', '一、总体情况', '正文', [['规章', '0']], '尾'])
  })

  test('prose set in a table becomes lines, the data rows around it stay tables', () => {
    const prose = '本年度认真做好各项工作。'.repeat(20)
    const data = '<tr><td>规章</td><td>0</td></tr>'
    expect(
      shown(`<table><tr><td colspan=2>标题</td></tr><tr><td colspan=2>${prose}</td></tr>${data}</table>`),
    ).toEqual(['标题', prose, [['规章', '0']]])
  })

  test('a boxed word inside a cell does not break the table', () => {
    const boxed = '<table><tr><td>3</td></tr></table>'
    expect(shown(`<table><tr><td>规章</td><td>${boxed}</td></tr></table>`)).toEqual([[['规章', '3']]])
  })

  test.each([
    [
      'inline styles',
      'style="display:table"',
      'style="display: table-row"',
      'style="display:table-cell;width:9px"',
    ],
    ['roles', 'role=table', 'role=row', 'role=cell'],
    ['class names', 'class="my-table"', 'class="row"', 'class="cell c1"'],
    ['the page style sheet', 'class=x', 'class=y', 'class=z'],
  ])('tables made of other elements: %s', (_, table, row, cell) => {
    const sheet = '<style>.x{display:table}.y {display:table-row} .z{ color:red;display:table-cell }</style>'
    const line = (a: string, b: string) =>
      `<div ${row}><span ${cell}>${a}</span><span ${cell}>${b}</span></div>`
    expect(shown(`${sheet}<div ${table}>${line('规章', '1')}${line('许可', '2')}</div>`)).toEqual([
      [
        ['规章', '1'],
        ['许可', '2'],
      ],
    ])
  })

  test('a page grid of rows and columns is no table', () => {
    expect(shown('<div class="row"><div class="col">甲</div><div class="col">乙</div></div>')).toEqual([
      '甲',
      '乙',
    ])
  })
})

describe('text', () => {
  test('one line per block or <br>, white space collapsed, scripts and annotations left out', () => {
    const html =
      '<h1>标题</h1>a\n  b<br>c<script>x()</script><!-- 注 --><ul><li>一<li>二</ul><p><ruby>嚴<rp>(</rp><rt>yan</rt><rp>)</rp></ruby>格 <del>旧</del></p><pre>甲 |  乙\n丙</pre>'
    expect(shown(html)).toEqual(['标题', 'a b', 'c', '一', '二', '嚴格 旧', '甲 |  乙', '丙'])
  })

  test('what the page does not show is not read, and that is told', () => {
    const page = parseHtml(
      `<p>甲</p><div style="display:none">${'隐藏的一段文字'.repeat(5)}</div><p hidden>乙</p>`,
    )
    expect(page.blocks.map(rows)).toEqual(['甲'])
    expect(page.notices.map((notice) => notice.code)).toEqual(['hidden-content'])
  })

  test('title and metadata', () => {
    const page = parseHtml('<title> 示范县\n年报 </title><meta name="PubDate" content="2024-01-31"><p>文')
    expect(page).toMatchObject({ title: '示范县 年报', meta: [{ name: 'PubDate', value: '2024-01-31' }] })
  })
})

describe('hostile pages', () => {
  test('ten thousand tables inside each other are refused, with what to do', async () => {
    const html = `${'<table><tr><td>'.repeat(10_000)}1${'</td></tr></table>'.repeat(10_000)}`
    expect(await readHtml(html)).toMatchObject({
      refused: true,
      code: 'too-deep',
      message: expect.stringContaining('重新保存'),
    })
  })

  test('depth within the limit is read', async () => {
    const html = `${'<table><tr><td>'.repeat(500)}数${'</td></tr></table>'.repeat(500)}${'<div>'.repeat(3000)}底`
    const page = await readHtml(html)
    expect('blocks' in page && page.blocks.map(rows)).toEqual([[['数']], '底'])
  })

  test.each([
    ['a hundred thousand divs', '<div>'.repeat(100_000)],
    [
      'unclosed fonts reopened in every paragraph',
      `${Array.from({ length: 3000 }, (_, i) => `<font color=${i}>`).join('')}${'<p>x'.repeat(3000)}`,
    ],
    ['stray content in a table', `<table>${'<br>x'.repeat(200_000)}`],
    ['a lookup of deep scopes', `${'<div>'.repeat(9000)}${'<hr>'.repeat(300_000)}`],
  ])('%s end in time', async (_, html) => {
    const start = process.cpuUsage()
    await readHtml(html)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(8_000)
  })
})
