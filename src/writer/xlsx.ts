/**
 * A report as a workbook, one sheet a section table, ready to print on A4. ExcelJS writes it: the other library
 * in the house, @e965/xlsx, writes no borders and no type.
 */

import excel, { type Border, type Cell, type PageSetup, type Workbook, type Worksheet } from 'exceljs'
import { chineseNumeral } from '../law/chinese-numeral.ts'
import type { Report } from '../report/report.ts'
import { alignmentOf, bandColour, columnWidths, labelColumns } from './measures.ts'
import {
  boxText,
  digits,
  type PrintedBox,
  type PrintedGrid,
  type PrintedSection,
  printedPreamble,
  printedSections,
  printedTitle,
} from './printed.ts'

const a4 = 9
/**
 * Widths of columns are counted in digits of the workbook's type. They are wider than on the page of a document:
 * the sheet is scaled to its paper, and a heading of four characters should stay on one line.
 */
const digitsPerMillimetre = 0.8
const leastDigits = 9.5

/** Width of a text in digits of its type: a character of Chinese is about as wide as two. */
const widthIn = (text: string): number => [...text].reduce((all, c) => all + (c < '\u0100' ? 1.05 : 2.15), 0)

/**
 * Widths of a grid's columns. Excel shows a figure that is wider than its column as ####: each is made wide enough for
 * its longest, but for those that have several columns to themselves.
 */
const sheetWidths = (grid: PrintedGrid): readonly number[] =>
  columnWidths(grid).map((millimetres, i) =>
    Math.max(
      leastDigits,
      millimetres * digitsPerMillimetre,
      ...grid.boxes
        .filter((box) => box.column === i && box.colSpan === 1 && box.reading && 'value' in box.reading)
        .map((box) => widthIn(boxText(box)) + 1.5),
    ),
  )

/** Most characters of prose in a cell: a row of Excel is at most 409 points high and would hide what is more. */
const mostCharacters = 800

const face = { name: '宋体', size: 11 }
const line: Partial<Border> = { style: 'thin' }
const border = { top: line, bottom: line, left: line, right: line }

/**
 * Text as a workbook keeps it. It is stored as a string, so that nothing that begins with =, +, - or @ is ever
 * computed; `_x0041_`, which would be read as an escaped character, is escaped itself.
 */
const stored = (text: string): string => text.replace(/_x[0-9A-Fa-f]{4}_/g, '_x005F$&')

/** A plain figure becomes a number shown with exactly its own decimals; everything else that prints is text. */
const fill = (cell: Cell, box: PrintedBox): void => {
  const { reading } = box
  const text = boxText(box)
  const value = reading && 'value' in reading && !('unit' in reading) ? reading.value : undefined
  // A workbook keeps 15 digits; a longer figure is exact only as text.
  if (value !== undefined && Number(value.toPrecision(15)) === value) {
    cell.value = value
    const decimals = digits(value).split('.')[1]?.length ?? 0
    cell.numFmt = decimals > 0 ? `0.${'0'.repeat(Math.min(decimals, 30))}` : '0'
  } else if (text !== '') {
    cell.value = stored(text)
    cell.numFmt = '@'
  }
}

const printed = (orientation: PageSetup['orientation'], height: number): Partial<PageSetup> => ({
  paperSize: a4,
  orientation,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: height,
  horizontalCentered: orientation === 'landscape',
  margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
})

