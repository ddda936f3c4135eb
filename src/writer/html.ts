/** A report as a web page of its own: accessible, printable, without script. */

import type { Report } from '../report/report.ts'
import {
  boxText,
  type PrintedBox,
  type PrintedGrid,
  printedPreamble,
  printedSections,
  printedTitleLines,
} from './printed.ts'

/** Text made safe for HTML content and attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

const note = ({ reading }: PrintedBox): string => {
  if (reading?.kind === 'inferred') return ` title="${escapeHtml(`推算：${reading.proof}`)}" class="inferred"`
  return reading?.kind === 'ambiguous' || reading?.kind === 'illegible' ? ' class="unread"' : ''
}

const idOf = (prefix: string, { row, column }: PrintedBox): string => `${prefix}-r${row}c${column}`

/**
 * The heads that speak for a box: those of its own table above it and the labels beside it. A section's table is
 * several tables printed as one, which scope alone cannot tell a screen reader.
 */
const headersOf = (box: PrintedBox, grid: PrintedGrid, prefix: string): string =>
  grid.boxes
    .filter((other) =>
      other.kind === 'label'
        ? other.row <= box.row && box.row < other.row + other.rowSpan
        : (other.kind === 'head' || other.kind === 'band') &&
          other.top === box.top &&
          other.column <= box.column &&
          box.column < other.column + other.colSpan,
    )
    .map((other) => idOf(prefix, other))
    .join(' ')

const cellHtml = (box: PrintedBox, grid: PrintedGrid, prefix: string): string => {
  const { kind, rowSpan, colSpan } = box
  const span = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`
  const text = escapeHtml(boxText(box))
  if (kind === 'cell') return `<td${span} headers="${headersOf(box, grid, prefix)}"${note(box)}>${text}</td>`
  if (kind === 'corner') return `<td${span} class="corner">${text}</td>`
  const scope = kind === 'label' ? (rowSpan > 1 ? 'rowgroup' : 'row') : colSpan > 1 ? 'colgroup' : 'col'
  const band = kind === 'band' ? ' class="band"' : ''
  return `<th id="${idOf(prefix, box)}" scope="${scope}"${span}${band}>${text}</th>`
}

/**
 * A section's table as a fragment for any page.
 *
 * @param caption names the table for those who hear it
 * @param prefix begins the ids of the heads; different for every table on a page
 */
export const tableHtml = (grid: PrintedGrid, caption: string, prefix: string): string => {
  const row = (r: number) =>
    `<tr>${grid.boxes
      .filter((box) => box.row === r)
      .map((box) => cellHtml(box, grid, prefix))
      .join('')}</tr>`
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => row(from + i)).join('\n')
  const head = grid.headRows > 0 ? `<thead>\n${rows(0, grid.headRows)}\n</thead>\n` : ''
  return `<table>\n<caption>${escapeHtml(caption)}</caption>\n${head}<tbody>\n${rows(grid.headRows, grid.rows)}\n</tbody>\n</table>`
}

const style = `
:root{color-scheme:light;--ink:#1a1a1a;--line:#666;--soft:#f6f5f2;--band:#e3ecf7}
body{margin:0 auto;max-width:56rem;padding:2.5rem 1.25rem;color:var(--ink);background:#fff;
 font:1.0625rem/1.9 "FangSong","STFangsong","Noto Serif SC","Noto Serif CJK SC","Songti SC",SimSun,serif}
h1{font:bold 1.7rem/1.55 "Noto Serif SC","Noto Serif CJK SC","STZhongsong",SimSun,serif;text-align:center;
 margin:0 0 2rem;overflow-wrap:anywhere}
h1 span{display:block}
h2{font:bold 1.125rem/2 "Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",SimHei,sans-serif;
 margin:1.8rem 0 .4rem}
p{margin:0;text-indent:2em;text-align:justify;overflow-wrap:anywhere}
.table{overflow-x:auto;margin:.6rem 0}
.table:focus-visible{outline:3px solid #1d5fa8;outline-offset:2px}
table{border-collapse:collapse;width:100%;font:.875rem/1.5 "Noto Sans SC","Noto Sans CJK SC","PingFang SC",
 "Microsoft YaHei",SimSun,sans-serif}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{border:1px solid var(--line);padding:.3rem .4rem;text-align:center;font-weight:normal;vertical-align:middle}
td{font-variant-numeric:tabular-nums;min-width:2.4em}
th{background:var(--soft);text-wrap:balance}
th.band{background:var(--band);text-align:left}
th[scope=row]{text-align:left}
th[scope=rowgroup]{min-width:3em}
td.corner{background:var(--soft);min-width:8em;text-wrap:balance}
.inferred{text-decoration:underline dashed #6b4fa0;text-underline-offset:.25em}
.unread{background:#fff3d6}
@media print{@page{size:A4;margin:37mm 26mm 35mm 28mm}body{max-width:none;padding:0;font-size:12pt}
 table{font-size:8pt}th,td{padding:.15rem .2rem}td{min-width:0}td.corner,th[scope=rowgroup]{min-width:0}
 tr{break-inside:avoid}.table{overflow:visible;break-inside:avoid}h2{break-after:avoid}
 th,td.corner{background:none}th[scope=row]{text-wrap:wrap}}
`

/** The whole report as one HTML document. */
export const writeHtml = (report: Report): string => {
  const lines = printedTitleLines(report).map(escapeHtml)
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`
  const body = printedSections(report).flatMap(({ heading, paragraphs, grid, remark }, i) => [
    `<h2>${escapeHtml(heading)}</h2>`,
    ...paragraphs.map(paragraph),
    ...(grid
      ? [
          `<div class="table" role="region" aria-label="${escapeHtml(heading)}" tabindex="0">${tableHtml(grid, heading, `t${i + 1}`)}</div>`,
        ]
      : []),
    ...(remark ? [paragraph(remark)] : []),
  ])
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${lines.join('')}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${lines.map((line) => (lines.length > 1 ? `<span>${line}</span>` : line)).join('')}</h1>
${[...printedPreamble(report).map(paragraph), ...body].join('\n')}
</main>
</body>
</html>
`
}
