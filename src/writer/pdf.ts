/** A report as PDF/A-2b, tagged, set by Typst. */

import { type Day, dayOf, partsOf } from '../law/day.ts'
import type { Report } from '../report/report.ts'
import {
  alignmentOf,
  bandColour,
  columnWidths,
  digitWidths,
  figureSize,
  insetOf,
  labelColumns,
  textSize,
} from './measures.ts'
import { press } from './press.ts'
import {
  boxText,
  type PrintedGrid,
  printedPreamble,
  printedSections,
  printedTitle,
  printedTitleLines,
} from './printed.ts'
import { isSecondHeading } from './prose.ts'

const gridData = (grid: PrintedGrid) => {
  const figures = figureSize(grid, digitWidths.notoSerif)
  const text = textSize(grid)
  return {
    rows: grid.rows,
    headRows: grid.headRows,
    widths: columnWidths(grid),
    band: bandColour,
    boxes: grid.boxes.map((box) => ({
      row: box.row,
      column: box.column,
      rowSpan: box.rowSpan,
      colSpan: box.colSpan,
      text: boxText(box),
      size: box.kind === 'cell' ? figures : text,
      inset: insetOf(box, grid),
      align: alignmentOf(box, labelColumns(grid)),
      shaded: box.kind === 'band',
    })),
  }
}

/** What `report.typ` prints. */
const dataOf = (report: Report, on: Day) => ({
  on: partsOf(on),
  title: printedTitle(report),
  titleLines: printedTitleLines(report),
  author: report.organ ? [report.organ.name.toWellFormed()] : [],
  preamble: printedPreamble(report),
  sections: printedSections(report).map(({ heading, paragraphs, grid, remark }) => ({
    heading,
    paragraphs: paragraphs.map((text) => ({ text, second: isSecondHeading(text) })),
    grid: grid && gridData(grid),
    remark,
  })),
})

const toPdf = press({ template: 'report.typ', input: 'report', fontPaths: [] })

const today = (): Day => {
  const now = new Date()
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

/**
 * The whole report as PDF. One is set at a time; others wait.
 *
 * @param on the day the document bears, which PDF/A asks for; the bytes are the same for the same report and day
 */
export const writePdf = (report: Report, on: Day = today()): Promise<Uint8Array> => toPdf(dataOf(report, on))
