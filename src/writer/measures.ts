/**
 * Measures that every paged format shares: the page of GB/T 9704-2012 and the widths of a table's columns.
 * Colours and places of text follow the form that 国办公开办函〔2021〕30号 gives out.
 */

import type { PrintedBox, PrintedGrid } from './printed.ts'

/** A4 and its margins in mm: 天头 37, 订口 28, so that the type area is 156 by 225. */
export const page = { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 } as const

/** Width of the type area in mm. */
export const textWidth = page.width - page.left - page.right

/** Distance from line to line in points: 22 lines on a page of 225 mm. */
export const linePitch = 28.95

/** Ground of a band (第二十条第…项), as six hex digits. */
export const bandColour = 'C6D9F1'

/** Widths in mm of a figure's column where a table has many, and of the headings that stand upright before it. */
const figureWidth = 11
const uprightWidths = [12, 16] as const

/** Number of columns at the left that hold labels only. */
export const labelColumns = ({ boxes, columns }: PrintedGrid): number =>
  Math.min(columns, ...boxes.filter((box) => box.kind === 'cell').map((box) => box.column))

/**
 * Widths of a grid's columns in mm; together they fill the type area. Tables with one column of labels or none
 * are divided evenly; where labels stand in several columns the last takes what the figures leave.
 */
export const columnWidths = (grid: PrintedGrid): readonly number[] => {
  const labels = labelColumns(grid)
  const { shares } = grid
  if (shares) {
    const all = shares.reduce((a, b) => a + b, 0)
    return shares.map((share) => (share / all) * textWidth)
  }
  if (labels < 2) return Array<number>(grid.columns).fill(textWidth / grid.columns)
  const upright = Array.from({ length: labels - 1 }, (_, i) => uprightWidths[i] ?? uprightWidths[1])
  const figures = Array<number>(grid.columns - labels).fill(figureWidth)
  const taken = [...upright, ...figures].reduce((a, b) => a + b, 0)
  return [...upright, textWidth - taken, ...figures]
}

/** Where the text of a box stands: bands and labels in several columns at the left, all else in the middle. */
export const alignmentOf = (box: PrintedBox, labels: number): 'left' | 'center' =>
  box.kind === 'band' || box.kind === 'corner'
    ? labels > 1 || box.kind === 'band'
      ? 'left'
      : 'center'
    : box.kind === 'label' && labels > 1
      ? 'left'
      : 'center'
