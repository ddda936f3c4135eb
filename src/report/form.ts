/**
 * The annual report as a form. A statutory table is the product of two trees, rows and columns; from the trees
 * alone follow the printed spans, the sums to check, the keys of the cells and what a parser may expect.
 * Everything here is plain data: `JSON.stringify` loses nothing.
 */

import type { Citation } from '../law/citation.ts'

/** How a cell's figure is to be taken. `signed` may be negative; `money` and `amount` may have decimals. */
export type ValueKind = 'count' | 'signed' | 'money' | 'amount'

/** A row or column in which a figure is entered. */
export interface Item {
  readonly kind: 'item'
  readonly id: string
  /** Verbatim caption of the form. */
  readonly caption: string
  /** Other captions under which published reports print the same row or column. */
  readonly also?: readonly string[]
  /** What a sentence calls it, where the caption without its ordinal would be too long. */
  readonly brief?: string
  readonly value?: ValueKind
}

/** A row or column that is the sum of the named siblings (of all items below, where a sibling is a group). */
export interface Total {
  readonly kind: 'total'
  readonly id: string
  readonly caption: string
  readonly also?: readonly string[]
  readonly brief?: string
  readonly of: readonly string[]
}

/** A heading over several rows or columns; it carries no figure of its own. */
export interface Group {
  readonly kind: 'group'
  readonly id: string
  readonly caption: string
  readonly also?: readonly string[]
  readonly brief?: string
  readonly nodes: readonly Node[]
}

export type Node = Item | Total | Group

/** Identifier of a rule that follows from the form itself. */
export type FormRule = 'T2-STOCK' | 'T3-ID' | 'T3-SUM' | 'T3-ROW' | 'T4-SUM'

/**
 * A relation that the trees do not imply: Σ left = Σ right, or Σ left ≥ Σ right. The paths are rows when the
 * relation holds in every column, columns when it holds in every row.
 */
export interface Balance {
  readonly rule: FormRule
  readonly across: 'rows' | 'columns'
  readonly relation: '=' | '>='
  readonly left: readonly string[]
  readonly right: readonly string[]
  readonly cites: readonly Citation[]
}

export type TableKey =
  | 'documents'
  | 'licensing'
  | 'enforcement'
  | 'charges'
  | 'procurement'
  | 'requests'
  | 'disputes'

export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6

export interface Table {
  readonly key: TableKey
  readonly section: SectionNumber
  /** Band printed over the table within its section, e.g. 第二十条第（一）项. */
  readonly band?: string
  /** Caption of the top left box. Absent where the form prints no row labels. */
  readonly corner?: string
  /** Caption printed over all columns. */
  readonly over?: string
  readonly rows: readonly Node[]
  readonly columns: readonly Node[]
  /** Rule under which the totals of the rows tree (down a column) and of the columns tree (along a row) fall. */
  readonly sums?: { readonly rows?: FormRule; readonly columns?: FormRule }
  readonly balances: readonly Balance[]
  readonly cites: readonly Citation[]
}

export interface Section {
  readonly number: SectionNumber
  /** Title without its ordinal. */
  readonly title: string
  /** Titles that published reports print instead. */
  readonly also: readonly string[]
  readonly content: 'prose' | 'tables'
}

export type EditionId = '2019' | '2021'

export interface Edition {
  readonly id: EditionId
  readonly title: string
  /** The instrument that prescribes the form. */
  readonly instrument: Citation
  /** First and last report year for which the form is prescribed; null: still in force. */
  readonly years: { readonly from: number; readonly to: number | null }
  /** What an empty cell means in this form: a fault, or a way to print nothing. */
  readonly blanks: 'fault' | 'tolerated'
  readonly sections: readonly Section[]
  readonly tables: readonly Table[]
}

/** Of a tree whose ids the compiler does not know, any string: the recursion would have no end. */
type PathOf<N> = N extends { id: infer I extends string }
  ? string extends I
    ? string
    : N extends { kind: 'group'; nodes: readonly (infer M)[] }
      ? `${I}.${PathOf<M>}`
      : I
  : never