const drawGrid = (sheet: Worksheet, grid: PrintedGrid, top: number): void => {
  const labels = labelColumns(grid)
  sheetWidths(grid).forEach((width, i) => {
    sheet.getColumn(i + 1).width = width
  })
  for (const box of grid.boxes) {
    const [row, column] = [top + box.row, box.column + 1]
    if (box.rowSpan > 1 || box.colSpan > 1)
      sheet.mergeCells(row, column, row + box.rowSpan - 1, column + box.colSpan - 1)
    const cell = sheet.getCell(row, column)
    fill(cell, box)
    cell.font = face
    cell.alignment = { horizontal: alignmentOf(box, labels), vertical: 'middle', wrapText: true }
    for (let r = row; r < row + box.rowSpan; r++)
      for (let c = column; c < column + box.colSpan; c++) sheet.getCell(r, c).border = border
    if (box.kind === 'band')
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${bandColour}` } }
  }
}

/** How many lines a text takes in a room: Excel measures rows by itself, but not where cells are merged. */
const linesOf = (text: string, room: number): number =>
  text.split('\n').reduce((all, words) => all + Math.max(1, Math.ceil(widthIn(words) / (room - 1))), 0)

const linesIn = (grid: PrintedGrid, row: number): number => {
  const widths = sheetWidths(grid)
  return Math.max(
    ...grid.boxes
      .filter((box) => box.row === row && box.rowSpan === 1)
      .map((box) => {
        const room = widths.slice(box.column, box.column + box.colSpan).reduce((a, b) => a + b, 0)
        return linesOf(boxText(box), room)
      }),
    1,
  )
}

/** A paragraph in pieces that a cell can show, broken behind sentences. */
const pieces = (text: string): readonly string[] => {
  if (text.length <= mostCharacters) return [text]
  const end = text.lastIndexOf('。', mostCharacters - 1) + 1 || mostCharacters
  // A character outside the basic plane is two units and stays whole.
  const at = /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end
  return [text.slice(0, at), ...pieces(text.slice(at))]
}

const tableSheet = (book: Workbook, name: string, section: PrintedSection, grid: PrintedGrid): void => {
  const sheet = book.addWorksheet(name, { pageSetup: printed('landscape', 1) })
  const above = [section.heading, ...section.paragraphs.flatMap(pieces)]
  const room = sheetWidths(grid).reduce((all, width) => all + width, 0)
  above.forEach((text, i) => {
    sheet.mergeCells(i + 1, 1, i + 1, grid.columns)
    const cell = sheet.getCell(i + 1, 1)
    cell.value = stored(text)
    cell.font = i === 0 ? { name: '黑体', size: 14 } : face
    cell.alignment = { vertical: 'middle', wrapText: true }
    sheet.getRow(i + 1).height = i === 0 ? 28 : 4 + 15 * linesOf(text, room)
  })
  drawGrid(sheet, grid, above.length + 1)
  for (let r = 0; r < grid.rows; r++) sheet.getRow(above.length + 1 + r).height = 4 + 15 * linesIn(grid, r)
  if (section.remark) {
    const row = above.length + 1 + grid.rows
    sheet.mergeCells(row, 1, row, grid.columns)
    sheet.getCell(row, 1).value = section.remark
    sheet.getCell(row, 1).font = face
  }
}

const proseSheet = (
  book: Workbook,
  name: string,
  opening: readonly string[],
  sections: readonly PrintedSection[],
): void => {
  const sheet = book.addWorksheet(name, { pageSetup: printed('portrait', 0) })
  const room = 76
  sheet.getColumn(1).width = room
  const [title, ...preamble] = opening
  const add = (text: string, font: { name: string; size: number }, horizontal: 'left' | 'center') => {
    for (const piece of pieces(text)) {
      const row = sheet.addRow([stored(piece)])
      row.height = font.size * (0.6 + 1.3 * linesOf(piece, (room * face.size) / font.size))
      row.getCell(1).font = font
      row.getCell(1).alignment = { horizontal, vertical: 'middle', wrapText: true }
    }
  }
  const words = { name: '仿宋_GB2312', size: 12 }
  if (title !== undefined) add(title, { name: '方正小标宋简体', size: 18 }, 'center')
  for (const text of preamble) add(text, words, 'left')
  for (const { heading, paragraphs, remark } of sections) {
    add(heading, { name: '黑体', size: 14 }, 'left')
    for (const text of paragraphs) add(text, words, 'left')
    if (remark) add(remark, words, 'left')
  }
}

/** Names of the sheets with tables; that of the years before 2019 is called what it is. */
const tableSheets: Readonly<Record<number, string>> = { 2: '主动公开', 3: '依申请公开', 4: '复议诉讼' }
/**
 * The whole report as XLSX: sections in order, each table on a sheet of its own, neighbouring sections of prose
 * together on one.
 */
export const writeXlsx = async (report: Report): Promise<Uint8Array> => {
  const book = new excel.Workbook()
  book.title = printedTitle(report)
  book.creator = report.organ?.name ?? ''
  let opening: readonly string[] = [printedTitle(report), ...printedPreamble(report)]
  let run: PrintedSection[] = []
  const flush = () => {
    if (run.length === 0 && opening.length === 0) return
    const numbers = run.map(({ number }) => (number === null ? '' : chineseNumeral(number))).join('、')
    proseSheet(book, `正文${numbers && `（${numbers}）`}`, opening, run)
    opening = []
    run = []
  }
  for (const section of printedSections(report)) {
    if (section.grid) {
      flush()
      tableSheet(book, tableSheets[section.number ?? 0] ?? '统计表', section, section.grid)
    } else run.push(section)
  }
  flush()
  return new Uint8Array(await book.xlsx.writeBuffer())
}
