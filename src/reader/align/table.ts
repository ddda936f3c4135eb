/** One table whose rows are labelled, laid on the form. */

import { cellKey, leaves, type Table } from '../../report/form.ts'
import type { Reading } from '../../report/reading.ts'
import { matchable } from '../fold.ts'
import type { Anchor } from './chain.ts'
import { columnCaptions, headingScraps } from './elements.ts'
import type { Piece } from './pieces.ts'
import { layRow, type RowReading, readingOf } from './row.ts'
import type { Stream } from './stream.ts'
import { type Stretch, type Token, tokenOf, tokensBetween } from './tokens.ts'

/** A row of the form and what the source shows in it. */
export interface AlignedRow {
  readonly table: Table
  /** Row path; the cells are those of the row in column order. */
  readonly path: string
  readonly cells: readonly string[]
  readonly reading: RowReading
  readonly anchor?: Anchor
}

/** Nearest of several ascending centres, -1 where none is within half of the smallest gap. */
const nearest = (centres: readonly number[], x: number): number => {
  const gaps = centres.slice(1).map((c, i) => c - centres[i]!)
  const reach = Math.min(...gaps) * 0.4
  const best = centres.reduce((b, c, i) => (Math.abs(c - x) < Math.abs(centres[b]! - x) ? i : b), 0)
  return Math.abs(centres[best]! - x) <= reach ? best : -1
}

/** Rows of observed tables that reach as far to the right as any: no cell of theirs was left out. */
const wholeRows = (pieces: readonly Piece[]): ReadonlySet<number> => {
  const ends = new Map<number, number>()
  for (const { row, column, colSpan } of pieces)
    if (column !== undefined) ends.set(row, Math.max(ends.get(row) ?? 0, column + colSpan))
  const width = Math.max(0, ...ends.values())
  return new Set([...ends].filter(([, end]) => end === width).map(([row]) => row))
}

/**
 * Column of a token by the heading that stands over it in the same observed table. A row that ends short of the
 * others has lost a cell, and the columns of its cells with it.
 */
const byHeading = (table: Table, source: Stream, from: number, to: number) => {
  const captions = columnCaptions(table)
  const width = leaves(table.columns).length
  const at = new Map<number, number>()
  const own = source.pieces.slice(from, to)
  for (const piece of own) {
    if (piece.column === undefined || piece.numeral !== null || piece.colSpan !== 1) continue
    const text = matchable(piece.text)
    const found = captions.find((caption) => caption.text === text)
    if (found) at.set(piece.column, found.index)
  }
  if (at.size !== width || new Set(at.values()).size !== width) return undefined
  const whole = wholeRows(own)
  return ({ column, row }: Token) =>
    column === undefined || row === undefined || !whole.has(row) ? -1 : (at.get(column) ?? -1)
}

/** Column of a token by where the figures of the complete rows stand in their lines. */
const byPosition = (rows: readonly (readonly Token[])[], width: number) => {
  const complete = rows.filter(
    (tokens) => tokens.length === width && tokens.every((token) => token.x !== undefined),
  )
  if (complete.length < 2) return undefined
  const centres = Array.from({ length: width }, (_, i) => {
    const xs = complete.map((tokens) => tokens[i]!.x!).sort((a, b) => a - b)
    return xs[xs.length >> 1]!
  })
  const ascending = centres.every((c, i) => i === 0 || c - centres[i - 1]! >= 2)
  return ascending ? (token: Token) => (token.x === undefined ? -1 : nearest(centres, token.x)) : undefined
}

/**
 * Reads the rows of a table along its anchors.
 *
 * @param stops character positions at which any caption or heading begins, ascending
 */
export const alignRows = (
  table: Table,
  anchors: readonly Anchor[],
  source: Stream,
  stops: readonly number[],
  region: { readonly from: number; readonly to: number },
  packed: boolean,
): readonly AlignedRow[] => {
  const rows = leaves(table.rows)
  const columns = leaves(table.columns)
  const found = new Map(
    anchors.filter((a) => a.element.leaf).map((anchor) => [anchor.element.id, anchor] as const),
  )
  const scraps = headingScraps(table)
  const stretches = rows.map(({ path }): Stretch => {
    const anchor = found.get(`${table.key}/${path}`)
    if (!anchor) return { tokens: [], cut: false }
    const stop = stops.find((s) => s >= anchor.end) ?? source.text.length
    return tokensBetween(source, anchor, stop, scraps)
  })
  const tokens = stretches.map((stretch) => stretch.tokens)
  const width = columns.length
  // Where figures stand in their line is a hint only where spaces, not borders, set them apart.
  const spaced = tokens.flat().every((token) => !token.cell)
  const heading = byHeading(table, source, region.from, region.to)
  const position = heading || !spaced ? undefined : byPosition(tokens, width)
  return rows.map((row, r) => {
    const anchor = found.get(`${table.key}/${row.path}`)
    // A row whose last figure does not stand under the totals is set aside from the others as a whole.
    const last = tokens[r]?.at(-1)
    const columnsAt = heading ?? (last && position?.(last) === width - 1 ? position : undefined)
    const own = tokens[r] ?? []
    // A word in the midst of a row hides how many cells it stands for.
    const broken = stretches[r]?.cut === true && own.length > 0 && own.length < width
    return {
      table,
      path: row.path,
      cells: columns.map((column) => cellKey(table, row.path, column.path)),
      reading: broken ? { kind: 'unread', tokens: own } : layRow(own, width, { columnsAt, packed }),
      ...(anchor && { anchor }),
    }
  })
}

/**
 * Figures of a whole table in printed order, for sources that set figures before their captions: taken only when
 * there are exactly as many figures as the table has cells, and no row read by itself says otherwise.
 */
export const alignInOrder = (
  rows: readonly AlignedRow[],
  source: Stream,
  region: { readonly from: number; readonly to: number },
): readonly AlignedRow[] => {
  const tokens = source.pieces
    .slice(region.from, region.to)
    .filter((piece) => piece.numeral !== null && piece.numeral.kind !== 'blank')
    .map(tokenOf)
  const cells = rows.flatMap((row) => row.cells)
  if (tokens.length !== cells.length) return rows
  const readings: readonly Reading[] = tokens.map(readingOf)
  let at = 0
  const ordered = rows.map((row) => {
    const own = readings.slice(at, at + row.cells.length)
    at += row.cells.length
    return { ...row, reading: { kind: 'direct' as const, readings: own } }
  })
  const agrees = rows.every(
    (row, r) =>
      row.reading.kind !== 'direct' ||
      row.reading.readings.every((reading, i) => {
        const other = ordered[r]!.reading.readings[i]!
        return reading.kind === other.kind && 'raw' in reading && 'raw' in other && reading.raw === other.raw
      }),
  )
  return agrees ? ordered : rows
}
