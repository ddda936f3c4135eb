/**
 * The source as one sequence of pieces in reading order. A piece is a cell of a table, or what stands between
 * two separators in a line of text: pipes, tabs, wide gaps. Figures and empty cells are pieces of their own;
 * everything else is text. The order of the pieces is the one thing that lying spans, lost borders and shredded
 * layouts leave intact, so captions and figures are found along it.
 */

import type { Place } from '../../report/reading.ts'
import { fold, type Script } from '../fold.ts'
import type { Block, Observed } from '../formats/observed.ts'
import { type Numeral, numeral } from '../numerals.ts'

export interface Piece {
  /** Folded text, trimmed. */
  readonly text: string
  readonly raw: string
  /** What it prints as a figure; null for text. */
  readonly numeral: Numeral | null
  readonly place: Place
  /** Ordinal of the line or table row it stands in. */
  readonly row: number
  /** Column of an observed table; undefined in running text. */
  readonly column?: number
  /** Middle of the piece within its line, in half character widths (running text only). */
  readonly x?: number
  readonly colSpan: number
  /** True where an empty piece is the source's own cell, not a gap between separators. */
  readonly cell: boolean
}

/** Half character widths that a stretch of text takes in a fixed-pitch rendering. */
const halfWidths = (text: string, from: number, to: number): number => {
  let width = 0
  for (let i = from; i < to; i++) width += text.charCodeAt(i) > 0x2e7f ? 2 : 1
  return width
}

const pageNumber = /^\s*(?:[-–—―－]\s*\d{1,3}\s*[-–—―－]|第\s*\d{1,3}\s*页.*|\d{1,3}\s*\/\s*\d{1,3})\s*$/

/** True for lines that carry a page number and nothing else. */
export const isPageNumber = (line: string): boolean => pageNumber.test(line)

interface Chunk {
  readonly raw: string
  readonly start: number
}

/** Cuts a stretch of text at tabs and at gaps of two and more spaces. */
const chunks = (raw: string, start: number): readonly Chunk[] => {
  const found: Chunk[] = []
  for (const match of raw.matchAll(/[^\s\u00a0\u3000](?:[ \u00a0\u3000]?[^\s\u00a0\u3000])*/g))
    found.push({ raw: match[0], start: start + match.index })
  return found
}

const piecesOfLine = (
  line: { readonly text: string; readonly place: Place },
  row: number,
  script: Script,
): readonly Piece[] => {
  const { text, place } = line
  if (text === '' || isPageNumber(text)) return []
  const piped = /[|｜]/.test(text)
  // Pieces are made from left to right: the width before each goes on from the one before.
  let measured = 0
  let width = 0
  const one = (part: string, at: number, cell: boolean): Piece => {
    const own = fold(part, script).trim()
    width += halfWidths(text, measured, at)
    measured = at
    const x = width + halfWidths(part, 0, part.length) / 2
    const from = { ...place, column: at + 1 }
    return { text: own, raw: part, numeral: numeral(own), place: from, row, x, colSpan: 1, cell }
  }
  const make = (raw: string, start: number, cell: boolean): readonly Piece[] => {
    const parts = /[ \u00a0\u3000]/.test(raw) ? [...raw.matchAll(/[^ \u00a0\u3000]+/g)] : []
    const numeric = parts.length > 1 && parts.every((p) => numeral(fold(p[0], script)) !== null)
    if (numeric) return parts.map((p) => one(p[0], start + p.index, cell))
    const whole = one(raw, start, cell)
    return whole.text === '' && !cell ? [] : [whole]
  }
  const tabbed = !piped && text.includes('\t') && /\S.*\t/.test(text)
  if (!piped && !tabbed) {
    const found = chunks(text, 0)
    // A line that holds white space and nothing else is an empty cell where cells stand one to a line.
    if (found.length === 0) return make(text, 0, true)
    return found.flatMap((chunk) => make(chunk.raw, chunk.start, false))
  }
  const fields = text.split(piped ? /[|｜]/ : '\t')
  const closed = piped && fields.at(-1)?.trim() === ''
  // A bar at the very front or end is the border of the table.
  const opened = piped && fields.length > 2 && fields[0]?.trim() === ''
  let at = 0
  return fields.flatMap((field, i) => {
    const start = at
    at += field.length + 1
    if ((closed && i === fields.length - 1) || (opened && i === 0)) return []
    const inside = chunks(field, start)
    return inside.length === 0 ? make(field, start, true) : inside.flatMap((c) => make(c.raw, c.start, true))
  })
}

const piecesOfBlock = (block: Block, row: number, script: Script): readonly Piece[] => {
  if (block.kind === 'line') return piecesOfLine(block, row, script)
  return block.cells.flatMap((cell) => {
    const text = fold(cell.text, script).replace(/\s+/g, ' ').trim()
    const own = numeral(text)
    const base = {
      raw: cell.text,
      place: cell.place,
      row: row + cell.row,
      column: cell.column,
      colSpan: cell.colSpan,
      cell: true,
    }
    return [{ ...base, text, numeral: own }]
  })
}

/** The pieces of a source, folded for matching. */
export const pieces = (source: Observed, script: Script): readonly Piece[] => {
  let row = 0
  return source.blocks.flatMap((block) => {
    const found = piecesOfBlock(block, row, script)
    row += block.kind === 'line' ? 1 : Math.max(1, block.rows)
    return found
  })
}

/**
 * True where lines between pipes were filled up at their ends: empty fields stand behind the figures everywhere
 * and before one nowhere. Such a source has dropped its empty cells, and an empty field says nothing of where.
 */
export const isPacked = (source: Observed): boolean => {
  let filled = 0
  for (const block of source.blocks) {
    if (block.kind !== 'line' || !/[|｜]/.test(block.text)) continue
    const fields = block.text.split(/[|｜]/).slice(0, -1)
    const full = fields.map((field) => field.trim() !== '')
    const last = full.lastIndexOf(true)
    if (last === -1) continue
    // An empty field at the very front may be the border of the table.
    if (full.indexOf(false, 1) !== -1 && full.indexOf(false, 1) < last) return false
    if (last < fields.length - 1) filled++
  }
  return filled >= 3
}
