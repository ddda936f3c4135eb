/** How a reading is printed, and how a report's tables are put together for printing. Every writer starts here. */

import { editions } from '../report/editions/index.ts'
import { type Edition, leaves, type SectionNumber, type Table } from '../report/form.ts'
import { type Box, type Grid, layout } from '../report/layout.ts'
import { type Reading, readingAt } from '../report/reading.ts'
import { type Report, type SectionText, tablesOf } from '../report/report.ts'

/** Exact digits of a figure: never an exponent, never a rounded one. */
export const digits = (value: number): string => {
  const text = String(value)
  return /e/i.test(text) ? BigInt(Math.round(value)).toString() : text
}

/**
 * Text of a reading. A figure prints as its digits, with the unit the source printed; what could not be told
 * prints as the source printed it. Blank, and what the source does not show, print as nothing.
 */
export const printed = (reading: Reading): string => {
  switch (reading.kind) {
    case 'number':
      return digits(reading.value) + (reading.unit ?? '')
    case 'inferred':
      return digits(reading.value)
    case 'dash':
      return reading.raw.trim() || '—'
    case 'ambiguous':
    case 'illegible':
      return `${reading.raw.trim()}（未能读定）`
    case 'blank':
    case 'absent':
      return ''
  }
}

/** A box of the printed form with what stands in it. */
export interface PrintedBox extends Box {
  readonly reading?: Reading
}

export interface PrintedGrid extends Grid {
  readonly boxes: readonly PrintedBox[]
  /** Rows at the top that are heads, repeated where a table breaks over pages. */
  readonly headRows: number
}

export interface PrintedSection {
  readonly number: SectionNumber
  /** 一、总体情况 */
  readonly heading: string
  /** Paragraphs of prose. */
  readonly paragraphs: readonly string[]
  /** The statutory table; null for sections of prose, and where the report has none to print. */
  readonly grid: PrintedGrid | null
  /** Said in place of a table that the report does not have. */
  readonly remark: string | null
}

const ordinals = '一二三四五六'

const editionOf = (report: Report): Edition => editions[report.edition === '2019' ? '2019' : '2021']

/** True where the source showed any cell of the table. */
const isShown = (report: Report, table: Table): boolean => report.forms[table.key] !== undefined

const gridOf = (report: Report, number: SectionNumber): PrintedGrid | null => {
  const tables = tablesOf(report).filter((table) => table.section === number && isShown(report, table))
  if (tables.length === 0) return null
  const room = Math.max(...tables.map((table) => leaves(table.columns).length))
  let above = 0
  const boxes: PrintedBox[] = []
  for (const table of tables) {
    const grid = layout(table, room)
    for (const box of grid.boxes)
      boxes.push({
        ...box,
        row: box.row + above,
        ...(box.key !== undefined && { reading: readingAt(report.readings, box.key) }),
      })
    above += grid.rows
  }
  const firstCell = boxes.find((box) => box.kind === 'cell' || box.kind === 'label')
  return {
    rows: above,
    columns: Math.max(...boxes.map((box) => box.column + box.colSpan)),
    boxes,
    headRows: tables.length === 1 ? (firstCell?.row ?? 0) : 0,
  }
}

/** Prose of a section, paragraph by paragraph. Sections of tables have prose only where the source delimits it. */
const paragraphsOf = (section: SectionText | undefined, hasTable: boolean): readonly string[] =>
  section === undefined || hasTable
    ? []
    : section.text
        .split(/\n+/)
        .map((text) => text.trim())
        .filter((text) => text !== '')

/** The report section by section, in the order and under the titles of its form. */
export const printedSections = (report: Report): readonly PrintedSection[] =>
  editionOf(report).sections.map(({ number, title, content }) => {
    const grid = content === 'tables' ? gridOf(report, number) : null
    return {
      number,
      heading: `${ordinals[number - 1]}、${title}`,
      paragraphs: paragraphsOf(
        report.sections.find((section) => section.number === number),
        content === 'tables',
      ),
      grid,
      remark: content === 'tables' && !grid ? '（原报告未见本表，各数不明，不作零计。）' : null,
    }
  })

/** Title of the report as printed: organ, year, 政府信息公开工作年度报告. */
export const printedTitle = (report: Report): string =>
  `${report.organ?.name ?? ''}${report.year === null ? '' : `${report.year}年`}政府信息公开工作年度报告`
