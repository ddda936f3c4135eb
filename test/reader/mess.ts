/**
 * Reports with known figures, printed in every shape that published reports come in. The figures are consistent,
 * so that what is read can be held against what was meant; the shapes are as bad as the real ones.
 */

import * as fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { editions } from '../../src/report/editions/index.ts'
import { cells, type Edition, type EditionId, leaves, type Table } from '../../src/report/form.ts'
import { type Grid, sectionLayout } from '../../src/report/layout.ts'

/** Printed text of each cell, by key: a figure, a dash, or '' for an empty cell. */
export type Printed = Readonly<Record<string, string>>

const toTraditional = Converter({ from: 'cn', to: 'tw' })

/** Figures of a table of requests that satisfy all its relations. */
const requestFigures = (table: Table, draw: (max: number) => number): Record<string, number> => {
  const rows = leaves(table.rows)
  const columns = leaves(table.columns).filter(({ node }) => node.kind === 'item')
  const outcomes = rows.filter(({ path, node }) => path.startsWith('outcome.') && node.kind === 'item')
  const found: Record<string, number> = {}
  for (const { path: column } of columns) {
    const at = (row: string) => `requests/${row}@${column}`
    let total = 0
    for (const { path } of outcomes) {
      const n = draw(3) === 0 ? draw(column === 'natural' ? 400 : 30) : 0
      found[at(path)] = n
      total += n
    }
    const out = draw(4) === 0 ? draw(20) : 0
    const before = Math.min(total + out, draw(3) === 0 ? draw(10) : 0)
    found[at('outcome.total')] = total
    found[at('carriedOut')] = out
    found[at('carriedIn')] = before
    found[at('received')] = total + out - before
  }
  for (const { path } of rows)
    found[`requests/${path}@total`] = columns.reduce(
      (n, { path: c }) => n + found[`requests/${path}@${c}`]!,
      0,
    )
  return found
}

const disputeFigures = (draw: (max: number) => number): Record<string, number> => {
  const found: Record<string, number> = {}
  for (const kind of ['reconsideration', 'litigation.direct', 'litigation.afterReconsideration']) {
    const parts = ['upheld', 'corrected', 'other', 'pending'].map((result) => {
      const n = draw(2) === 0 ? draw(40) : 0
      found[`disputes/cases@${kind}.${result}`] = n
      return n
    })
    found[`disputes/cases@${kind}.total`] = parts.reduce((a, b) => a + b, 0)
  }
  return found
}

/** Random consistent figures of an edition. */
export const figures = (id: EditionId): fc.Arbitrary<Readonly<Record<string, number>>> =>
  fc.infiniteStream(fc.nat({ max: 1_000_000 })).map((stream) => {
    const draw = (max: number): number => (stream.next().value as number) % max
    const { tables } = editions[id] as Edition
    const found: Record<string, number> = {}
    for (const cell of cells(tables.filter((table) => table.section === 2)))
      found[cell.key] = cell.value === 'money' ? draw(100_000) / 100 : draw(3) === 0 ? draw(5000) : 0
    for (const table of tables) {
      if (table.key === 'requests') Object.assign(found, requestFigures(table, draw))
      if (table.key === 'disputes') Object.assign(found, disputeFigures(draw))
    }
    return found
  })

/** How zeros are printed. */
export type Zero = '0' | '' | '/' | '—'

export const print = (values: Readonly<Record<string, number>>, zero: Zero): Printed =>
  Object.fromEntries(Object.entries(values).map(([key, n]) => [key, n === 0 ? zero : String(n)]))

export interface Style {
  readonly halfWidth: boolean
  readonly traditional: boolean
  /** Exchange one character of every caption of at least eight. */
  readonly typos: boolean
}

export const styles: fc.Arbitrary<Style> = fc.record({
  halfWidth: fc.boolean(),
  traditional: fc.boolean(),
  typos: fc.boolean(),
})

const captionIn = (text: string, { halfWidth, typos }: Style): string => {
  const wrong = typos && text.length >= 8 ? `${text.slice(0, 5)}某${text.slice(6)}` : text
  return halfWidth ? wrong.replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':') : wrong
}

const ordinals = '一二三四五六'

/** A whole report: each section's title and its grid or a sentence, put together by `join`. */
const report = (
  edition: Edition,
  style: Style,
  table: (grid: Grid) => string,
  paragraph: (text: string) => string,
): string => {
  const parts = edition.sections.map((section, i) => {
    const grid = sectionLayout(edition, section.number)
    const title = paragraph(`${ordinals[i]}、${section.title}`)
    return title + (grid ? table(grid) : paragraph('本机关依法公开政府信息，各项工作有序开展。'))
  })
  const whole = paragraph('示范县水务局2022年政府信息公开工作年度报告') + parts.join('')
  return style.traditional ? toTraditional(whole) : whole
}

const rowsOf = (grid: Grid) =>
  Array.from({ length: grid.rows }, (_, r) => grid.boxes.filter((box) => box.row === r))

const textOf = (box: Grid['boxes'][number], printed: Printed, style: Style): string =>
  box.key === undefined ? captionIn(box.text, style) : (printed[box.key] ?? '')

export type Spans = 'right' | 'none' | 'lying'

