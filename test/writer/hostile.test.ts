/** Texts that are markup, code or formulas elsewhere come out of every format as the texts they are. */

import { read as readWorkbook } from '@e965/xlsx'
import mammoth from 'mammoth'
import { parse } from 'parse5'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { unzip } from '../../src/reader/formats/zip.ts'
import { clean } from '../../src/writer/prose.ts'
import { write } from '../../src/writer/write.ts'
import { bare, editionIds, hostile, hostileTexts } from './reports.ts'

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

interface Node {
  readonly nodeName: string
  readonly value?: string
  readonly childNodes?: readonly Node[]
}
const nodes = (node: Node): readonly Node[] => [node, ...(node.childNodes ?? []).flatMap(nodes)]

const pdfText = async (bytes: Uint8Array): Promise<string> => {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const document = await task.promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, i) => {
      const page = await document.getPage(i + 1)
      const { items } = await page.getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join('')
    }),
  )
  await task.destroy()
  // Page numbers stand between the pieces of a paragraph that goes over the page.
  return pages.map((text) => text.replace(/—\s*\d+\s*—/g, '')).join('')
}

/** What each hostile text must be found as: the characters that no format holds are replaced, never dropped. */
const wanted = hostileTexts.map((text) => bare(clean(text)))

describe.each(editionIds)('%s年格式', (edition) => {
  const report = hostile(edition)

  test('HTML：没有多出的元素，文字一个不少', async () => {
    const html = decode(await write(report, 'html'))
    const all = nodes(parse(html) as unknown as Node)
    for (const name of ['script', 'img', 'a', 'label'])
      expect(all.some((n) => n.nodeName === name)).toBe(false)
    const text = bare(all.map((n) => (n.nodeName === '#text' ? (n.value ?? '') : '')).join(''))
    for (const words of wanted) expect(text).toContain(words)
  })

  test('Word：文字一个不少，包内 XML 完好', async () => {
    const bytes = Buffer.from(await write(report, 'docx'))
    const { value } = await mammoth.extractRawText({ buffer: bytes })
    for (const words of wanted) expect(bare(value)).toContain(words)
  })

  test('Excel：以 = + @ 开头的都是文本，没有一个公式', async () => {
    const bytes = await write(report, 'xlsx')
    const parts = await unzip(bytes, (name) => /sheet\d+\.xml$/.test(name))
    if (!Array.isArray(parts)) throw new Error('not a package')
    const book = readWorkbook(bytes, { type: 'array', cellFormula: true })
    const cells = Object.values(book.Sheets).flatMap((sheet) =>
      Object.entries(sheet).flatMap(([at, cell]) => (at.startsWith('!') ? [] : [cell])),
    )
    expect(cells.some((cell) => cell.f !== undefined)).toBe(false)
    for (const cell of cells) expect(['n', 's', 'z']).toContain(cell.t)
    const text = bare(cells.map((cell) => String(cell.v ?? '')).join(''))
    for (const words of wanted) expect(text).toContain(words)
  })

  test('PDF：Typst 代码只是文字，不执行', { timeout: 60_000 }, async () => {
    const text = bare(await pdfText(await write(report, 'pdf')))
    expect(text).not.toContain('root:')
    // Signs that no typeface here has, and the order of text set backwards, are the page's own affair.
    for (const words of wanted.filter((w) => !/[\p{Extended_Pictographic}\u202e\ufffd]/u.test(w)))
      expect(text).toContain(words)
  })

  test('CSV：没有一个字段会被当作公式', async () => {
    const csv = decode(await write(report, 'csv'))
    const fields = csv.slice(1).match(/(?<=^|,|\n)(?:"(?:[^"]|"")*"|[^",\r\n]*)(?=,|\r\n|$)/g) ?? []
    for (const field of fields)
      expect(field.replace(/^"/, ''), field).not.toMatch(/^[=+@\t\r]|^-(?!\d+(?:\.\d+)?$)/)
  })

  test('Markdown：没有原样的标签和链接，表格的列数不乱', async () => {
    const md = decode(await write(report, 'md'))
    expect(md).not.toMatch(/(?<!\\)<[a-z/!]/i)
    expect(md).not.toMatch(/(?<!\\)\]\(/)
    for (const block of md.split('\n\n').filter((b) => b.startsWith('|'))) {
      const counts = block.split('\n').map((row) => row.replace(/\\[\\|]/g, '').split('|').length)
      expect(new Set(counts).size).toBe(1)
    }
    const text = bare(md.replace(/\\([!-/:-@[-`{-~])/g, '$1'))
    for (const words of wanted) expect(text).toContain(words)
  })

  test('JSON：原样', async () => {
    const { organ, sections } = JSON.parse(decode(await write(report, 'json')))
    expect(organ).toBe(report.organ?.name)
    expect(sections.map((s: { text: string }) => s.text)).toEqual(report.sections.map((s) => s.text))
  })
})
