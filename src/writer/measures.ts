/**
 * Measures that every paged format shares: the page of GB/T 9704-2012 and the widths of a table's columns.
 * Colours and places of text follow the form that 国办公开办函〔2021〕30号 gives out.
 */

import { boxText, type PrintedBox, type PrintedGrid } from './printed.ts'

/** A4 and its margins in mm: 天头 37, 订口 28, so that the type area is 156 by 225. */
export const page = { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 } as const

/** Width of the type area in mm. */
export const textWidth = page.width - page.left - page.right

/** Distance from line to line in points: 22 lines on a page of 225 mm. */
export const linePitch = 28.95

/** Ground of a band (第二十条第…项), as six hex digits. */
export const bandColour = 'C6D9F1'

/**
 * Widths in mm of a figure's column where a table has many, and of the headings that stand upright before it: three
 * and four characters to a line, so that （三）不予公开 takes two.
 */
const figureWidth = 11
const uprightWidths = [13, 17] as const

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

/** Sizes in points of a table's text; many columns without labels (section 四) leave about a centimetre to each. */
export const textSize = (grid: PrintedGrid): number => (labelColumns(grid) === 0 ? 9 : 10)

/** Room in mm that stays free at either side of a text, and of a figure, within its box. */
export const insets = { text: 1, narrow: 0.5, figure: 0.3 } as const

export const insetOf = (box: PrintedBox, grid: PrintedGrid): number =>
  box.kind === 'cell' ? insets.figure : labelColumns(grid) === 0 ? insets.narrow : insets.text

/**
 * Width of a digit in parts of its size: of Noto Serif, in which PDF is set, and of the widest face that stands in
 * for 宋体 on a machine that opens a DOCX without it.
 */
export const digitWidths = { notoSerif: 0.56, widest: 0.64 } as const

const pointsPerMillimetre = 72 / 25.4
const leastSize = 5

/**
 * Size in points of a table's figures: that of its text, or less where the longest would not stand on one line. A
 * figure that is broken, or runs into the next, is another figure to its reader.
 *
 * @param digitWidth width of a digit in parts of its size
 */
export const figureSize = (grid: PrintedGrid, digitWidth: number): number => {
  const widths = columnWidths(grid)
  const fitting = grid.boxes.map((box) => {
    if (!box.reading || !('value' in box.reading)) return Number.POSITIVE_INFINITY
    const room = widths.slice(box.column, box.column + box.colSpan).reduce((a, b) => a + b, 0)
    const length = [...boxText(box)].reduce((all, c) => all + (c < '\u0100' ? digitWidth : 1), 0)
    return ((room - 2 * insets.figure) * pointsPerMillimetre) / length
  })
  const size = Math.min(textSize(grid), ...fitting)
  return Math.max(leastSize, Math.floor(size * 2) / 2)
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
