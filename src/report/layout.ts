/** The printed form: which boxes a section's table has, where they stand and how far they span. */

import {
  cellKey,
  type Edition,
  type Leaf,
  leaves,
  type Node,
  type SectionNumber,
  type Table,
} from './form.ts'

/** One box of the printed table. `key` is there on boxes that hold a figure. */
export interface Box {
  readonly kind: 'band' | 'corner' | 'head' | 'label' | 'cell'
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly text: string
  readonly key?: string
}

/** A grid fully covered by its boxes, listed row by row. */
export interface Grid {
  readonly rows: number
  readonly columns: number
  readonly boxes: readonly Box[]
}

const depth = (nodes: readonly Node[]): number =>
  Math.max(...nodes.map((node) => (node.kind === 'group' ? 1 + depth(node.nodes) : 1)))

const width = (node: Node): number => (node.kind === 'group' ? leaves(node.nodes).length : 1)

/** Boxes of a heading tree laid along one axis: [offset along the axis, level, span along, span of levels]. */
const headings = (
  nodes: readonly Node[],
  levels: number,
  offset = 0,
  level = 0,
): readonly { node: Node; offset: number; level: number; along: number; across: number }[] => {
  let at = offset
  return nodes.flatMap((node) => {
    const along = width(node)
    const here = { node, offset: at, level, along, across: node.kind === 'group' ? 1 : levels - level }
    at += along
    return node.kind === 'group' ? [here, ...headings(node.nodes, levels, here.offset, level + 1)] : [here]
  })
}

/** How many grid columns each of `count` figures takes when they must fill `room`: the last takes the rest. */
const stretch = (count: number, room: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => (i === count - 1 ? room - count + 1 : 1))

const byPosition = (a: Box, b: Box) => a.row - b.row || a.column - b.column

/**
 * The grid of one table. `room` is the number of grid columns the figures must fill, when a table shares a grid
 * with wider ones; by default as many as it has.
 */
export const layout = (table: Table, room = leaves(table.columns).length): Grid => {
  const rows = leaves(table.rows)
  const columns = leaves(table.columns)
  const labels = table.corner === undefined ? 0 : depth(table.rows)
  const over = table.over === undefined ? 0 : 1
  const levels = depth(table.columns)
  const band = table.band === undefined ? 0 : 1
  const head = band + over + levels
  const widths = stretch(columns.length, room)
  const start = (index: number) => labels + widths.slice(0, index).reduce((a, b) => a + b, 0)
  const boxes: Box[] = []
  if (table.band !== undefined)
    boxes.push({
      kind: 'band',
      row: 0,
      column: 0,
      rowSpan: 1,
      colSpan: labels + room,
      text: table.band,
    })
  if (table.corner !== undefined)
    boxes.push({
      kind: 'corner',
      row: band,
      column: 0,
      rowSpan: over + levels,
      colSpan: labels,
      text: table.corner,
    })
  if (table.over !== undefined)
    boxes.push({ kind: 'head', row: band, column: labels, rowSpan: 1, colSpan: room, text: table.over })
  for (const h of headings(table.columns, levels))
    boxes.push({
      kind: 'head',
      row: band + over + h.level,
      column: start(h.offset),
      rowSpan: h.across,
      colSpan: start(h.offset + h.along) - start(h.offset),
      text: h.node.caption,
    })
  if (labels > 0)
    for (const h of headings(table.rows, labels))
      boxes.push({
        kind: 'label',
        row: head + h.offset,
        column: h.level,
        rowSpan: h.along,
        colSpan: h.across,
        text: h.node.caption,
      })
  const place = (row: Leaf, r: number, column: Leaf, c: number): Box => ({
    kind: 'cell',
    row: head + r,
    column: start(c),
    rowSpan: 1,
    colSpan: widths[c] ?? 1,
    text: '',
    key: cellKey(table, row.path, column.path),
  })
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      boxes.push(place(row, r, column, c))
    })
  })
  return { rows: head + rows.length, columns: labels + room, boxes: boxes.sort(byPosition) }
}

/** The grid a section is printed as: its tables one below the other, all as wide as the widest. */
export const sectionLayout = (edition: Edition, section: SectionNumber): Grid | null => {
  const tables = edition.tables.filter((table) => table.section === section)
  if (tables.length === 0) return null
  const room = Math.max(...tables.map((table) => leaves(table.columns).length))
  let above = 0
  const boxes: Box[] = []
  for (const grid of tables.map((table) => layout(table, room))) {
    boxes.push(...grid.boxes.map((box) => ({ ...box, row: box.row + above })))
    above += grid.rows
  }
  const columns = Math.max(...boxes.map((box) => box.column + box.colSpan))
  return { rows: above, columns, boxes }
}
