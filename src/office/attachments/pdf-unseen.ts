/**
 * Text that a page holds and does not show, from its list of painting operators: written in the invisible mode,
 * or painted over afterwards by an opaque box or picture. A black bar over a name is the commonest redaction that
 * is none: the name can still be copied.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { apply, type Matrix, multiply } from '../../reader/formats/pdf-matrix.ts'
import { FILLS } from '../../reader/formats/pdf-operators.ts'

type Box = readonly [left: number, bottom: number, right: number, top: number]

/** Text mode 3 paints nothing; 7 only clips. */
const invisibleModes = new Set([3, 7])
/** This much of a piece of text under a later box counts as covered. */
const enough = 0.6
/** A page with more boxes than this is a drawing; looking at each piece under each box would take its time. */
const mostBoxes = 2_000
const mostTexts = 20_000

const pictures = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject])

interface State {
  matrix: Matrix
  size: number
  rise: number
  mode: number
  opaque: boolean
}

interface Glyph {
  readonly unicode?: string
  readonly width?: number
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]

function boxOf(m: Matrix, [x0, y0, x1, y1]: Box): Box {
  const corners = [x0, x1].flatMap((x) => [y0, y1].map((y) => apply(m, x, y)))
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** How many pieces of text lie under a later box, and how many are written in the invisible mode. */
export function unseenText(
  operators: readonly number[],
  args: readonly unknown[],
): { covered: number; invisible: number } {
  const texts: Box[] = []
  const boxes: { box: Box; after: number }[] = []
  let invisible = 0
  let state: State = { matrix: identity, size: 0, rise: 0, mode: 0, opaque: true }
  const saved: State[] = []
  let line = identity
  let text = identity
  let leading = 0

  const cover = (box: Box): void => {
    if (state.opaque && boxes.length < mostBoxes) boxes.push({ box, after: texts.length })
  }
  const move = (x: number, y: number): void => {
    line = multiply(line, [1, 0, 0, 1, x, y])
    text = line
  }
  const show = (glyphs: readonly (Glyph | number | null)[]): void => {
    let width = 0
    let says = false
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') width -= glyph
      else if (glyph !== null) {
        width += glyph.width ?? 0
        if ((glyph.unicode ?? '').trim() !== '') says = true
      }
    }
    const length = (width / 1000) * state.size
    if (says && invisibleModes.has(state.mode)) invisible++
    else if (says && texts.length < mostTexts) {
      const box = boxOf(multiply(state.matrix, text), [0, state.rise, length, state.rise + state.size * 0.7])
      if (box.every(Number.isFinite)) texts.push(box)
    }
    text = multiply(text, [1, 0, 0, 1, length, 0])
  }

  for (const [i, op] of operators.entries()) {
    const given = (args[i] ?? []) as unknown[]
    if (op === OPS.save || op === OPS.beginGroup) saved.push({ ...state })
    else if (op === OPS.restore || op === OPS.endGroup || op === OPS.paintFormXObjectEnd)
      state = saved.pop() ?? state
    else if (op === OPS.transform) state.matrix = multiply(state.matrix, given as unknown as Matrix)
    else if (op === OPS.paintFormXObjectBegin) {
      saved.push({ ...state })
      if (given[0]) state.matrix = multiply(state.matrix, given[0] as Matrix)
    } else if (op === OPS.setGState) state.opaque = opacityOf(given[0], state.opaque)
    else if (op === OPS.setTextRenderingMode) state.mode = Number(given[0])
    else if (op === OPS.setTextRise) state.rise = Number(given[0])
    else if (op === OPS.setFont) state.size = Number(given[1])
    else if (op === OPS.setLeading) leading = Number(given[0])
    else if (op === OPS.beginText) line = text = identity
    else if (op === OPS.setTextMatrix)
      line = text = Array.from(given[0] as ArrayLike<number>) as unknown as Matrix
    else if (op === OPS.moveText) move(Number(given[0]), Number(given[1]))
    else if (op === OPS.setLeadingMoveText) {
      leading = -Number(given[1])
      move(Number(given[0]), Number(given[1]))
    } else if (op === OPS.nextLine) move(0, -leading)
    else if (op === OPS.showText) show(given[0] as readonly (Glyph | number | null)[])
    else if (pictures.has(op)) cover(boxOf(state.matrix, [0, 0, 1, 1]))
    else if (op === OPS.constructPath && FILLS.has(Number(given[0]))) {
      const limits = given[2] as ArrayLike<number> | null | undefined
      if (limits && limits.length === 4) cover(boxOf(state.matrix, Array.from(limits) as unknown as Box))
    }
  }
  return { covered: coveredBy(texts, boxes), invisible }
}

/** Marker pens are see-through, or multiply with what is below. */
function opacityOf(entries: unknown, before: boolean): boolean {
  let opaque = before
  for (const [key, value] of Array.isArray(entries) ? (entries as [string, unknown][]) : []) {
    if (key === 'ca') opaque = Number(value) >= 0.9
    else if (key === 'BM') opaque = value === 'source-over' || value === 'normal' || value === 'Normal'
  }
  return opaque
}

function coveredBy(texts: readonly Box[], boxes: readonly { box: Box; after: number }[]): number {
  let covered = 0
  for (const [place, [left, bottom, right, top]] of texts.entries()) {
    const area = (right - left) * (top - bottom)
    if (area <= 0) continue
    const hidden = boxes.some(({ box, after }) => {
      if (after <= place) return false
      const width = Math.min(right, box[2]) - Math.max(left, box[0])
      const height = Math.min(top, box[3]) - Math.max(bottom, box[1])
      return width > 0 && height > 0 && width * height >= area * enough
    })
    if (hidden) covered++
  }
  return covered
}
