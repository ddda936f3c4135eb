/**
 * A report as a Word document: the page and type of GB/T 9704-2012, the tables of the form with truly merged
 * cells. Typefaces are given by name, as government machines have them; elsewhere the nearest stands in.
 */

import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Report } from '../report/report.ts'
import { sheet, twip } from './docx-sheet.ts'
import {
  alignmentOf,
  bandColour,
  columnWidths,
  digitWidths,
  figureSize,
  insetOf,
  labelColumns,
  linePitch,
  page,
  textSize,
  textWidth,
} from './measures.ts'
import {
  boxText,
  type PrintedBox,
  type PrintedGrid,
  printedPreamble,
  printedSections,
  printedTitle,
  printedTitleLines,
} from './printed.ts'
import { isSecondHeading } from './prose.ts'

/** One typeface for all scripts, so that figures in the text do not fall back to another. */
const face = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name })
const title = face('方正小标宋简体')
const body = face('仿宋_GB2312')
const heading = face('黑体')
const secondHeading = face('楷体_GB2312')
const table = face('宋体')
const corner = face('楷体')

/** Sizes in half points: 2号, 3号, 4号. */
const size = { title: 44, body: 32, pageNumber: 28 } as const

/** A table of this many rows begins a page, as in the form itself: not every program keeps its rows together. */
const tallTable = 24

const spacing = { line: Math.round(linePitch * 20), lineRule: LineRuleType.EXACT }

const prose = (text: string): Paragraph =>
  new Paragraph({
    spacing,
    alignment: AlignmentType.BOTH,
    indent: { firstLineChars: 200, firstLine: size.body * 20 },
    children: [new TextRun({ text, ...(isSecondHeading(text) && { font: secondHeading }) })],
  })

const border = { style: 'single', size: 4, space: 0, color: 'auto' } as const
const borders = { top: border, bottom: border, left: border, right: border }

const cellOf = (
  box: PrintedBox,
  grid: PrintedGrid,
  widths: readonly number[],
  figures: number,
): TableCell => {
  const margin = twip(insetOf(box, grid))
  const run: IRunOptions = {
    text: boxText(box),
    font: box.kind === 'corner' && labelColumns(grid) > 1 ? corner : table,
    size: 2 * (box.kind === 'cell' ? figures : textSize(grid)),
  }
  const room = widths.slice(box.column, box.column + box.colSpan).reduce((a, b) => a + b, 0)
  return new TableCell({
    rowSpan: box.rowSpan,
    columnSpan: box.colSpan,
    borders,
    margins: { marginUnitType: WidthType.DXA, left: margin, right: margin },
    width: { size: twip(room), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(box.kind === 'band' && { shading: { type: 'clear', color: 'auto', fill: bandColour } }),
    children: [
      new Paragraph({
        alignment:
          alignmentOf(box, labelColumns(grid)) === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
        // Rows that keep with the next bring the whole table onto one page where it fits.
        keepNext: box.row + box.rowSpan < grid.rows,
        children: [new TextRun(run)],
      }),
    ],
  })
}

const tableOf = (grid: PrintedGrid): Table => {
  const widths = columnWidths(grid)
  const figures = figureSize(grid, digitWidths.widest)
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: twip(textWidth), type: WidthType.DXA },
    columnWidths: widths.map(twip),
    rows: Array.from(
      { length: grid.rows },
      (_, r) =>
        new TableRow({
          cantSplit: true,
          tableHeader: r < grid.headRows,
          height: { value: twip(6.2), rule: 'atLeast' },
          children: grid.boxes
            .filter((box) => box.row === r)
            .map((box) => cellOf(box, grid, widths, figures)),
        }),
    ),
  })
}

/** The page number of GB/T 9704: 4号 宋体 between dashes, one character in from the outer edge. */
const footer = (alignment: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: alignment === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: alignment === 'left' ? { left: 280 } : { right: 280 },
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: table, size: size.pageNumber }),
        ],
      }),
    ],
  })

const documentOf = (report: Report): Document => {
  const name = printedTitle(report)
  return new Document({
    title: name,
    creator: report.organ?.name ?? '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: body, size: size.body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        },
        title: {
          run: { font: title, size: size.title },
          paragraph: { alignment: AlignmentType.CENTER },
        },
        heading1: { run: { font: heading, size: size.body, color: '000000' } },
      },
    },
    sections: [
      {
        properties: {
          // The number stands 7 mm below the type area and is 5 mm high.
          page: sheet(page.bottom - 12),
        },
        footers: { default: footer('right'), even: footer('left') },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            spacing: { line: 34 * 20, lineRule: LineRuleType.EXACT, after: spacing.line },
            children: printedTitleLines(report).map(
              (text, i) => new TextRun({ text, ...(i > 0 && { break: 1 }) }),
            ),
          }),
          ...printedPreamble(report).map(prose),
          ...printedSections(report).flatMap(({ heading: text, paragraphs, grid, remark }) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              spacing: { ...spacing, before: 120, after: grid ? 120 : 0 },
              indent: { firstLineChars: 200, firstLine: size.body * 20 },
              keepNext: true,
              pageBreakBefore: grid !== null && grid.rows >= tallTable,
              children: [new TextRun({ text })],
            }),
            ...paragraphs.map(prose),
            ...(grid ? [tableOf(grid)] : []),
            ...(remark ? [prose(remark)] : []),
          ]),
        ],
      },
    ],
  })
}

/** The whole report as DOCX. */
export const writeDocx = async (report: Report): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toArrayBuffer(documentOf(report)))
