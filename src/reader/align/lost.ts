/**
 * Rows whose empty cells were dropped on the way, so that figures lost their columns.
 *
 * Two marks in the source settle where such figures belong; both are named in the proof. Everything else is left
 * to the equations, and mostly stays open.
 *
 * 1. Empty cells are still to be seen before the last figure. As long as the complete rows of the table print
 *    their totals, that figure is the total; a figure in the first cell that equals it keeps the first column
 *    where the complete rows print figures in their first column and their total alone.
 * 2. Every row of the table prints the same figure twice and nothing else: one kind of applicant and the total.
 *    The kind is taken to be the first column, as the form is filled where natural persons alone apply.
 */

import { leaves, type Table } from '../../report/form.ts'
import type { Reading } from '../../report/reading.ts'
import type { RowChoice } from '../../report/solve.ts'
import { placements } from '../../report/splits.ts'
import type { AlignedRow } from './table.ts'
import type { Token } from './tokens.ts'

const isBlank = (token: Token): boolean => token.numeral?.kind === 'blank'
const numberOf = (token: Token | undefined): number | null =>
  token?.numeral?.kind === 'number' ? token.numeral.value : null

/** True where the last column is the total of all the others. */
const endsInTotal = (table: Table): boolean => {
  const last = table.columns.at(-1)
  return last?.kind === 'total' && last.of.length === table.columns.length - 1
}

/** True where the table has complete rows and all of them print their total. */
const printsTotals = (rows: readonly AlignedRow[]): boolean => {
  const complete = rows.flatMap(({ reading }) => (reading.kind === 'direct' ? [reading.readings] : []))
  const filled = complete.filter((readings) => readings.some((r) => r.kind === 'number'))
  return filled.length > 0 && filled.every((readings) => readings.at(-1)?.kind === 'number')
}

/** True where every complete row of the table prints figures in its first column and its total alone. */
const firstAndTotalOnly = (rows: readonly AlignedRow[]): boolean =>
  rows.every(
    ({ reading }) =>
      reading.kind !== 'direct' ||
      reading.readings.slice(1, -1).every((r) => r.kind === 'blank' || r.kind === 'dash'),
  )

/** Nothing but empty cells before the last figure, or before it and after a first one that equals it. */
const seenThrough = (tokens: readonly Token[], firstAlone: boolean): boolean => {
  const [first] = tokens
  const total = numberOf(tokens.at(-1))
  if (!first || total === null || tokens.length < 3 || !tokens.slice(1, -1).every(isBlank)) return false
  return isBlank(first) || (firstAlone && numberOf(first) === total)
}

/** Exactly one figure and the same again. */
const twice = (tokens: readonly Token[]): boolean =>
  tokens.length === 2 && numberOf(tokens[0]) !== null && numberOf(tokens[0]) === numberOf(tokens[1])

/** True where no row of the table shows more than one figure beside its total. */
const oneKindOnly = (rows: readonly AlignedRow[]): boolean =>
  rows.every(({ reading }) => {
    if (reading.kind === 'missing') return true
    if (reading.kind === 'lost') return twice(reading.tokens)
    return reading.kind === 'direct' && reading.readings.every((r) => r.kind === 'blank' || r.kind === 'dash')
  })

const settle = (table: Table, tokens: readonly Token[], why: string): readonly Reading[] => {
  const columns = leaves(table.columns)
  const width = columns.length
  const named = (index: number) => columns.at(index)?.node.caption ?? ''
  const inferred = (token: Token, value: number, index: number): Reading => ({
    kind: 'inferred',
    value,
    raw: token.raw,
    place: token.place,
    proof: `本行印出 ${tokens.length} 格，少于表式的 ${width} 格，空格在转换中丢失；${why}，此数在“${named(index)}”列。`,
  })
  const first = tokens[0] as Token
  const last = tokens.at(-1) as Token
  const figure = numberOf(first)
  const blank: Reading = { kind: 'blank', raw: '', place: first.place }
  return Array.from({ length: width }, (_, i) => {
    if (i === width - 1) return inferred(last, numberOf(last) as number, -1)
    return i === 0 && figure !== null ? inferred(first, figure, 0) : blank
  })
}

/** The rows with those settled whose columns can still be told. */
export const settleLost = (table: Table, rows: readonly AlignedRow[]): readonly AlignedRow[] => {
  if (!endsInTotal(table)) return rows
  const totals = printsTotals(rows)
  const firstAlone = firstAndTotalOnly(rows)
  const oneKind = oneKindOnly(rows)
  return rows.map((row): AlignedRow => {
    const { reading } = row
    if (reading.kind !== 'lost') return row
    const { tokens } = reading
    const why =
      totals && seenThrough(tokens, firstAlone)
        ? '末格之前只有空格，完整的各行都印总计，故末格为总计'
        : oneKind && twice(tokens)
          ? '全表每行都只印两个相等的数，即一类申请人和总计，按表式首列取值，请对照原件核实'
          : null
    return why === null ? row : { ...row, reading: { ...reading, settled: settle(table, tokens, why) } }
  })
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
