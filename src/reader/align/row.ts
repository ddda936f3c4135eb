/**
 * The figures of one row laid on its columns. Where the source delimits as many cells as the form has columns
 * there is nothing to decide. Where figures are run together or empty cells have been lost, the possible ways are
 * listed and left to the equations; where figures cannot be told apart at all, the row stays unread.
 */

import type { Reading } from '../../report/reading.ts'
import type { Token } from './tokens.ts'

/** What a row came to. */
export type RowReading =
  /** Nothing belongs to the caption. */
  | { readonly kind: 'missing' }
  /** One reading for each column. */
  | { readonly kind: 'direct'; readonly readings: readonly Reading[] }
  /** Digits of several figures without a space between them. */
  | { readonly kind: 'run'; readonly parts: readonly string[]; readonly tokens: readonly Token[] }
  /** Fewer cells than columns: the empty ones were dropped on the way. */
  | {
      readonly kind: 'lost'
      readonly tokens: readonly Token[]
      /** The row where its columns can still be told. */
      readonly settled?: readonly Reading[]
    }
  /** More figures than columns, or text among them. */
  | { readonly kind: 'unread'; readonly tokens: readonly Token[] }

const isBlank = (token: Token): boolean => token.numeral?.kind === 'blank'

/** The reading of a token that stands for exactly one cell. */
export const readingOf = (token: Token): Reading => {
  const seen = { raw: token.raw, place: token.place }
  const printed = token.numeral
  if (printed === null || printed.kind === 'run') return { kind: 'illegible', ...seen }
  if (printed.kind === 'number')
    return { kind: 'number', value: printed.value, ...(printed.unit && { unit: printed.unit }), ...seen }
  return { kind: printed.kind, ...seen }
}

/** A text in the place of a figure takes that place: it is one cell, though nobody can read it. */
const isSingle = (token: Token): boolean => token.numeral?.kind !== 'run'

/** Digits of a token that may be several figures, or null. */
const digitsOf = (token: Token): string | null => /^\d+$/.exec(token.raw.trim())?.[0] ?? null

/** Empty cells at the end that only fill the line up to the width of the table. */
const withoutPadding = (tokens: readonly Token[]): readonly Token[] => {
  const end = tokens.findLastIndex((token) => !isBlank(token)) + 1
  return tokens.slice(0, end)
}

const direct = (tokens: readonly Token[]): RowReading => ({
  kind: 'direct',
  readings: tokens.map(readingOf),
})

/** What is known of a source beyond the row itself. */
export interface Hints {
  /** For cells with coordinates: which of the columns a token stands in, -1 where it stands in none. */
  readonly columnsAt?: ((token: Token) => number) | undefined
  /** Empty cells at the end of a row are only filling. */
  readonly packed?: boolean
}

/** Lays the tokens of a row on `width` columns. */
export const layRow = (
  found: readonly Token[],
  width: number,
  { columnsAt, packed = false }: Hints = {},
): RowReading => {
  // A merged empty cell stands for as many empty cells as it covers.
  const spread = found.flatMap((token) =>
    isBlank(token) && token.colSpan > 1 && found.length < width
      ? Array.from({ length: token.colSpan }, () => token)
      : [token],
  )
  const tokens = packed && !spread.every(isBlank) ? withoutPadding(spread) : spread
  if (tokens.length === 0) return { kind: 'missing' }
  if (tokens.every(isBlank))
    return direct(Array.from({ length: width }, (_, i) => tokens[i] ?? (tokens[0] as Token)))
  if (tokens.length === width && tokens.every(isSingle)) return direct(tokens)
  const values = tokens.filter((token) => !isBlank(token))
  if (columnsAt) {
    const placed = values.map((token) => columnsAt(token))
    const ordered = placed.every((c, i) => c >= 0 && (i === 0 || c > placed[i - 1]!))
    if (ordered && values.every(isSingle)) {
      const blank = (i: number): Token => {
        const near = values[Math.min(i, values.length - 1)] as Token
        return { ...near, raw: '', numeral: { kind: 'blank' } }
      }
      return direct(Array.from({ length: width }, (_, i) => values[placed.indexOf(i)] ?? blank(i)))
    }
  }
  if (tokens.length > width) {
    // Empty label cells may precede the figures, or those of the next row follow them.
    const body = withoutPadding(tokens)
    if (body.length === width && body.every(isSingle)) return direct(body)
    const core = body.slice(body.findIndex((token) => !isBlank(token)))
    if (core.length === width && core.every(isSingle)) return direct(core)
    if (body.length > width) {
      const spare = body.length - width
      if (body.slice(0, spare).every(isBlank) && body.slice(spare).every(isSingle))
        return direct(body.slice(spare))
      return { kind: 'unread', tokens: values }
    }
    return { kind: 'lost', tokens: body }
  }
  const parts = values.map(digitsOf)
  const digits = parts.reduce((n, part) => n + (part?.length ?? 0), 0)
  const delimited = values.every((token) => token.cell)
  if (parts.every((part) => part !== null) && digits >= width && values.length === tokens.length) {
    if (!delimited || values.some((token) => !isSingle(token))) return { kind: 'run', parts, tokens: values }
  }
  // A decimal or a unit that touches its caption may hold several figures: it has no borders.
  const glued = values.some((token, i) => parts[i] === null && !token.cell && token.x === undefined)
  if (glued || !values.every(isSingle)) return { kind: 'unread', tokens: values }
  return { kind: 'lost', tokens: withoutPadding(tokens) }
}
