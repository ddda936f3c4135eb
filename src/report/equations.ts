/** What must hold in a table: the totals of its two trees and its balances, as linear relations over cells. */

import type { Citation } from '../law/citation.ts'
import {
  briefly,
  cellAt,
  cellKey,
  type FormRule,
  type Leaf,
  leaves,
  type Node,
  type Table,
  type Total,
} from './form.ts'

/** Σ left = Σ right, or Σ left ≥ Σ right, over cell keys. */
export interface Equation {
  readonly rule: FormRule
  readonly relation: '=' | '>='
  readonly left: readonly string[]
  readonly right: readonly string[]
  /** What the terms are: rows of one column, or columns of one row. */
  readonly across: 'rows' | 'columns'
  /** The column (relation down the rows) or row (relation along the columns) in which it holds. */
  readonly within: Leaf
  readonly table: Table
  readonly cites: readonly Citation[]
}

interface Sum {
  readonly total: string
  readonly parts: readonly string[]
}

const itemsBelow = (node: Node, prefix: string): readonly string[] =>
  node.kind === 'group'
    ? node.nodes.flatMap((child) => itemsBelow(child, `${prefix}${node.id}.`))
    : node.kind === 'item'
      ? [prefix + node.id]
      : []

const sumsOf = (nodes: readonly Node[], prefix = ''): readonly Sum[] =>
  nodes.flatMap((node) => {
    if (node.kind === 'group') return sumsOf(node.nodes, `${prefix}${node.id}.`)
    if (node.kind !== 'total') return []
    const parts = (node as Total).of.flatMap((id) => {
      const sibling = nodes.find((n) => n.id === id)
      return sibling ? itemsBelow(sibling, prefix) : []
    })
    return [{ total: prefix + node.id, parts }]
  })

const cache = new WeakMap<Table, readonly Equation[]>()

/** All relations of a table, in printed order: totals along rows, totals down columns, balances. */
export const equations = (table: Table): readonly Equation[] => {
  const known = cache.get(table)
  if (known) return known
  const rows = leaves(table.rows)
  const columns = leaves(table.columns)
  const { rows: rowRule, columns: columnRule } = table.sums ?? {}
  const down = (left: readonly string[], right: readonly string[]) =>
    columns.map((within) => ({
      left: left.map((row) => cellKey(table, row, within.path)),
      right: right.map((row) => cellKey(table, row, within.path)),
      across: 'rows' as const,
      within,
    }))
  const along = (left: readonly string[], right: readonly string[]) =>
    rows.map((within) => ({
      left: left.map((column) => cellKey(table, within.path, column)),
      right: right.map((column) => cellKey(table, within.path, column)),
      across: 'columns' as const,
      within,
    }))
  const found: readonly Equation[] = [
    ...(columnRule
      ? sumsOf(table.columns).flatMap(({ total, parts }) =>
          along([total], parts).map((sides) => ({ rule: columnRule, relation: '=' as const, ...sides })),
        )
      : []),
    ...(rowRule
      ? sumsOf(table.rows).flatMap(({ total, parts }) =>
          down([total], parts).map((sides) => ({ rule: rowRule, relation: '=' as const, ...sides })),
        )
      : []),
    ...table.balances.flatMap(({ rule, across, relation, left, right, cites }) =>
      (across === 'rows' ? down(left, right) : along(left, right)).map((sides) => ({
        rule,
        relation,
        ...sides,
        cites,
      })),
    ),
  ].map((equation) => ({ cites: table.cites, table, ...equation }))
  cache.set(table, found)
  return found
}

/** What a sentence calls a term of a relation: the row or the column, whichever varies in it. */
export const termName = (equation: Equation, key: string): string => {
  const cell = cellAt(equation.table, key)
  const leaf = equation.across === 'rows' ? cell?.row : cell?.column
  return leaf ? briefly(leaf.node) : key
}

/** Where a relation holds, as a sentence calls it: 自然人一列, 予以公开一行, 复议后起诉一组. */
export const scopeName = ({ across, within, left, table }: Equation): string => {
  const named = within.trail.map(briefly).filter(Boolean)
  if (named.length > 0) return `${named.at(-1)}${across === 'rows' ? '一列' : '一行'}`
  const column = cellAt(table, left[0] ?? '')?.column
  return `${column?.trail.slice(0, -1).map(briefly).at(-1) ?? ''}一组`
}

/** The heading under which the terms of a long sum stand: 本年度办理结果. */
const headingOf = (equation: Equation, keys: readonly string[]): string => {
  const cell = cellAt(equation.table, keys[0] ?? '')
  const leaf = equation.across === 'rows' ? cell?.row : cell?.column
  return leaf && leaf.trail.length > 1 ? briefly(leaf.trail[0]!) : ''
}

/** More terms than this are named by their heading. */
const many = 6

/** A side of a relation in words, without figures: 本年新收 + 上年结转; 本年度办理结果各项之和. */
export const sideWords = (equation: Equation, keys: readonly string[]): string =>
  keys.length > many
    ? `${headingOf(equation, keys)}各项之和`
    : keys.map((key) => termName(equation, key)).join(' + ')

/** A relation in words: 自然人一列“本年新收 + 上年结转 = 办理结果总计 + 结转下年度”. */
export const relationWords = (equation: Equation): string => {
  const sign = equation.relation === '=' ? '=' : '≥'
  return `${scopeName(equation)}“${sideWords(equation, equation.left)} ${sign} ${sideWords(equation, equation.right)}”`
}
