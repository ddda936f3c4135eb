/**
 * Captions of a form laid along a source, in order, as a diff lays one text along another: of all occurrences of
 * all captions the chain is taken that keeps the printed order and explains most. One missing or misspelt
 * caption therefore shifts nothing.
 */

import { matchable } from '../fold.ts'
import type { Occurrence } from './occurrences.ts'
import type { Stream } from './stream.ts'

/** A caption to be found. */
export interface Element {
  readonly id: string
  /** Ways of printing it, the form's own first, reduced to comparable characters. */
  readonly patterns: readonly string[]
  /** True for a row that carries figures. */
  readonly leaf: boolean
}

/** A caption found: where it stands in the stream. */
export interface Anchor extends Occurrence {
  readonly element: Element
  readonly score: number
}

const ordinal = /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、.．]|\d+[、.．])/

/** The ways in which a caption may be looked for: with its ordinal, and without where enough is left. */
export const patternsOf = (captions: readonly string[]): readonly string[] => {
  const full = captions.map(matchable)
  const bare = captions.map((caption) => matchable(caption.replace(ordinal, '')))
  return [...new Set([...full, ...bare.filter((p) => p.length >= 4)])].filter((p) => p.length > 0)
}

/** True when a figure, an empty cell or a digit follows the character position. */
const valueFollows = ({ pieces, pieceOf, offsetOf }: Stream, end: number): boolean => {
  const p = pieceOf[end - 1]!
  const rest = pieces[p]!.text.slice(offsetOf[end - 1]! + 1)
  if (/^[\s)）:：]*[\d/—-]/.test(rest)) return true
  return /^[\s)）:：。;；]*$/.test(rest) && (pieces[p + 1]?.numeral ?? null) !== null
}

const startsPiece = ({ text, pieceOf, offsetOf, pieces }: Stream, start: number): boolean =>
  start >= text.length ||
  pieces[pieceOf[start]!]!.text.slice(0, offsetOf[start]!).replace(/[\s(（]/g, '') === ''

const endsPiece = ({ pieces, pieceOf, offsetOf }: Stream, end: number): boolean =>
  /^[\s)）:：]*$/.test(pieces[pieceOf[end - 1]!]!.text.slice(offsetOf[end - 1]! + 1))

const candidates = (
  element: Element,
  source: Stream,
  share: number,
  from: number,
  to: number,
): readonly Anchor[] => {
  const best = new Map<number, Anchor>()
  element.patterns.forEach((pattern, rank) => {
    for (const found of source.search(pattern, share, from, to)) {
      if (found.end <= found.start) continue
      const followed = element.leaf && valueFollows(source, found.end)
      const opens = startsPiece(source, found.start)
      const whole = opens && endsPiece(source, found.end)
      // A short caption (规章, 总计) is a caption only where it stands alone or right before its figures.
      if (pattern.length < 4 && !(whole || (followed && element.leaf))) continue
      const score =
        pattern.length - 1.5 * found.edits + (whole ? 3 : opens ? 1 : 0) + (followed ? 3 : 0) - rank * 0.1
      const known = best.get(found.end)
      if (score > 0 && (!known || known.score < score)) best.set(found.end, { ...found, element, score })
    }
  })
  return [...best.values()]
}

/** The heaviest chain of anchors in which both the captions and the places keep their order. */
const heaviest = (anchors: readonly { anchor: Anchor; order: number }[]): readonly Anchor[] => {
  const sorted = [...anchors].sort((a, b) => a.anchor.end - b.anchor.end || a.order - b.order)
  const total: number[] = []
  const before: number[] = []
  let last = -1
  sorted.forEach(({ anchor, order }, i) => {
    let best = 0
    let from = -1
    for (let j = 0; j < i; j++) {
      const other = sorted[j]!
      if (other.order < order && other.anchor.end <= anchor.start && total[j]! > best) {
        best = total[j]!
        from = j
      }
    }
    total.push(best + anchor.score)
    before.push(from)
    if (last === -1 || total[i]! > total[last]!) last = i
  })
  const chain: Anchor[] = []
  for (let i = last; i !== -1; i = before[i]!) chain.push(sorted[i]!.anchor)
  return chain.reverse()
}

/**
 * Lays the elements along the stream between two character positions. Captions that are not found with a quarter
 * of their characters mistaken are looked for once more, with up to nearly half of them mistaken, but only in
 * the gap between their found neighbours.
 */
export const chain = (
  elements: readonly Element[],
  source: Stream,
  from = 0,
  to = source.text.length,
): readonly Anchor[] => {
  const first = heaviest(
    elements.flatMap((element, order) =>
      candidates(element, source, 0.25, from, to).map((anchor) => ({ anchor, order })),
    ),
  )
  if (first.length < 2 || first.length === elements.length) return first
  const orderOf = new Map(elements.map((element, i) => [element, i]))
  const gaps = first.slice(1).flatMap((next, i) => {
    const previous = first[i]!
    const missing = elements.slice(orderOf.get(previous.element)! + 1, orderOf.get(next.element)!)
    return heaviest(
      missing.flatMap((element, order) =>
        candidates(element, source, 0.45, previous.end, next.start).map((anchor) => ({ anchor, order })),
      ),
    )
  })
  return [...first, ...gaps].sort((a, b) => a.start - b.start)
}
