/**
 * A report as Markdown. Pipe tables cannot merge cells: a heading or label that spans stands in its first place
 * and leaves the others empty.
 */

import type { Report } from '../report/report.ts'
import { type PrintedGrid, printed, printedSections, printedTitle } from './printed.ts'

const escapeCell = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/\|/g, '\\|')
    .replace(/\s*\n\s*/g, ' ')

/** A character that would begin a Markdown block at the head of a paragraph is escaped. */
const escapeParagraph = (text: string): string => text.replace(/^([#>+*|`~=_-]|\d+[.)])/, '\\$1')

const tableMd = (grid: PrintedGrid): string => {
  const rows = Array.from({ length: grid.rows }, () => Array<string>(grid.columns).fill(''))
  for (const box of grid.boxes) {
    const row = rows[box.row]
    if (row) row[box.column] = escapeCell(box.reading ? printed(box.reading) : box.text)
  }
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const [first = [], ...rest] = rows
  return [line(first), `|${' --- |'.repeat(grid.columns)}`, ...rest.map(line)].join('\n')
}

/** The whole report as Markdown. */
export const writeMarkdown = (report: Report): string =>
  [
    `# ${printedTitle(report)}`,
    ...printedSections(report).flatMap(({ heading, paragraphs, grid, remark }) => [
      `## ${heading}`,
      ...paragraphs.map(escapeParagraph),
      ...(grid ? [tableMd(grid)] : []),
      ...(remark ? [remark] : []),
    ]),
  ].join('\n\n') + '\n'