/** A web page; `split` makes every row a table of its own. */
export const asHtml = (
  edition: Edition,
  printed: Printed,
  style: Style,
  spans: Spans,
  split: boolean,
  divs: boolean,
): string => {
  const cell = divs ? 'div style="display:table-cell"' : 'td'
  const end = divs ? 'div' : 'td'
  const row = divs ? ['<div style="display:table-row">', '</div>'] : ['<tr>', '</tr>']
  const table = divs ? ['<div style="display:table">', '</div>'] : ['<table>', '</table>']
  const span = (rowSpan: number, colSpan: number, label: boolean) =>
    divs || spans === 'none'
      ? ''
      : ` rowspan="${spans === 'lying' && label ? rowSpan + 1 : rowSpan}" colspan="${colSpan}"`
  const body = report(
    edition,
    style,
    (grid) =>
      table[0] +
      rowsOf(grid)
        .map(
          (boxes, r) =>
            (split && r > 0 ? table[1]! + table[0]! : '') +
            row[0] +
            boxes
              .map(
                (box) =>
                  `<${cell}${span(box.rowSpan, box.colSpan, box.kind === 'label')}>${textOf(box, printed, style)}</${end}>`,
              )
              .join('') +
            row[1],
        )
        .join('') +
      table[1],
    (text) => `<p>${text}</p>`,
  )
  return `<!doctype html><html><head><meta charset="utf-8"><title>示范县</title></head><body>${body}</body></html>`
}

/** One line a row, cells between pipes, empty cells kept. */
export const asPipes = (edition: Edition, printed: Printed, style: Style): string =>
  report(
    edition,
    style,
    (grid) =>
      rowsOf(grid)
        .map((boxes) => `| ${boxes.map((box) => textOf(box, printed, style)).join(' | ')} |\n`)
        .join(''),
    (text) => `${text}\n`,
  )

/** One line a row, a tab before every cell but the first. */
export const asTabs = (edition: Edition, printed: Printed, style: Style): string =>
  report(
    edition,
    style,
    (grid) =>
      rowsOf(grid)
        .map((boxes) => `${boxes.map((box) => textOf(box, printed, style)).join('\t')}\n`)
        .join(''),
    (text) => `${text}\n`,
  )

/** One line a row with single spaces, page numbers and the heads of the table again every eight rows. */
export const asPages = (edition: Edition, printed: Printed, style: Style): string => {
  let page = 0
  return report(
    edition,
    style,
    (grid) => {
      const lines = rowsOf(grid).map((boxes) => boxes.map((box) => textOf(box, printed, style)).join(' '))
      const first = grid.boxes.find((box) => box.kind === 'cell')?.row ?? 0
      const heads = lines.slice(0, first)
      return lines
        .flatMap((line, i) => (i > first && i % 8 === 0 ? [`- ${++page} -`, ...heads, line] : [line]))
        .map((line) => `${line}\n`)
        .join('')
    },
    (text) => `${text}\n`,
  )
}

/** Pipes as some extractions leave them: empty cells dropped and the line filled up at its end. */
export const asCollapsedPipes = (edition: Edition, printed: Printed, style: Style): string =>
  report(
    edition,
    style,
    (grid) =>
      rowsOf(grid)
        .map((boxes) => {
          const full = boxes.map((box) => textOf(box, printed, style)).filter((text) => text !== '')
          return `${full.join(' | ')} |${'|'.repeat(Math.max(0, grid.columns - full.length))}\n`
        })
        .join(''),
    (text) => `${text}\n`,
  )

/** One cell a line; an empty cell is a line that holds a no-break space. */
export const asLines = (edition: Edition, printed: Printed, style: Style): string =>
  report(
    edition,
    style,
    (grid) =>
      rowsOf(grid)
        .flatMap((boxes) => boxes.map((box) => `${textOf(box, printed, style) || '\u00a0'}\n\n`))
        .join(''),
    (text) => `${text}\n\n`,
  )

/** Everything without a separator. */
export const asRun = (edition: Edition, printed: Printed, style: Style): string =>
  report(
    edition,
    style,
    (grid) => grid.boxes.map((box) => textOf(box, printed, style)).join(''),
    (text) => text,
  )

const halfWidths = (text: string): number =>
  [...text].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - halfWidths(text)))

/** Columns by spaces, as a fixed-pitch rendering of a page gives them. */
export const asColumns = (edition: Edition, printed: Printed, style: Style): string =>
  report(
    edition,
    style,
    (grid) => {
      const widths = Array.from({ length: grid.columns }, (_, c) =>
        Math.max(
          8,
          ...grid.boxes
            .filter((box) => box.column === c && box.colSpan === 1)
            .map((box) => halfWidths(textOf(box, printed, style)) + 3),
        ),
      )
      return rowsOf(grid)
        .map((boxes) => {
          let line = ''
          let column = 0
          for (const box of boxes) {
            const start = widths.slice(0, box.column).reduce((a, b) => a + b, 0)
            line = `${pad(line, start)}${box.column >= column ? '' : ' '}${textOf(box, printed, style)}  `
            column = box.column + box.colSpan
          }
          return `${line.trimEnd()}\n`
        })
        .join('')
    },
    (text) => `${text}\n`,
  )
