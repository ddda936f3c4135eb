/** The figures and empty cells that belong to one caption: everything between it and the next caption. */

import type { Place } from '../../report/reading.ts'
import { type Numeral, numeral } from '../numerals.ts'
import type { Anchor } from './chain.ts'
import type { Piece } from './pieces.ts'
import type { Stream } from './stream.ts'

/** One printed figure, empty cell or string of digits that may be several figures. */
export interface Token {
  readonly raw: string
  /** What it prints; null where it is text in the place of a figure. */
  readonly numeral: Numeral | null
  readonly place: Place
  readonly x?: number
  readonly column?: number
  readonly colSpan: number
  /** Ordinal of the line or table row it stands in; undefined for digits inside a text. */
  readonly row?: number
  /** True where the source itself delimits it as a cell. */
  readonly cell: boolean
}

export const tokenOf = ({ raw, numeral, place, x, column, colSpan, cell, row }: Piece): Token => ({
  raw,
  numeral,
  place,
  colSpan,
  cell,
  row,
  ...(x !== undefined && { x }),
  ...(column !== undefined && { column }),
})

/** Digits and dashes that follow a caption within its own piece, as in `规章000` or `行政许可 12`. */
const embedded = (piece: Piece, from: number, to: number): readonly Token[] => {
  const rest = piece.text.slice(from, to)
  const found = /^([\s)）:：”"]*)([+-]?[\d/—][\d.,/—\s]*(?:万元|元|件|条|项|个|起)?)/.exec(rest)
  const [, before = '', digits] = found ?? []
  return digits === undefined ? [] : tokensWithin(piece, digits, from + before.length)
}

/** The tokens of a stretch of digits that stands in a piece, `at` a character of its text. */
export const tokensWithin = (piece: Piece, digits: string, at: number): readonly Token[] =>
  [...digits.matchAll(/\S+/g)].map(({ 0: raw, index }) => {
    const { column } = piece.place
    const inLine = piece.column === undefined && column !== undefined
    const place = inLine ? { ...piece.place, column: column + at + index } : piece.place
    return { raw, numeral: numeral(raw), place, colSpan: 1, cell: false }
  })

/** Han characters of a text piece, by which it is told whether it is a label of its own. */
const han = (text: string): readonly string[] => text.match(/[\u4e00-\u9fff]/g) ?? []

/** The tokens of a caption; `cut` where a text that is no known caption ended them. */
export interface Stretch {
  readonly tokens: readonly Token[]
  readonly cut: boolean
}

/**
 * Tokens of the caption at `anchor` up to the next stop. In an observed table they stand in the caption's own
 * row; in running text they end where an unknown label begins, for what follows that label belongs to it.
 *
 * @param stop character position in the stream where the next caption begins; the end of the text if none does
 * @param scraps characters of headings, of which scraps may stand between a caption and its figures
 */
export const tokensBetween = (
  source: Stream,
  anchor: Anchor,
  stop: number,
  scraps: ReadonlySet<string>,
): Stretch => {
  const { pieces, pieceOf, offsetOf } = source
  const first = pieceOf[anchor.start]!
  const last = pieceOf[anchor.end - 1]!
  const end = stop < source.text.length ? pieceOf[stop]! : pieces.length
  const within = end === last ? offsetOf[stop]! : undefined
  const caption = pieces[last]!
  const tail = embedded(caption, offsetOf[anchor.end - 1]! + 1, within ?? Number.POSITIVE_INFINITY)
  const own: Token[] = [...tail]
  for (let p = first + 1; p < end; p++) {
    const piece = pieces[p]!
    if (caption.column !== undefined && piece.row !== caption.row) {
      if (p > last) break
      continue
    }
    if (piece.numeral !== null) own.push(tokenOf(piece))
    else if (p <= last) continue
    else if (piece.column !== undefined || isDoubtful(piece.text)) own.push(tokenOf(piece))
    else if (isLabel(piece.text, scraps)) return { tokens: own, cut: true }
  }
  return { tokens: own, cut: false }
}

/** A figure that somebody could not make out, or a mark in its place: 5031？, ○, 12*. */
export const isDoubtful = (text: string): boolean => han(text).length === 0 && /[\d?○×*oO]/.test(text)

/** A text that is a label of its own rather than a scrap of a heading. */
export const isLabel = (text: string, scraps: ReadonlySet<string>): boolean => {
  const characters = han(text)
  return characters.length >= 2 && characters.some((c) => !scraps.has(c))
}
