/** What is written has the boxes of the form, with the spans it prints, each in its place. */

import { read as readWorkbook } from '@e965/xlsx'
import mammoth from 'mammoth'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { editions } from '../../src/report/editions/index.ts'
import type { Edition, SectionNumber } from '../../src/report/form.ts'
import { type Grid, sectionLayout } from '../../src/report/layout.ts'
import { readingAt } from '../../src/report/reading.ts'
import type { Report } from '../../src/report/report.ts'
import { printed } from '../../src/writer/printed.ts'
import { write } from '../../src/writer/write.ts'
import { editionIds, formsOf, number, numbered, reportOf } from './reports.ts'

type Element = DefaultTreeAdapterTypes.Element
interface Shown {
  readonly text: string
  readonly rowSpan: number
  readonly colSpan: number
}

const sections: readonly SectionNumber[] = [2, 3, 4]

/** The boxes of a section in printed order, with what stands in them. */
const expected = (
  edition: Edition,
  section: SectionNumber,
  report: Report,
): readonly (readonly Shown[])[] => {
  const grid = sectionLayout(edition, section) as Grid
  return Array.from({ length: grid.rows }, (_, r) =>
    grid.boxes
      .filter((box) => box.row === r)
      .map(({ key, text, rowSpan, colSpan }) => ({
        text: key === undefined ? text : printed(readingAt(report.readings, key)),
        rowSpan,
        colSpan,
      })),
  )
}

const elements = (node: DefaultTreeAdapterTypes.ParentNode): readonly Element[] =>
  node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : []))
const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((a) => a.name === name)?.value

/** The tables of a page: rows of boxes. */
const tablesIn = (html: string): readonly (readonly (readonly Shown[])[])[] =>
  elements(parse(html))
    .filter(({ tagName }) => tagName === 'table')
    .map((table) =>
      elements(table)
        .filter(({ tagName }) => tagName === 'tr')
        .map((row) =>
          elements(row)
            .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
            .map((cell) => ({
              text: textOf(cell).trim(),
              rowSpan: Number(attribute(cell, 'rowspan') ?? 1),
              colSpan: Number(attribute(cell, 'colspan') ?? 1),
            })),
        ),
    )

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe.each(editionIds)('%s年格式', (id) => {
  const edition = editions[id]
  const report = numbered(id)

  test('网页的合并单元格与表式一致', async () => {
    const tables = tablesIn(decode(await write(report, 'html')))
    expect(tables).toEqual(sections.map((section) => expected(edition, section, report)))
  })

  test('网页中每个数都能指到它的表头', async () => {
    const html = decode(await write(report, 'html'))
    const all = elements(parse(html))
    const ids = all.map((element) => attribute(element, 'id')).filter((name) => name !== undefined)
    expect(new Set(ids).size).toBe(ids.length)
    const heads = new Map(all.map((element) => [attribute(element, 'id'), textOf(element)]))
    const cells = all.filter((element) => attribute(element, 'headers') !== undefined)
    expect(cells).toHaveLength(Object.keys(report.readings).length)
    for (const cell of cells)
      for (const name of (attribute(cell, 'headers') ?? '').split(' ')) expect(heads.has(name)).toBe(true)
    const third = cells.find(
      (cell) =>
        textOf(cell) ===
        printed(readingAt(report.readings, 'requests/outcome.denied.stateSecret@legal.other')),
    )
    const spoken = (attribute(third as Element, 'headers') ?? '').split(' ').map((name) => heads.get(name))
    expect(spoken).toEqual(
      expect.arrayContaining([
        '法人或其他组织',
        '其他',
        '三、本年度办理结果',
        '（三）不予公开',
        '1.属于国家秘密',
      ]),
    )
    expect(html).not.toContain('<script')
  })

  test('Word 的合并单元格与表式一致', async () => {
    const bytes = await write(report, 'docx')
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    expect(tablesIn(value)).toEqual(sections.map((section) => expected(edition, section, report)))
  })

  test('Excel 的合并区域与表式一致，数是数，空格是空', async () => {
    const blanked = reportOf(id, (_, i) => (i % 5 === 0 ? { kind: 'blank', raw: '' } : number(i)))
    const book = readWorkbook(await write(blanked, 'xlsx'), { type: 'array' })
    expect(book.SheetNames).toEqual(['正文（一）', '主动公开', '依申请公开', '复议诉讼', '正文（五、六）'])
    sections.forEach((section, i) => {
      const sheet = book.Sheets[book.SheetNames[i + 1] as string]!
      const grid = sectionLayout(edition, section) as Grid
      const merged = (sheet['!merges'] ?? [])
        .filter(({ s }) => s.r > 0)
        .map(({ s, e }) => `${s.r - 1},${s.c},${e.r - s.r + 1},${e.c - s.c + 1}`)
        .sort()
      const spans = grid.boxes
        .filter(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1)
        .map(({ row, column, rowSpan, colSpan }) => `${row},${column},${rowSpan},${colSpan}`)
        .sort()
      expect(merged).toEqual(spans)
      for (const { key, row, column } of grid.boxes) {
        if (key === undefined) continue
        const cell = sheet[`${String.fromCharCode(65 + column)}${row + 2}`]
        const reading = readingAt(blanked.readings, key)
        if (reading.kind === 'number') expect(cell).toMatchObject({ t: 'n', v: reading.value })
        else expect(cell?.v).toBeUndefined()
      }
    })
  })

  test('Markdown 的每张表列数一致，合并处只写一次', async () => {
    const md = decode(await write(report, 'md'))
    const tables = md.split(/\n\n/).filter((block) => block.startsWith('|'))
    expect(tables).toHaveLength(3)
    tables.forEach((block, i) => {
      const grid = sectionLayout(edition, sections[i] as SectionNumber) as Grid
      const rows = block.split('\n').filter((_, r) => r !== 1)
      expect(rows).toHaveLength(grid.rows)
      for (const row of rows) expect(row.split(' | ')).toHaveLength(grid.columns)
      const filled = rows.flatMap((row) => row.slice(2, -2).split(' | ')).filter((text) => text.trim() !== '')
      expect(filled).toHaveLength(grid.boxes.filter((box) => box.key !== undefined || box.text !== '').length)
    })
  })
})

describe('混用表式和缺表', () => {
  test('2021年报告沿用2019年的“其他处理”一行时，照原样只写一行', async () => {
    const report = reportOf('2021', (_, i) => number(i), formsOf('2021', { requests: '2019' }))
    const tables = tablesIn(decode(await write(report, 'html')))
    expect(tables[1]).toEqual(expected(editions['2019'], 3, report))
    expect(tables[0]).toEqual(expected(editions['2021'], 2, report))
  })

  test('原报告没有的表不印出来，也不补零', async () => {
    const { disputes: _, ...forms } = formsOf('2021')
    const report = reportOf('2021', (_, i) => number(i), forms)
    const without = {
      ...report,
      readings: Object.fromEntries(
        Object.entries(report.readings).filter(([key]) => !key.startsWith('disputes/')),
      ),
    }
    for (const format of ['html', 'md'] as const) {
      const text = decode(await write(without, format))
      expect(text).toContain('原报告未见本表')
      expect(text).not.toContain('复议后起诉')
    }
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await write(without, 'docx')) })
    expect(value).toContain('原报告未见本表')
    expect(value).not.toContain('复议后起诉')
  })
})
