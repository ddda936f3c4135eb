import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { apply, type Matrix, multiply } from './pdf-matrix.ts'
import { FILLS, STROKES } from './pdf-operators.ts'

/** A straight ruling line: horizontal at `at` = y from `from` to `to` in x, vertical with x and y exchanged. */
export interface Rule {
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Rules {
  readonly horizontal: readonly Rule[]
  readonly vertical: readonly Rule[]
}

/** Thicker filled boxes are backgrounds, not lines. Points. */
const THICKEST = 3
/** Lines this close are one (double borders, rounding); gaps this short are bridged. Points. */
const CLOSE = 2
const GAP = 3
/** A table has dozens of lines; a page with more than this is a drawing, and only its longest lines matter. */
const MOST = 4_000

/** How pdf.js marks the parts of a path inside `constructPath`. */
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3

const PICTURES = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintInlineImageXObject,
  OPS.paintSolidColorImageMask,
])

/** Straight pieces and outlines of a path, in page coordinates. */
function subpaths(data: ArrayLike<number>, matrix: Matrix): [number, number][][] {
  const paths: [number, number][][] = []
  let current: [number, number][] = []
  for (let i = 0; i < data.length; ) {
    const op = data[i++]
    if (op === MOVE || op === LINE) {
      const point = apply(matrix, data[i]!, data[i + 1]!)
      i += 2
      if (op === MOVE) {
        current = []
        paths.push(current)
      }
      current.push(point)
    } else if (op === CURVE || op === QUADRATIC) {
      // A curve is no ruling line: break the outline there, and go on from its end.
      i += op === CURVE ? 6 : 4
      current = [apply(matrix, data[i - 2]!, data[i - 1]!)]
      paths.push(current)
    } else if (current.length > 0) current.push(current[0]!)
  }
  return paths
}

/** One line where several lie on each other or end to end. */
function merge(rules: Rule[]): Rule[] {
  const longest =
    rules.length > MOST * 10
      ? rules.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MOST * 10)
      : rules
  const sorted = longest.toSorted((a, b) => a.at - b.at)
  const merged: Rule[] = []
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to]!.at - sorted[from]!.at <= CLOSE) to++
    const level = sorted.slice(from, to).sort((a, b) => a.from - b.from)
    const at = level.reduce((sum, rule) => sum + rule.at, 0) / level.length
    let open: { at: number; from: number; to: number } | undefined
    for (const rule of level) {
      if (open !== undefined && rule.from - open.to <= GAP) open.to = Math.max(open.to, rule.to)
      else {
        open = { at, from: rule.from, to: rule.to }
        merged.push(open)
      }
    }
  }
  const long = merged.filter((rule) => rule.to - rule.from >= 4)
  return long.length > MOST ? long.sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MOST) : long
}

/**
 * The ruling lines a page draws, from its list of painting operators: stroked lines and boxes, thin filled
 * boxes, thin pictures. `viewport` takes the page's own coordinates to points from its top left corner.
 * Clipping paths and white lines paint nothing and do not count.
 */
export function rulesOf(
  fnArray: readonly number[],
  argsArray: readonly unknown[],
  viewport: readonly number[],
): Rules {
  const horizontal: Rule[] = []
  const vertical: Rule[] = []
  let state = { matrix: viewport as unknown as Matrix, stroke: '', fill: '' }
  const saved: (typeof state)[] = []
  const add = (x0: number, y0: number, x1: number, y1: number): void => {
    const width = Math.abs(x1 - x0)
    const height = Math.abs(y1 - y0)
    if (height <= THICKEST && width > height) {
      horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) })
    } else if (width <= THICKEST && height > width) {
      vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) })
    }
  }
  const addBox = (points: readonly [number, number][]): void => {
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    if (x1 - x0 <= THICKEST || y1 - y0 <= THICKEST) add(x0, y0, x1, y1)
  }
  for (let i = 0; i < fnArray.length; i++) {
    const op = fnArray[i]!
    const args = argsArray[i] as unknown[] | null
    if (op === OPS.save || op === OPS.beginGroup) saved.push({ ...state })
    else if (op === OPS.restore || op === OPS.endGroup || op === OPS.paintFormXObjectEnd)
      state = saved.pop() ?? state
    else if (op === OPS.transform) state.matrix = multiply(state.matrix, args as unknown as Matrix)
    else if (op === OPS.paintFormXObjectBegin) {
      saved.push({ ...state })
      if (args?.[0]) state.matrix = multiply(state.matrix, args[0] as Matrix)
    } else if (op === OPS.setStrokeRGBColor) state.stroke = String(args?.[0])
    else if (op === OPS.setFillRGBColor) state.fill = String(args?.[0])
    else if (PICTURES.has(op)) {
      const corners = [
        apply(state.matrix, 0, 0),
        apply(state.matrix, 1, 0),
        apply(state.matrix, 0, 1),
        apply(state.matrix, 1, 1),
      ]
      addBox(corners)
    } else if (op === OPS.constructPath) {
      const [paint, [data] = []] = args as unknown as [number, [ArrayLike<number> | null]?]
      if (!data || (!STROKES.has(paint) && !FILLS.has(paint))) continue
      for (const points of subpaths(data, state.matrix)) {
        if (FILLS.has(paint) && state.fill !== '#ffffff' && points.length > 2 && points.length < 50)
          addBox(points)
        if (!STROKES.has(paint) || state.stroke === '#ffffff') continue
        for (let k = 1; k < points.length; k++) {
          const [x0, y0] = points[k - 1]!
          const [x1, y1] = points[k]!
          // A stroke a little off the level is scanning or rounding; a slanted one is a drawing.
          if (Math.min(Math.abs(x1 - x0), Math.abs(y1 - y0)) < 1) add(x0, y0, x1, y1)
        }
      }
    }
  }
  return { horizontal: merge(horizontal), vertical: merge(vertical) }
}
