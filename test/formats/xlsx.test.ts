import { utils, write } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { open } from '../../src/reader/formats/open.ts'
import { shown } from './show.ts'

const first = async (bytes: Uint8Array) => (await open(bytes, '年报.xlsx'))[0]!.result

test('merged cells, exact numbers, dates, formulas, and a hidden sheet', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('年报')
  sheet.addRow(['第二十条第（一）项', null, null])
  sheet.addRow(['规章', 128.56, 0.1 + 0.2])
  sheet.addRow(['许可', { formula: 'B2*2', result: 257.12 }, new Date(Date.UTC(2024, 0, 31))])
  sheet.addRow(['处罚', null, 0.125])
  sheet.addRow(['收费', ' 7,545 ', { richText: [{ text: '万' }, { text: '元' }] }])
  sheet.mergeCells('A1:C1')
  sheet.getCell('C3').numFmt = 'yyyy-mm-dd'
  sheet.getCell('C4').numFmt = '0.0%'
  sheet.getCell('B2').numFmt = '0'
  book.addWorksheet('草稿', { state: 'hidden' }).addRow(['旧', 1])
  const result = await first(Buffer.from(await book.xlsx.writeBuffer()))
  expect(shown(result)).toEqual([
    [
      [['第二十条第（一）项', 1, 3]],
      ['规章', '128.56', '0.3'],
      ['许可', '257.12', '2024-01-31'],
      ['处罚', '', '12.5%'],
      ['收费', '7,545', '万元'],
    ],
  ])
  expect(result).toMatchObject({
    format: 'xlsx',
    notices: [{ code: 'hidden-sheet' }],
    blocks: [{ place: { sheet: '年报', table: 1 } }],
  })
})

test('a used range that does not begin at A1 keeps its own rows and columns in places', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('表').getCell('C5').value = 7
  const result = await first(Buffer.from(await book.xlsx.writeBuffer()))
  expect(result).toMatchObject({
    blocks: [{ rows: 1, columns: 1, cells: [{ text: '7', row: 0, place: { row: 5, column: 3 } }] }],
  })
})

test('the older XLS', async () => {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['规章', 3],
      ['许可', 0],
    ]),
    '表',
  )
  const bytes = write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array
  expect(shown(await first(bytes))).toEqual([
    [
      ['规章', '3'],
      ['许可', '0'],
    ],
  ])
})

test('an empty workbook is refused', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('表')
  expect(await first(Buffer.from(await book.xlsx.writeBuffer()))).toMatchObject({ code: 'empty' })
})
