import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { apply, type Matrix, multiply } from './pdf-matrix.ts'
import type { Chunk } from './pdf-text.ts'

interface Glyph {
  readonly unicode: string
  readonly width: number
  /** Advance downwards (negative), and where the middle of the top lies. Thousandths of the type size. */
  readonly vmetric?: readonly [number, number, number]
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/**
 * Type set from top to bottom, one chunk a character, from the painting operators themselves: the library's own
 * extraction loses what follows a gap in such a line, and the label of the third table is often set that way.
 */
export function uprightChunks(
  fnArray: readonly number[],
  argsArray: readonly unknown[],
  viewport: readonly number[],
  isUpright: (font: string) => boolean,
): Chunk[] {
  const chunks: Chunk[] = []
  let state = { matrix: viewport as unknown as Matrix, font: '', size: 0, spacing: 0 }
  const saved: (typeof state)[] = []
  let text = IDENTITY
  let [x, y, lineX, lineY] = [0, 0, 0, 0]
  const show = (glyphs: readonly (Glyph | number | null)[]): void => {
    const size = Math.abs(state.size)
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') y -= (-glyph / 1000) * size
      else if (glyph !== null) {
        const advance = (glyph.vmetric === undefined ? glyph.width : -glyph.vmetric[0]) / 1000
        const whole = multiply(state.matrix, text)
        const [middle, height] = apply(whole, x, y - (advance * size) / 2)
        const scale = Math.hypot(whole[2], whole[3]) * size
        if (glyph.unicode.trim() !== '' && Number.isFinite(middle + height + scale) && scale > 0) {
          const bottom = height + scale * 0.35
          chunks.push({
            text: glyph.unicode,
            x0: middle - scale / 2,
            x1: middle + scale / 2,
            y: bottom,
            size: scale,
            upright: true,
            slanted: false,
          })
        }
        y -= advance * size + state.spacing
      }
    }
  }
  for (let i = 0; i < fnArray.length; i++) {
    const op = fnArray[i]!
    const args = (argsArray[i] ?? []) as unknown[]
    if (op === OPS.save || op === OPS.beginGroup) saved.push({ ...state })
    else if (op === OPS.restore || op === OPS.endGroup || op === OPS.paintFormXObjectEnd)
      state = saved.pop() ?? state
    else if (op === OPS.transform) state.matrix = multiply(state.matrix, args as unknown as Matrix)
    else if (op === OPS.paintFormXObjectBegin) {
      saved.push({ ...state })
      if (args[0]) state.matrix = multiply(state.matrix, args[0] as Matrix)
    } else if (op === OPS.setFont) {
      state.font = String(args[0])
      state.size = Number(args[1])
    } else if (op === OPS.setCharSpacing) state.spacing = Number(args[0])
    else if (op === OPS.beginText || op === OPS.setTextMatrix) {
      text = op === OPS.beginText ? IDENTITY : (Array.from(args[0] as ArrayLike<number>) as unknown as Matrix)
      x = y = lineX = lineY = 0
    } else if (op === OPS.moveText || op === OPS.setLeadingMoveText) {
      x = lineX += Number(args[0])
      y = lineY += Number(args[1])
    } else if (op === OPS.showText && isUpright(state.font)) show(args[0] as (Glyph | number | null)[])
  }
  return chunks
}
