/**
 * A report as Markdown. Pipe tables cannot merge cells: a heading that spans stands in its first place, a label in
 * the one next to the figures, and the others stay empty.
 */

import type { Report } from '../report/report.ts'
import { boxText, type PrintedGrid, printedPreamble, printedSections, printedTitle } from './printed.ts'

/** Characters that Markdown or HTML gives a meaning to, anywhere in a line. */
const escapeText = (text: string): string => text.replace(/[\\`*_[\]<&~|]/g, '\\$&')

/** At the head of a paragraph more characters begin something: a heading, a list, a quotation, a rule. */
const escapeParagraph = (text: string): string =>
  escapeText(text)
    .replace(/^[#>+=-]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/\s*\n\s*/g, ' ')

/** A lone mark, as a dash or an asterisk for nothing, needs no escape and is kept as it stands. */
const escapeCell = (text: string): string =>
  /^[^|\\`<&]$/.test(text) ? text : escapeText(text).replace(/\s*\n\s*/g, ' ')

const tableMd = (grid: PrintedGrid): string => {
  const rows = Array.from({ length: grid.rows }, () => Array<string>(grid.columns).fill(''))
  for (const box of grid.boxes) {
    const row = rows[box.row]
    // A label stands next to the figures: empty cells between the two would be taken for empty figures.
    const column = box.kind === 'label' ? box.column + box.colSpan - 1 : box.column
    if (row) row[column] = escapeCell(boxText(box))
  }
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const [first = [], ...rest] = rows
  return [line(first), `|${' --- |'.repeat(grid.columns)}`, ...rest.map(line)].join('\n')
}

/** The whole report as Markdown. */
export const writeMarkdown = (report: Report): string => {
  const blocks = [
    `# ${escapeText(printedTitle(report))}`,
    ...printedPreamble(report).map(escapeParagraph),
    ...printedSections(report).flatMap(({ heading, paragraphs, grid, remark }) => [
      `## ${escapeText(heading)}`,
      ...paragraphs.map(escapeParagraph),
      ...(grid ? [tableMd(grid)] : []),
      ...(remark ? [remark] : []),
    ]),
  ]
  return `${blocks.join('\n\n')}\n`
}
