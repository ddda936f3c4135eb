import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write as writeBook } from '@e965/xlsx'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/reader/formats/limits.ts'
import { type Found, isRefusal } from '../../src/reader/formats/observed.ts'
import { open } from '../../src/reader/formats/open.ts'
import { makeDoc } from './make-doc.ts'
import { grid, makePdf, text } from './make-pdf.ts'
import { makeZip, zipOf } from './make-zip.ts'

const ROWS = [
  ['信息内容', '本年制发件数', '现行有效件数'],
  ['规章', '0', '1'],
  ['行政规范性文件', '12', '128.56'],
]
const HTML = `<!doctype html><html><head><meta charset="utf-8"><title>示范县年报</title></head><body><table><tr><td>导航<table border=1>${ROWS.map(
  (row) => `<tr>${row.map((cell) => `<td rowspan=1 style="width:9px">${cell}</td>`).join('')}</tr>`,
).join('')}</table></td></tr></table><p>一、总体情况</p></body></html>`

const samples = new Map<string, Uint8Array>()

beforeAll(async () => {
  const paragraph = (line: string) => new Paragraph(line)
  const table = new Table({
    rows: ROWS.map(
      (row) => new TableRow({ children: row.map((cell) => new TableCell({ children: [paragraph(cell)] })) }),
    ),
  })
  const document = new Document({ sections: [{ children: [paragraph('一、总体情况'), table] }] })
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('表')
  for (const row of ROWS) sheet.addRow(row)
  const old = utils.book_new()
  utils.book_append_sheet(old, utils.aoa_to_sheet(ROWS), '表')
  const cells = ROWS.flatMap((row, y) => row.map((cell, x) => text(55 + x * 100, 690 - y * 30, cell)))
  const pdf = makePdf([{ content: [grid([50, 150, 250, 350], [610, 640, 670, 700]), ...cells].join('\n') }])
  const docx = await Packer.toBuffer(document)
  samples.set('html', Buffer.from(HTML))
  samples.set('text', Buffer.from(`一、总体情况\n${ROWS.map((row) => row.join(' | ')).join('\n')}\n`))
  samples.set(
    'markdown',
    Buffer.from(`# 年报\n|a|b|\n|---|---|\n${ROWS.map((row) => `|${row.join('|')}|`).join('\n')}`),
  )
  samples.set('docx', docx)
  samples.set(
    'doc',
    makeDoc([
      { text: '总体情况', level: 0 },
      { rows: ROWS.map((row) => row.map((cell) => ({ text: cell }))) },
    ]),
  )
  samples.set('xlsx', Buffer.from(await book.xlsx.writeBuffer()))
  samples.set('xls', writeBook(old, { type: 'buffer', bookType: 'biff8' }) as Uint8Array)
  samples.set('pdf', pdf)
  samples.set('zip', makeZip({ '甲.html': HTML, '乙.docx': docx, '丙.zip': makeZip({ '丁.txt': '文' }) }))
  const folder = join(import.meta.dirname, '../../../shared/samples/pdf')
  const real = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.pdf')) : undefined
  if (real !== undefined) samples.set('a real pdf', readFileSync(join(folder, real)))
})

/** Every answer is a document or a refusal in Chinese that ends in a full stop, within five seconds and what a busy machine adds. */
async function answers(bytes: Uint8Array, name = ''): Promise<Found[]> {
  const start = performance.now()
  const found = await open(bytes, name)
  expect(performance.now() - start).toBeLessThan((LIMITS.officeSeconds + 15) * 1000)
  expect(found.length).toBeGreaterThan(0)
  for (const { result } of found) {
    if (isRefusal(result)) expect(result.message).toMatch(/[一-龥]{4}.*。$/)
    else {
      for (const block of result.blocks) {
        if (block.kind === 'line') continue
        for (const cell of block.cells) {
          expect(cell.row + cell.rowSpan).toBeLessThanOrEqual(block.rows)
          expect(cell.column + cell.colSpan).toBeLessThanOrEqual(block.columns)
        }
      }
    }
  }
  return found
}

const KINDS = ['html', 'text', 'markdown', 'docx', 'doc', 'xlsx', 'xls', 'pdf', 'zip'] as const

