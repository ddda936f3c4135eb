/** A report as a web page of its own: accessible, printable, without script. */

import type { Report } from '../report/report.ts'
import { type PrintedBox, type PrintedGrid, printed, printedSections, printedTitle } from './printed.ts'

/** Text made safe for HTML content and attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

const note = ({ reading }: PrintedBox): string => {
  if (reading?.kind === 'inferred') return ` title="${escapeHtml(`推算：${reading.proof}`)}" class="inferred"`
  return reading?.kind === 'ambiguous' || reading?.kind === 'illegible' ? ' class="unread"' : ''
}

const cellHtml = (box: PrintedBox): string => {
  const { kind, rowSpan, colSpan, reading } = box
  const span = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`
  if (kind === 'cell') return `<td${span}${note(box)}>${escapeHtml(reading ? printed(reading) : '')}</td>`
  const scope = kind === 'label' ? (rowSpan > 1 ? 'rowgroup' : 'row') : colSpan > 1 ? 'colgroup' : 'col'
  return `<th scope="${scope}"${span}>${escapeHtml(box.text)}</th>`
}

/** A section's table; `caption` names it for those who hear it. */
export const tableHtml = (grid: PrintedGrid, caption: string): string => {
  const row = (r: number) =>
    `<tr>${grid.boxes
      .filter((box) => box.row === r)
      .map(cellHtml)
      .join('')}</tr>`
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => row(from + i)).join('\n')
  const head = grid.headRows > 0 ? `<thead>\n${rows(0, grid.headRows)}\n</thead>\n` : ''
  return `<table>\n<caption>${escapeHtml(caption)}</caption>\n${head}<tbody>\n${rows(grid.headRows, grid.rows)}\n</tbody>\n</table>`
}

const style = `
:root{color-scheme:light;--ink:#1a1a1a;--line:#555;--soft:#f4f4f2}
body{margin:0 auto;max-width:60rem;padding:2rem 1rem;color:var(--ink);background:#fff;
 font:1rem/1.9 "FangSong","STFangsong","Noto Serif SC","Songti SC",SimSun,serif}
h1{font:bold 1.6rem/1.6 "Noto Serif SC","STZhongsong",SimSun,serif;text-align:center;margin:0 0 2rem}
h2{font:bold 1.1rem/2 "Noto Sans SC","PingFang SC","Microsoft YaHei",SimHei,sans-serif;margin:1.6rem 0 .4rem}
p{margin:0;text-indent:2em;text-align:justify}
.table{overflow-x:auto;margin:.6rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.5}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{border:1px solid var(--line);padding:.25rem .4rem;text-align:center;font-weight:normal;vertical-align:middle}
td{font-variant-numeric:tabular-nums;min-width:2.4em}
th{background:var(--soft)}
th[scope=row]{text-align:left}
.inferred{border-style:dashed}
.unread{background:#fff3d6}
@media print{@page{size:A4;margin:2cm 1.8cm}body{max-width:none;padding:0;font-size:12pt}
 th{background:none}tr{break-inside:avoid}.table{overflow:visible}h2{break-after:avoid}}
`

/** The whole report as one HTML document. */
export const writeHtml = (report: Report): string => {
  const title = escapeHtml(printedTitle(report))
  const body = printedSections(report).map(({ heading, paragraphs, grid, remark }) =>
    [
      `<h2>${escapeHtml(heading)}</h2>`,
      ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
      ...(grid
        ? [
            `<div class="table" role="region" aria-label="${escapeHtml(heading)}" tabindex="0">${tableHtml(grid, heading)}</div>`,
          ]
        : []),
      ...(remark ? [`<p>${remark}</p>`] : []),
    ].join('\n'),
  )
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body.join('\n')}
</main>
</body>
</html>
`
}
