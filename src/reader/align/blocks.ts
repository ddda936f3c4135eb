/**
 * Figures of several rows that stand behind one caption, because the source printed the other captions elsewhere
 * (text taken from a PDF in drawing order). They are laid on the rows the form has there only where the count
 * fits exactly and every row adds up to its own total; figures printed column by column would not.
 */

import { equations } from '../../report/equations.ts'
import type { Reading } from '../../report/reading.ts'
import { readingOf } from './row.ts'
import type { AlignedRow } from './table.ts'
import type { Token } from './tokens.ts'

const numberOf = (token: Token): number | null =>
  token.numeral?.kind === 'number' ? token.numeral.value : null

/** True where a row's figures satisfy the relation along the row. */
const addsUp = (row: AlignedRow, tokens: readonly Token[]): boolean => {
  const at = new Map(row.cells.map((key, i) => [key, numberOf(tokens[i] as Token)]))
  const own = equations(row.table).filter(({ left }) => left.every((key) => at.has(key)))
  const sum = (keys: readonly string[]) => keys.reduce((n, key) => n + (at.get(key) ?? Number.NaN), 0)
  return own.length > 0 && own.every(({ left, right }) => sum(left) === sum(right))
}

const inferred = (tokens: readonly Token[], rows: number): readonly Reading[] =>
  tokens.map((token) => {
    const reading = readingOf(token)
    return reading.kind === 'number'
      ? {
          ...reading,
          kind: 'inferred' as const,
          proof: `原文把 ${rows} 行的数字连续印在一处，行标题印在别处；数字个数恰为 ${rows} 行，按表式顺序取值时每行合计都成立。`,
        }
      : reading
  })

/** Spreads blocks of figures over the rows that have none of their own. */
export const spreadBlocks = (rows: readonly AlignedRow[]): readonly AlignedRow[] => {
  const spread = [...rows]
  rows.forEach((row, r) => {
    const { reading, cells } = row
    if (reading.kind !== 'unread' || !row.anchor) return
    const count = reading.tokens.length / cells.length
    if (!Number.isInteger(count) || count < 2) return
    const own = rows.slice(r, r + count)
    const next = rows[r + count]
    if (own.length < count || own.slice(1).some((other) => other.anchor) || (next && !next.anchor)) return
    const parts = own.map((_, i) => reading.tokens.slice(i * cells.length, (i + 1) * cells.length))
    if (!own.every((other, i) => addsUp(other, parts[i] as readonly Token[]))) return
    own.forEach((other, i) => {
      spread[r + i] = {
        ...other,
        reading: { kind: 'direct', readings: inferred(parts[i] as readonly Token[], count) },
      }
    })
  })
  return spread
}
