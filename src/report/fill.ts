/** From counts of cases to a table: zeros filled in, totals computed from the trees. */

import { sum } from './decimal.ts'
import { equations } from './equations.ts'
import { cellKey, cellsOf, type Node, type Table } from './form.ts'
import { entered, type Reading, type Readings } from './reading.ts'

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

/** A total of a table and its parts, by their places among the cells. */
interface TotalPlan {
  readonly at: number
  readonly parts: readonly number[]
}

interface Plan {
  readonly keys: readonly string[]
  /** Place of each cell by its row and its column: to make a key for every count would take longer than to count. */
  readonly places: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Whether a figure is entered in the cell. */
  readonly entered: readonly boolean[]
  /** In an order in which each finds its parts. */
  readonly totals: readonly TotalPlan[]
  /** The table without a count. */
  readonly zeros: Readings
}

const plans = new WeakMap<Table, Plan>()

/** How a table is filled: what follows from its trees alone, and so is worked out once for all reports. */
function planOf(table: Table): Plan {
  const kept = plans.get(table)
  if (kept !== undefined) return kept
  const cells = cellsOf(table)
  const byKey = new Map(cells.map(({ key }, at) => [key, at]))
  const places = new Map<string, Map<string, number>>()
  for (const [at, { row, column }] of cells.entries())
    places.set(row.path, (places.get(row.path) ?? new Map()).set(column.path, at))
  const zero = entered(0)
  const isEntered = cells.map(({ row, column }) => row.node.kind === 'item' && column.node.kind === 'item')
  const known = new Set(cells.filter((_, at) => isEntered[at]).map(({ key }) => key))
  const totals: TotalPlan[] = []
  const add = (total: string, parts: readonly string[]) => {
    known.add(total)
    totals.push({ at: byKey.get(total)!, parts: parts.map((key) => byKey.get(key)!) })
  }
  // Totals along the rows come before totals down the columns, so that the corner finds its parts.
  for (const { relation, left, right } of equations(table)) {
    const [total] = left
    if (relation !== '=' || total === undefined || left.length > 1 || known.has(total)) continue
    if (right.every((key) => known.has(key))) add(total, right)
  }
  for (const { left, right } of equations(table))
    if (left.length === 1 && !known.has(left[0]!))
      add(
        left[0]!,
        right.filter((key) => known.has(key)),
      )
  const zeros = Object.fromEntries([...known].map((key) => [key, zero]))
  const plan = { keys: cells.map(({ key }) => key), places, entered: isEntered, totals, zeros }
  plans.set(table, plan)
  return plan
}

/**
 * The complete table: counts of the same cell are added up, cells without a count are 0, totals are the sums of
 * their parts. What was open at the beginning and at the end of the year are counts like all others, in
 * `carriedIn` and `carriedOut`. Throws a RangeError for a row or column that the table does not have.
 */
export const fill = <const T extends Table>(table: T, counts: readonly Count<T>[]): Readings => {
  const { keys, places, entered: isEntered, totals, zeros } = planOf(table)
  const figures: (number | undefined)[] = isEntered.map((own) => (own ? 0 : undefined))
  for (const { row, column, count } of counts) {
    const at = places.get(row)?.get(column) ?? -1
    if (!isEntered[at])
      throw new RangeError(`${cellKey(table, row, column)} is no cell in which a figure is entered`)
    figures[at] = sum([figures[at]!, count])
  }
  for (const { at, parts } of totals) figures[at] = sum(parts.map((part) => figures[part]!))
  // A copy of the empty table and the few cells that are not: a thousand reports are filled at once.
  const filled: Record<string, Reading> = { ...zeros }
  for (let at = 0; at < keys.length; at++) if (figures[at]) filled[keys[at]!] = entered(figures[at]!)
  return filled
}
