/** From counts of cases to a table: zeros filled in, totals computed from the trees. */

import { sum } from './decimal.ts'
import { equations } from './equations.ts'
import { cellKey, cellsOf, type Node, type Table } from './form.ts'
import { entered, type Readings } from './reading.ts'

/**
 * Paths of the rows or columns in which a figure is entered: totals and headings are not among them. Of a tree
 * whose ids the compiler does not know, any string.
 */
export type EnteredPath<N extends Node> = string extends N['id']
  ? string
  : N extends { kind: 'group'; id: infer I extends string; nodes: readonly (infer M extends Node)[] }
    ? `${I}.${EnteredPath<M>}`
    : N extends { kind: 'item'; id: infer I extends string }
      ? I
      : never

/** So many cases in one row and one column, e.g. `outcome.granted` of `legal.business`. */
export interface Count<T extends Table> {
  readonly row: EnteredPath<T['rows'][number]>
  readonly column: EnteredPath<T['columns'][number]>
  readonly count: number
}

/**
 * The complete table: counts of the same cell are added up, cells without a count are 0, totals are the sums of
 * their parts. What was open at the beginning and at the end of the year are counts like all others, in
 * `carriedIn` and `carriedOut`. Throws a RangeError for a row or column that the table does not have.
 */
export const fill = <const T extends Table>(table: T, counts: readonly Count<T>[]): Readings => {
  const figures = new Map<string, number>()
  for (const { key, row, column } of cellsOf(table))
    if (row.node.kind === 'item' && column.node.kind === 'item') figures.set(key, 0)
  for (const { row, column, count } of counts) {
    const key = cellKey(table, row, column)
    const before = figures.get(key)
    if (before === undefined) throw new RangeError(`${key} is no cell in which a figure is entered`)
    figures.set(key, sum([before, count]))
  }
  // Totals along the rows come before totals down the columns, so that the corner finds its parts.
  for (const { relation, left, right } of equations(table)) {
    const [total] = left
    if (relation !== '=' || total === undefined || left.length > 1 || figures.has(total)) continue
    const parts = right.map((key) => figures.get(key))
    if (parts.every((part) => part !== undefined)) figures.set(total, sum(parts))
  }
  for (const { left, right } of equations(table))
    if (left.length === 1 && !figures.has(left[0]!))
      figures.set(left[0]!, sum(right.map((key) => figures.get(key) ?? 0)))
  return Object.fromEntries([...figures].map(([key, figure]) => [key, entered(figure)]))
}
