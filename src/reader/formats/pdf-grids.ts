import { getOrMake } from './get-or-make.ts'
import type { Rule, Rules } from './pdf-rules.ts'

export interface Region {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  /** Left, top, right, bottom in points. */
  readonly box: readonly [number, number, number, number]
}

export interface Grid {
  readonly rows: number
  readonly columns: number
  readonly box: readonly [number, number, number, number]
  /** Row-major. */
  readonly regions: readonly Region[]
}

/** How near two lines must come to touch; also the least height and width of a cell. Points. */
const TOUCH = 3
/** A table without lines down its sides ends where its horizontal lines end. Points. */
const OPEN = 6

/** Lines that touch, directly or through others. */
function components({ horizontal, vertical }: Rules): { horizontal: Rule[]; vertical: Rule[] }[] {
  const parent = [...horizontal, ...vertical].map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  const within = (value: number, rule: Rule): boolean =>
    value >= rule.from - TOUCH && value <= rule.to + TOUCH
  for (const [i, h] of horizontal.entries()) {
    for (const [k, v] of vertical.entries()) {
      if (within(v.at, h) && within(h.at, v)) parent[root(i)] = root(horizontal.length + k)
    }
  }
  const found = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>()
  const of = (i: number) => getOrMake(found, root(i), () => ({ horizontal: [], vertical: [] }))
  for (const [i, rule] of horizontal.entries()) of(i).horizontal.push(rule)
  for (const [i, rule] of vertical.entries()) of(horizontal.length + i).vertical.push(rule)
  return [...found.values()]
}

/** Positions of lines, those that are nearly the same counted once; with the ends of the crossing lines. */
function positions(rules: readonly Rule[], crossing: readonly Rule[]): number[] {
  const sorted = rules.map((rule) => rule.at).sort((a, b) => a - b)
  const found: number[] = []
  for (const at of sorted) if (found.length === 0 || at - found.at(-1)! > TOUCH) found.push(at)
  const first = Math.min(...crossing.map((rule) => rule.from))
  const last = Math.max(...crossing.map((rule) => rule.to))
  if (found.length > 0 && found[0]! - first > OPEN) found.unshift(first)
  if (found.length > 0 && last - found.at(-1)! > OPEN) found.push(last)
  return found
}

/** Whether lines at a position cover most of a stretch. */
const covered = (rules: readonly Rule[], at: number, from: number, to: number): boolean => {
  let length = 0
  for (const rule of rules) {
    if (Math.abs(rule.at - at) > TOUCH) continue
    length += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from))
  }
  return length >= (to - from) * 0.6
}

function gridOf(lines: { horizontal: Rule[]; vertical: Rule[] }): Grid | undefined {
  const { horizontal, vertical } = lines
  if (horizontal.length < 2 || vertical.length === 0) return undefined
  const xs = positions(vertical, horizontal)
  const ys = positions(horizontal, vertical)
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 1 || rows < 1 || columns * rows > 50_000) return undefined
  const wall = (row: number, edge: number) => covered(vertical, xs[edge]!, ys[row]!, ys[row + 1]!)
  const floor = (edge: number, column: number) => covered(horizontal, ys[edge]!, xs[column]!, xs[column + 1]!)
  // Each elementary cell joins its neighbour where no line parts them.
  const owner = Array.from({ length: rows * columns }, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (owner[at] !== at) at = owner[at]!
    return at
  }
  const join = (a: number, b: number): void => {
    const [low, high] = [root(a), root(b)].sort((p, q) => p - q) as [number, number]
    owner[high] = low
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const i = row * columns + column
      if (column + 1 < columns && !wall(row, column + 1)) join(i, i + 1)
      if (row + 1 < rows && !floor(row + 1, column)) join(i, i + columns)
    }
  }
  const members = new Map<number, number[]>()
  for (let i = 0; i < owner.length; i++) getOrMake(members, root(i), () => []).push(i)
  const regions: Region[] = []
  const add = (row: number, column: number, rowSpan: number, colSpan: number): void => {
    const [x0, y0, x1, y1] = [xs[column]!, ys[row]!, xs[column + colSpan]!, ys[row + rowSpan]!]
    // What lies inside the outline of the whole but has lines on one side only is the paper beside the table.
    const open =
      Number(column === 0 && !covered(vertical, x0, y0, y1)) +
      Number(column + colSpan === columns && !covered(vertical, x1, y0, y1)) +
      Number(row === 0 && !covered(horizontal, y0, x0, x1)) +
      Number(row + rowSpan === rows && !covered(horizontal, y1, x0, x1))
    if (open < 3) regions.push({ row, column, rowSpan, colSpan, box: [x0, y0, x1, y1] })
  }
  for (const cells of members.values()) {
    const rowsOf = cells.map((i) => Math.floor(i / columns))
    const columnsOf = cells.map((i) => i % columns)
    const [top, bottom] = [rowsOf[0]!, rowsOf.at(-1)!]
    const left = Math.min(...columnsOf)
    const right = Math.max(...columnsOf)
    if ((bottom - top + 1) * (right - left + 1) === cells.length) {
      add(top, left, bottom - top + 1, right - left + 1)
      continue
    }
    // A line is missing somewhere and the region is no rectangle: keep its stretches row by row.
    for (let k = 0, end = 0; k < cells.length; k = end) {
      while (end < cells.length && rowsOf[end] === rowsOf[k] && columnsOf[end]! - columnsOf[k]! === end - k)
        end++
      add(rowsOf[k]!, columnsOf[k]!, 1, end - k)
    }
  }
  if (regions.length < 2) return undefined
  regions.sort((a, b) => a.row - b.row || a.column - b.column)
  return { rows, columns, box: [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!], regions }
}

/**
 * Tables drawn with ruling lines: lines that touch make one table, and cells are what they part. A cell spans
 * where no line divides it. Boxes of a single cell are frames, not tables. Top to bottom, left to right.
 */
export function gridsOf(rules: Rules): Grid[] {
  return components(rules)
    .map(gridOf)
    .filter((grid) => grid !== undefined)
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}
