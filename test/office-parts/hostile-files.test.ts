/** Files damaged at random: an inspection ends, in bounds, with findings or with an error that becomes a refusal. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspect } from '../../src/office/attachments/inspect.ts'
import { look } from '../../src/office/attachments/look.ts'
import { makeZip } from '../formats/make-zip.ts'
import {
  cell,
  makeDocx,
  makeExif,
  makeJpeg,
  makePng,
  makeTextPdf,
  makeXlsx,
  paragraph,
  row,
} from './made-files.ts'

const files: Readonly<Record<string, Uint8Array>> = {
  docx: makeDocx(paragraph('13812345678')),
  xlsx: makeXlsx([{ rows: row(1, cell('A1', '13812345678')) }]),
  zip: makeZip({ 'a.txt': '13812345678', 'b.zip': makeZip({ 'c.txt': 'x' }) }),
  jpeg: makeJpeg(makeExif({ gps: true, caption: '13812345678', thumbnail: true })),
  png: makePng([['tEXt', Buffer.from('Comment\0x')]]),
  pdf: makeTextPdf('BT /F 12 Tf 100 700 Td (13812345678) Tj ET'),
  rtf: Buffer.from("{\\rtf1 {\\info{\\author A}} \\'ca\\'d6 13812345678\\par}"),
}

const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 })

describe('damaged at random', () => {
  test.each(Object.entries(files))('%s', async (kind, whole) => {
    await fc.assert(
      fc.asyncProperty(flips, fc.nat(), fc.boolean(), async (changes, cut, cuts) => {
        const bytes = Uint8Array.from(cuts ? whole.subarray(0, cut % whole.length) : whole)
        for (const [place, value] of changes) if (bytes.length > 0) bytes[place % bytes.length] = value
        const found = await look(bytes, `a.${kind}`).catch((error: unknown) => error)
        if (found instanceof Error) return
        expect(found).toHaveProperty('hidden')
        expect(JSON.stringify(found)).not.toContain('13812345678')
      }),
      { numRuns: kind === 'pdf' ? 25 : 80 },
    )
  })

  test('XML that is nested or endless costs its length', async () => {
    const deep = await inspect(makeDocx('<w:p>'.repeat(60_000)), 'a.docx')
    expect(deep.refused?.reason).toBe('damaged')
    const started = process.cpuUsage()
    const wide = makeXlsx([{ rows: row(1, '<c r="A1"><v>1</v></c>'.repeat(100_000)) }])
    await look(wide, 'a.xlsx')
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(15_000)
  })

  test('entities of a DTD are not expanded', async () => {
    const dtd = '<!DOCTYPE x [<!ENTITY a "13812345678"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    const file = makeZip({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `${dtd}<w:document xmlns:w="w"><w:body>${paragraph('&a;&b;')}</w:body></w:document>`,
    })
    expect((await look(file, 'a.docx')).personal).toEqual([])
  })
})
