/** A cell with the spans its source claims, before it has a place. */
export interface Spanned {
  readonly rowSpan: number
  readonly colSpan: number
}

export interface Placed<T> {
  readonly cell: T
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
}

/** Wider than any real table; keeps a lying colspan from costing time. */
const WIDEST = 400
/** A colspan beyond this says 'all the rest' and does not make the table wider. */
const HONEST = 50

const clamp = (span: number, most: number): number =>
  Number.isFinite(span) && span >= 1 ? Math.min(Math.floor(span), most) : 1

/**
 * Lays out rows of cells like a browser: each cell goes to the first free column, and holds its columns for as
 * many rows as it spans. rowSpan 0 means 'to the end'; spans are clamped to the table. Rows and columns from 0.
 */
export function layOut<T extends Spanned>(
  rows: readonly (readonly T[])[],
): { placed: Placed<T>[]; columns: number } {
  const held: number[] = []
  const placed: Placed<T>[] = []
  for (const [row, cells] of rows.entries()) {
    let column = 0
    const claims: [number, number][] = []
    for (const cell of cells) {
      while ((held[column] ?? 0) > 0) column++
      const rowSpan = cell.rowSpan === 0 ? rows.length - row : clamp(cell.rowSpan, rows.length - row)
      const colSpan = clamp(cell.colSpan, WIDEST)
      placed.push({ cell, row, column, rowSpan, colSpan })
      for (let k = 0; k < colSpan; k++) claims.push([column + k, rowSpan])
      column += colSpan
    }
    for (const [at, span] of claims) held[at] = Math.max(held[at] ?? 0, span)
    for (let at = 0; at < held.length; at++) held[at] = Math.max((held[at] ?? 0) - 1, 0)
  }
  const columns = placed.reduce(
    (most, it) => Math.max(most, it.column + (it.colSpan > HONEST ? 1 : it.colSpan)),
    0,
  )
  return {
    placed: placed.map((it) => ({ ...it, colSpan: Math.min(it.colSpan, columns - it.column) })),
    columns,
  }
}
