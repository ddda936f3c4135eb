/**
 * A report as a workbook, one sheet a section table, ready to print on A4. ExcelJS writes it: the other library
 * in the house, @e965/xlsx, writes no borders and no type.
 */

import excel, { type Border, type Cell, type PageSetup, type Workbook, type Worksheet } from 'exceljs'
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
/** Widths of columns are counted in digits of the workbook's type, about 2 mm each. */
const digitsPerMillimetre = 0.62
/** Most characters a cell holds, by the limits of Excel. */
const mostCharacters = 32_000

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
  horizontalCentered: true,
  margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
})

const drawGrid = (sheet: Worksheet, grid: PrintedGrid, top: number): void => {
  const labels = labelColumns(grid)
  columnWidths(grid).forEach((width, i) => {
    sheet.getColumn(i + 1).width = Math.max(5.5, width * digitsPerMillimetre)
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

/** How many lines the text of a row takes: Excel measures it by itself, but not where cells are merged. */
const linesIn = (grid: PrintedGrid, row: number): number => {
  const widths = columnWidths(grid)
  return Math.max(
    1,
    ...grid.boxes
      .filter((box) => box.row === row && box.rowSpan === 1)
      .map((box) => {
        const room = widths.slice(box.column, box.column + box.colSpan).reduce((a, b) => a + b, 0)
        return Math.ceil((boxText(box).length * 3.9) / Math.max(room * 1.1 - 2, 4))
      }),
  )
}

const tableSheet = (book: Workbook, name: string, section: PrintedSection, grid: PrintedGrid): void => {
  const sheet = book.addWorksheet(name, { pageSetup: printed('landscape', 1) })
  const above = [section.heading, ...section.paragraphs]
  above.forEach((text, i) => {
    sheet.mergeCells(i + 1, 1, i + 1, grid.columns)
    const cell = sheet.getCell(i + 1, 1)
    cell.value = stored(text.slice(0, mostCharacters))
    cell.font = i === 0 ? { name: '黑体', size: 14 } : face
    cell.alignment = { vertical: 'middle', wrapText: true }
    sheet.getRow(i + 1).height = i === 0 ? 28 : 16 * Math.ceil(text.length / 40)
  })
  drawGrid(sheet, grid, above.length + 1)
  for (let r = 0; r < grid.rows; r++) sheet.getRow(above.length + 1 + r).height = 4 + 15 * linesIn(grid, r)
}

const proseSheet = (
  book: Workbook,
  name: string,
  opening: readonly string[],
  sections: readonly PrintedSection[],
): void => {
  const sheet = book.addWorksheet(name, { pageSetup: printed('portrait', 0) })
  sheet.getColumn(1).width = 88
  const [title, ...preamble] = opening
  const add = (text: string, font: Cell['font'], horizontal: 'left' | 'center', indent: number) => {
    for (let from = 0; from < Math.max(1, text.length); from += mostCharacters) {
      const cell = sheet.addRow([stored(text.slice(from, from + mostCharacters))]).getCell(1)
      cell.font = font
      cell.alignment = { horizontal, vertical: 'middle', wrapText: true, indent }
    }
  }
  if (title !== undefined) add(title, { name: '方正小标宋简体', size: 18 }, 'center', 0)
  const words = { name: '仿宋_GB2312', size: 12 }
  for (const text of preamble) add(text, words, 'left', 1)
  for (const { heading, paragraphs, remark } of sections) {
    add(heading, { name: '黑体', size: 14 }, 'left', 0)
    for (const text of paragraphs) add(text, words, 'left', 1)
    if (remark) add(remark, words, 'left', 1)
  }
}

/** Names of the sheets with tables; that of the years before 2019 is called what it is. */
const tableSheets: Readonly<Record<number, string>> = { 2: '主动公开', 3: '依申请公开', 4: '复议诉讼' }
const ordinals = '一二三四五六'

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
    const numbers = run.map(({ number }) => (number === null ? '' : ordinals[number - 1])).join('、')
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
