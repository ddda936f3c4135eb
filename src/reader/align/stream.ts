/** The text of the pieces as one string of comparable characters, with the way back to the pieces. */

import { isMatchable, matchable } from '../fold.ts'
import { type Search, searcher } from './occurrences.ts'
import type { Piece } from './pieces.ts'

export interface Stream {
  readonly pieces: readonly Piece[]
  readonly text: string
  /** Piece of each character. */
  readonly pieceOf: Int32Array
  /** Offset of each character within the folded text of its piece. */
  readonly offsetOf: Int32Array
  /** Searches the text. */
  readonly search: Search
}

/** Builds the stream. Pieces that are figures or empty contribute no characters. */
export const stream = (pieces: readonly Piece[]): Stream => {
  const length = pieces.reduce((n, piece) => n + (piece.numeral === null ? piece.text.length : 0), 0)
  const pieceOf = new Int32Array(length)
  const offsetOf = new Int32Array(length)
  const texts: string[] = []
  let n = 0
  pieces.forEach((piece, p) => {
    if (piece.numeral !== null) return
    texts.push(matchable(piece.text))
    for (let i = 0; i < piece.text.length; i++) {
      if (!isMatchable(piece.text.charCodeAt(i))) continue
      pieceOf[n] = p
      offsetOf[n] = i
      n++
    }
  })
  const text = texts.join('')
  return { pieces, text, pieceOf, offsetOf, search: searcher(text) }
}