describe('whatever the bytes, an answer', () => {
  test.each(KINDS)('%s: the sample itself is read', async (kind) => {
    for (const { result } of await answers(samples.get(kind)!))
      expect(isRefusal(result) ? result : 'read').toBe('read')
  })

  test('random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => void (await answers(bytes))),
      {
        numRuns: 300,
      },
    )
  })

  test('random bytes behind the first bytes of every format', async () => {
    const heads = fc.constantFrom(
      '%PDF-1.7\n',
      'PK\x03\x04',
      'PK\x05\x06',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '<html>',
      '<table>',
      '{\\rtf1',
      '\xff\xfe',
      '\x89PNG\r\n\x1a\n',
    )
    await fc.assert(
      fc.asyncProperty(heads, fc.uint8Array({ maxLength: 2000 }), async (head, bytes) => {
        await answers(Buffer.concat([Buffer.from(head, 'latin1'), bytes]))
      }),
      { numRuns: 150 },
    )
  })

  test.each(KINDS)('%s: cut off anywhere', async (kind) => {
    const sample = samples.get(kind)!
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: sample.length }),
        async (end) => void (await answers(sample.subarray(0, end))),
      ),
      { numRuns: 40 },
    )
  })

  test.each(KINDS)('%s: bytes changed anywhere', async (kind) => {
    const sample = samples.get(kind)!
    const change = fc.tuple(fc.nat({ max: sample.length - 1 }), fc.nat({ max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 40 }), async (changes) => {
        const bytes = Uint8Array.from(sample)
        for (const [at, value] of changes) bytes[at] = value
        await answers(bytes)
      }),
      { numRuns: 60 },
    )
  })

  test('a real PDF, cut off and changed (where the samples are at hand)', async () => {
    const sample = samples.get('a real pdf')
    if (sample === undefined) return
    const change = fc.tuple(fc.nat({ max: sample.length - 1 }), fc.nat({ max: 255 }))
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: sample.length }),
        fc.array(change, { maxLength: 200 }),
        async (end, changes) => {
          const bytes = Uint8Array.from(sample)
          for (const [at, value] of changes) bytes[at] = value
          await answers(end % 2 === 0 ? bytes.subarray(0, end) : bytes)
        },
      ),
      { numRuns: 25 },
    )
  })

  test('tags in any order', async () => {
    const tag = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '<td rowspan=9 colspan=99999>',
      '<td>',
      '</td>',
      '<p>',
      '<b>',
      '</b>',
      '<div style="display:table-row">',
      '</div>',
      '<br>',
      '0',
      '甲',
      '<!--',
      '-->',
      '<select>',
      '<template>',
      '<svg>',
      '<pre>',
      '&nbsp;',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(tag, { maxLength: 200 }),
        async (tags) => void (await answers(Buffer.from(`<html>${tags.join('')}`))),
      ),
      { numRuns: 150 },
    )
  })
})

describe('absurd files are refused, with what is wrong and what to do', () => {
  const code = async (bytes: Uint8Array, name?: string) => {
    const [{ result } = {}] = await answers(bytes, name)
    return result !== undefined && isRefusal(result) ? result.code : 'read'
  }

  test('ten thousand tables inside each other', async () => {
    expect(await code(Buffer.from('<table><tr><td>'.repeat(10_000)))).toBe('too-deep')
  })

  test('more than 50 MB, more than 20 MB of text', async () => {
    expect(await code(Buffer.alloc(50_000_001, 0x20))).toBe('too-large')
    expect(await code(Buffer.alloc(20_000_001, 0x61))).toBe('too-large')
  })

  test('a zip bomb', async () => {
    expect(await code(zipOf([{ name: Buffer.from('a.txt'), bytes: Buffer.alloc(60_000_000) }]))).toBe('bomb')
  })

  test('a workbook that claims a million rows, and a Word file of endless nesting', async () => {
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(60_000)}<w:p><w:r><w:t>1</w:t></w:r></w:p>`
    const docx = makeZip({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document><w:body>${deep}${'甲'.repeat(40_000)}`,
    })
    expect(await code(docx)).not.toBe('read')
    const sheet =
      '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    await answers(
      makeZip({
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml': '<workbook/>',
        'xl/worksheets/sheet1.xml': sheet,
      }),
    )
  })

  test('nothing, blanks, pictures, and files of other kinds', async () => {
    expect(await code(Buffer.alloc(0))).toBe('empty')
    expect(await code(Buffer.from(' \n\t'))).toBe('empty')
    expect(
      await code(Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')),
    ).toBe('no-text')
    expect(await code(Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'))).toBe('no-text')
    expect(await code(Buffer.from('{\\rtf1\\ansi x}'))).toBe('unsupported')
    expect(await code(Buffer.from('526172211a0700cf907300000d000000', 'hex'))).toBe('unsupported')
    expect(await code(Buffer.from('<html><body><script>load()</script></body></html>'))).toBe('no-text')
  })
})
