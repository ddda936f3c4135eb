/**
 * Rows whose empty cells were dropped on the way, so that figures lost their columns.
 *
 * One convention is used and named in the proof: what was dropped lies inside the row. The first cell keeps the
 * first column and the last cell the last, which is the total of the others. It is applied only where nothing
 * but empty cells lies between, and where a figure in the first cell equals the total. Everything else is left
 * to the equations, and mostly stays open.
 */

import { leaves, type Table } from '../../report/form.ts'
import type { Reading } from '../../report/reading.ts'
import type { RowChoice } from '../../report/solve.ts'
import { placements } from '../../report/splits.ts'
import type { Token } from './tokens.ts'

const isBlank = (token: Token): boolean => token.numeral?.kind === 'blank'
const numberOf = (token: Token): number | null =>
  token.numeral?.kind === 'number' ? token.numeral.value : null

/** True where the last column is the total of all the others. */
const endsInTotal = (table: Table): boolean => {
  const last = table.columns.at(-1)
  return last?.kind === 'total' && last.of.length === table.columns.length - 1
}

/** The row by the convention above, or null where it does not apply. */
export const anchored = (table: Table, tokens: readonly Token[]): readonly Reading[] | null => {
  const width = leaves(table.columns).length
  const first = tokens[0]
  const last = tokens.at(-1)
  if (!endsInTotal(table) || !first || !last || tokens.length < 2) return null
  if (!tokens.slice(1, -1).every(isBlank)) return null
  const total = numberOf(last)
  if (total === null) return null
  const figure = numberOf(first)
  if (figure === null ? !isBlank(first) : figure !== total) return null
  const columns = leaves(table.columns)
  const blank: Reading = { kind: 'blank', raw: '', place: first.place }
  const named = (index: number) => columns.at(index)?.node.caption ?? ''
  const inferred = (token: Token, value: number, index: number): Reading => ({
    kind: 'inferred',
    value,
    raw: token.raw,
    place: token.place,
    proof: `本行只印出 ${tokens.length} 格，少于表式的 ${width} 格，空格在转换中丢失；${
      figure === null ? '所印一数居行末' : '首末两格所印相等'
    }，按首格为“${named(0)}”、末格为“${named(-1)}”取值，此格在“${named(index)}”列。`,
  })
  return Array.from({ length: width }, (_, i) =>
    i === width - 1
      ? inferred(last, total, -1)
      : i === 0 && figure !== null
        ? inferred(first, figure, 0)
        : blank,
  )
}

/** All ways in which the figures of a row may stand in its columns; null where they are too many to list. */
export const lostChoice = (cells: readonly string[], tokens: readonly Token[]): RowChoice | null => {
  const figures = tokens.filter((token) => !isBlank(token)).map(numberOf)
  if (figures.some((figure) => figure === null)) return null
  const options = placements(figures as number[], cells.length, 2_000)
  const first = tokens[0]
  return options && first
    ? {
        cells,
        options,
        raw: tokens
          .map((t) => t.raw.trim())
          .join(' ')
          .trim(),
        place: first.place,
      }
    : null
}