/** The cell keys of a table or of any of several: `table/row.path@column.path`. A wrong key does not compile. */
export type KeyOf<T> = T extends {
  key: infer K extends string
  rows: readonly (infer R)[]
  columns: readonly (infer C)[]
}
  ? `${K}/${PathOf<R>}@${PathOf<C>}`
  : never

/** Builds an entered row or column. */
export const item = <const I extends string, const M extends Partial<Pick<Item, 'also' | 'brief' | 'value'>>>(
  id: I,
  caption: string,
  more?: M,
) => ({ kind: 'item', id, caption, ...more }) as const

/** Builds a total of the named siblings. */
export const total = <const I extends string>(
  id: I,
  caption: string,
  of: readonly string[],
  more?: Pick<Total, 'also' | 'brief'>,
) => ({ kind: 'total', id, caption, of, ...more }) as const

/** Builds a heading over rows or columns. */
export const group = <const I extends string, const N extends readonly Node[]>(
  id: I,
  caption: string,
  nodes: N,
) => ({ kind: 'group', id, caption, nodes }) as const

/** A row or column that carries figures, with its place in the tree. */
export interface Leaf {
  readonly node: Item | Total
  /** Ids from the root, joined by dots: `outcome.denied.stateSecret`. */
  readonly path: string
  /** The nodes from the root down to the leaf itself. */
  readonly trail: readonly Node[]
}

const leavesBelow = (nodes: readonly Node[], above: readonly Node[]): readonly Leaf[] =>
  nodes.flatMap((node) => {
    const trail = [...above, node]
    return node.kind === 'group'
      ? leavesBelow(node.nodes, trail)
      : [{ node, path: trail.map((n) => n.id).join('.'), trail }]
  })

const leafCache = new WeakMap<readonly Node[], readonly Leaf[]>()

/** The leaves of a tree in printed order. */
export const leaves = (nodes: readonly Node[]): readonly Leaf[] => {
  const known = leafCache.get(nodes)
  if (known) return known
  const found = leavesBelow(nodes, [])
  leafCache.set(nodes, found)
  return found
}

/** Key of the cell in which a row and a column of a table meet. */
export const cellKey = <T extends Table>(table: T, row: string, column: string): string =>
  `${table.key}/${row}@${column}`

export interface Cell {
  readonly key: string
  readonly table: Table
  readonly row: Leaf
  readonly column: Leaf
  readonly value: ValueKind
}

const tableCellCache = new WeakMap<Table, readonly Cell[]>()

/** Every cell of a table, row by row. */
export const cellsOf = (table: Table): readonly Cell[] => {
  const known = tableCellCache.get(table)
  if (known) return known
  const found = leaves(table.rows).flatMap((row) =>
    leaves(table.columns).map((column) => ({
      key: cellKey(table, row.path, column.path),
      table,
      row,
      column,
      value: (column.node.kind === 'item' && column.node.value) || 'count',
    })),
  )
  tableCellCache.set(table, found)
  return found
}

const keyCache = new WeakMap<Table, ReadonlyMap<string, Cell>>()

/** The cell of a table that has the key, if it has one. */
export const cellAt = (table: Table, key: string): Cell | undefined => {
  const known = keyCache.get(table) ?? new Map(cellsOf(table).map((cell) => [cell.key, cell]))
  keyCache.set(table, known)
  return known.get(key)
}

/** Every cell of several tables, in printed order. */
export const cells = (tables: readonly Table[]): readonly Cell[] => tables.flatMap(cellsOf)

/** Caption of a row or column as a person would say it: headings joined by ›. */
export const spoken = (leaf: Leaf): string =>
  leaf.trail
    .map((node) => node.caption)
    .filter(Boolean)
    .join(' › ')

/** Caption of a cell as a person would say it: row, then column. */
export const spokenCell = (cell: Cell): string =>
  [spoken(cell.row), spoken(cell.column)].filter(Boolean).join(' / ')

const ordinal = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/
const note = /（[^）]*）$/

/** A row, column or heading as a sentence calls it: without its ordinal and its bracketed note. */
export const briefly = (node: Node): string =>
  node.brief ?? node.caption.replace(ordinal, '').replace(note, '')
