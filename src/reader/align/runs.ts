/**
 * Figures run together without a space. They are told apart only in a source that prints its zeros: otherwise an
 * empty cell leaves no trace in the digits, and no way of cutting them can be trusted.
 */

import { equations } from '../../report/equations.ts'
import { leaves, type Node, type Table } from '../../report/form.ts'
import type { RowChoice } from '../../report/solve.ts'
import { balancedSplits, splits } from '../../report/splits.ts'
import type { AlignedRow } from './table.ts'

/** Ways of cutting one row that are listed at most. */
const cap = 20_000

/** How many columns stand together under each total: 5, 5, 5 in section four, 7 in section three. */
const groupsOf = (table: Table): readonly number[] => {
  const under = (nodes: readonly Node[]): readonly number[] =>
    nodes.some(({ kind }) => kind === 'total')
      ? [leaves(nodes).length]
      : nodes.flatMap((node) => (node.kind === 'group' ? under(node.nodes) : [1]))
  return under(table.columns)
}

/** True where rows of nothing but zeros, as many as the columns, show that this source leaves no cell empty. */
export const printsZeros = (rows: readonly AlignedRow[]): boolean =>
  rows.filter(
    ({ reading, cells }) =>
      reading.kind === 'run' &&
      cells.length >= 3 &&
      /^0+$/.test(reading.parts.join('')) &&
      reading.parts.join('').length === cells.length,
  ).length >= 2

/** The ways of cutting a row that satisfy the relation along it; null where there is none or too many. */
export const runChoice = (row: AlignedRow): RowChoice | null => {
  if (row.reading.kind !== 'run') return null
  const { parts, tokens } = row.reading
  const boundaries: number[] = []
  let at = 0
  for (const part of parts.slice(0, -1)) {
    at += part.length
    boundaries.push(at)
  }
  const digits = parts.join('')
  const ways =
    splits(digits, row.cells.length, cap, boundaries) ?? balancedSplits(digits, groupsOf(row.table), cap)
  if (!ways) return null
  const index = new Map(row.cells.map((key, i) => [key, i]))
  const own = equations(row.table).filter(
    ({ relation, left, right }) => relation === '=' && [...left, ...right].every((key) => index.has(key)),
  )
  const sum = (option: readonly number[], keys: readonly string[]) =>
    keys.reduce((n, key) => n + (option[index.get(key) as number] as number), 0)
  const options = ways.filter((option) =>
    own.every(({ left, right }) => sum(option, left) === sum(option, right)),
  )
  if (options.length === 0) return null
  return {
    cells: row.cells,
    options,
    raw: tokens
      .map((token) => token.raw.trim())
      .join(' ')
      .trim(),
    ...(tokens[0] && { place: tokens[0].place }),
  }
}
