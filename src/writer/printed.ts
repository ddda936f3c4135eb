/** How a reading is printed, and how a report's tables are put together for printing. Every writer starts here. */

import { chineseNumeral } from '../law/chinese-numeral.ts'
import { editions } from '../report/editions/index.ts'
import { type Edition, leaves, type SectionNumber, type Table } from '../report/form.ts'
import { type Box, type Grid, layout } from '../report/layout.ts'
import { type Reading, readingAt } from '../report/reading.ts'
import { type Report, tablesOf } from '../report/report.ts'
import { clean, paragraphs, preambleSentences, sentencesBefore } from './prose.ts'
import { statisticsGrid, statisticsTitle } from './statistics.ts'

/** Exact digits of a figure: never an exponent, never a rounded one. */
export const digits = (value: number): string => {
  const text = String(value)
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!parts) return text
  const [, sign = '', whole = '', fraction = '', exponent] = parts
  const all = whole + fraction
  const point = whole.length + Number(exponent)
  return point <= 0 ? `${sign}0.${'0'.repeat(-point)}${all}` : sign + all.padEnd(point, '0')
}

/**
 * Behind what could not be told, so that nobody, man or program, takes it for a figure. It is one mark and no
 * words: words in a cell would be taken for a caption by those who look for captions. Never before the text:
 * `？ 5031` reads as a figure behind a spoilt space.
 */
const untold = '？'
const untoldNote = '（注：标“？”的格，原文有内容而未能读定，不作数。）'

/**
 * Text of a reading. A figure prints as its digits, with the unit the source printed; what could not be told
 * prints as the source printed it, with a mark. Blank, and what the source does not show, print as nothing.
 */
export const printed = (reading: Reading): string => {
  switch (reading.kind) {
    case 'number':
      return digits(reading.value) + clean(reading.unit ?? '')
    case 'inferred':
      return digits(reading.value)
    case 'dash':
      return clean(reading.raw).trim() || '—'
    case 'ambiguous':
    case 'illegible':
      return `${clean(reading.raw).trim()}${untold}`
    case 'blank':
    case 'absent':
      return ''
  }
}

/** A box of the printed form with what stands in it. */
export interface PrintedBox extends Box {
  readonly reading?: Reading
  /** Row at which the box's own table begins, where a section prints several. */
  readonly top?: number
}

/** What a box prints: its caption, or its reading. */
export const boxText = ({ reading, text }: PrintedBox): string => (reading ? printed(reading) : text)

export interface PrintedGrid extends Grid {
  readonly boxes: readonly PrintedBox[]
  /** Rows at the top that are heads, repeated where a table breaks over pages. */
  readonly headRows: number
  /** Shares of the width that the columns take, where the labels do not tell. */
  readonly shares?: readonly number[]
}

export interface PrintedSection {
  readonly number: SectionNumber | null
  /** 一、总体情况 */
  readonly heading: string
  /** Paragraphs of prose. */
  readonly paragraphs: readonly string[]
  /** The statutory table; null for sections of prose, and where the report has none to print. */
  readonly grid: PrintedGrid | null
  /** Said in place of a table that the report does not have, or under one of which some cells were not read. */
  readonly remark: string | null
}

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
        top: above,
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

const noteOn = ({ boxes }: PrintedGrid): string | null =>
  boxes.some(({ reading }) => reading?.kind === 'ambiguous' || reading?.kind === 'illegible')
    ? untoldNote
    : null

const remarkAbsent = '（原报告未见本表，各数不明，不作零计。）'

/** A report before the uniform form: the sections it has under its own titles, then its statistics. */
const sectionsBefore2019 = (report: Report): readonly PrintedSection[] => {
  const grid = report.statistics ? statisticsGrid(report.statistics) : null
  const own = report.sections.map(({ number, title, text }) => ({
    number,
    heading: `${chineseNumeral(number)}、${clean(title)}`,
    paragraphs: paragraphs(text),
    grid: null,
    remark: null,
  }))
  return grid ? [...own, { number: null, heading: statisticsTitle, paragraphs: [], grid, remark: null }] : own
}

/**
 * The report section by section, in the order and under the titles of its form. A table that the report does not
 * have is not printed: its blanks would look like the report's own.
 */
export const printedSections = (report: Report): readonly PrintedSection[] =>
  report.edition === 'pre2019'
    ? sectionsBefore2019(report)
    : editionOf(report).sections.map(({ number, title, content }) => {
        const grid = content === 'tables' ? gridOf(report, number) : null
        const text = report.sections.find((section) => section.number === number)?.text ?? ''
        return {
          number,
          heading: `${chineseNumeral(number)}、${title}`,
          paragraphs: grid ? sentencesBefore(text, grid.boxes) : paragraphs(text),
          grid,
          remark: grid ? noteOn(grid) : content === 'tables' ? remarkAbsent : null,
        }
      })

/** What a title is made of. */
export type Titled = Pick<Report, 'organ' | 'year'>

/** Most characters of a title on one line: 156 mm at 22 pt. */
const titleLine = 20

/**
 * Title of the report line by line: organ, year, 政府信息公开工作年度报告. One that needs a second line breaks
 * behind the organ, never within a word.
 */
export const printedTitleLines = (report: Titled): readonly string[] => {
  const organ = clean(report.organ?.name ?? '').replace(/\s+/g, ' ')
  const what = `${report.year === null ? '' : `${report.year}年`}政府信息公开工作年度报告`
  return organ.length + what.length > titleLine && organ !== '' ? [organ, what] : [organ + what]
}

/** Title of the report on one line. */
export const printedTitle = (report: Titled): string => printedTitleLines(report).join('')

/** What the report says before its first section, sentence by sentence. */
export const printedPreamble = (report: Report): readonly string[] => preambleSentences(report.preamble ?? '')
