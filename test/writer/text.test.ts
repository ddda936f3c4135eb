/** CSV and JSON lose nothing; what is text comes out the same every time. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/report/check.ts'
import { cells } from '../../src/report/form.ts'
import type { Reading } from '../../src/report/reading.ts'
import { type Report, tablesOf } from '../../src/report/report.ts'
import { fromCsv, writeCsv } from '../../src/writer/csv.ts'
import { reportJson } from '../../src/writer/json.ts'
import { jsonSchema, reportSchema } from '../../src/writer/schema.ts'
import { write } from '../../src/writer/write.ts'
import { anyReport, editionIds, exactReading, hostile, hostileTexts, numbered, reportOf } from './reports.ts'

/** Any text, those that spreadsheets and CSV treat in their own way more often than not. */
const anyText = fc.oneof(
  fc.constantFrom(...hostileTexts.slice(0, 8)),
  fc.string({ maxLength: 8 }),
  fc.constantFrom("'=1", "''", '"', '""', 'a,b', '1\n2', '-', '+5', '-5', '\t', ' '),
)
const figure = fc.double({ noNaN: true, noDefaultInfinity: true })

const anyReading: fc.Arbitrary<Reading> = fc.oneof(
  exactReading,
  fc.record({ kind: fc.constant('number' as const), value: figure, raw: anyText }),
  fc.record({ kind: fc.constant('inferred' as const), value: figure, raw: anyText, proof: anyText }),
  fc.record({
    kind: fc.constant('ambiguous' as const),
    raw: anyText,
    candidates: fc.array(fc.option(fc.nat()), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('illegible' as const), raw: anyText }),
  fc.constant<Reading>({ kind: 'absent' }),
)

/** Line ends and characters that no text file holds are the format's own; -0 is 0. */
const settled = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
const plain = (reading: Reading): unknown =>
  JSON.parse(JSON.stringify(reading), (_, value) => (typeof value === 'string' ? settled(value) : value))

describe('CSV', () => {
  test('写出再读回，每格的种类、数值、单位、原文、说明都不变', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...editionIds),
        fc.array(anyReading, { minLength: 300, maxLength: 300 }),
        (edition, readings) => {
          const report = reportOf(edition, (_, i) => readings[i] as Reading)
          const back = fromCsv(writeCsv(report))
          for (const [key, reading] of Object.entries(report.readings))
            expect(back[key] ?? { kind: 'absent' }, key).toEqual(plain(reading))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('每格一行，有字节序标记，以回车换行结束', () => {
    const csv = writeCsv(numbered('2021'))
    expect(csv.startsWith('\ufeffsection,table,row,column,key,kind,value,unit,raw,note\r\n')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(201)
  })

  test('残缺的 CSV 读不出的就是没有，不补数', () => {
    expect(fromCsv('')).toEqual({})
    expect(fromCsv('key,kind,value\r\na@b,number,\r\nc@d,number,12x\r\n')).toEqual({})
    expect(fromCsv('key,kind,value,raw\r\na@b,number,5,"5')).toEqual({
      'a@b': { kind: 'number', value: 5, raw: '5' },
    })
  })
})

describe('JSON', () => {
  test.each(editionIds)('%s年格式：合乎公布的 JSON Schema，每格都在，次序同表', (edition) => {
    for (const report of [numbered(edition), hostile(edition)]) {
      const json = reportJson(report, check(report), 'a.docx')
      expect(reportSchema.parse(JSON.parse(JSON.stringify(json)))).toEqual(JSON.parse(JSON.stringify(json)))
      expect(json.cells.map(({ key }) => key)).toEqual(cells(tablesOf(report)).map(({ key }) => key))
    }
  })

  test('schema/report.schema.json 与代码一致（改动后用 npx vitest run test/writer -u 重写）', async () => {
    await expect(`${JSON.stringify(jsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../schema/report.schema.json',
    )
  })
})

test('同一份报告写两次，网页、Markdown、CSV、JSON、PDF 的字节相同', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, async (report) => {
      for (const format of ['html', 'md', 'csv', 'json', 'pdf'] as const)
        expect(await write(structuredClone(report), format, { on: '2026-01-20' })).toEqual(
          await write(report, format, { on: '2026-01-20' }),
        )
    }),
    { numRuns: 5 },
  )
})

describe('PDF', () => {
  const said = async (report: Report): Promise<string> =>
    Buffer.from(await write(report, 'pdf', { on: '2026-01-20' })).toString('latin1')

  test.each(editionIds)('%s年格式：合 PDF/A-2b，带标记和文种', async (edition) => {
    const pdf = await said(numbered(edition))
    expect(pdf).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(pdf).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toContain('/Lang (zh-CN)')
  })

  test('有字体里没有的字时仍写得出来，只是不称 PDF/A', async () => {
    const pdf = await said({ ...numbered('2021'), organ: { name: '示范བོད县', kind: null } })
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).not.toContain('pdfaid')
  })
})
