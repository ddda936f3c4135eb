/** What a table's captions look like in a source, derived from the form's own trees. */

import type { Node, Table } from '../../report/form.ts'
import { matchable } from '../fold.ts'
import { type Element, patternsOf } from './chain.ts'

const captionsOf = (node: Node): readonly string[] => [node.caption, ...(node.also ?? [])]

/** A row may be printed without its ordinal even where little is left (总计、其他): it stands alone then. */
const leafPatterns = (captions: readonly string[]): readonly string[] => {
  const bare = captions.map((caption) =>
    matchable(caption.replace(/^[（(]?[一二三四五六七\d][）)]?[.、]?/, '')),
  )
  return [...new Set([...patternsOf(captions), ...bare.filter((pattern) => pattern.length >= 2)])]
}

/** Characters of the headings over rows, of which narrow columns leave scraps between the rows. */
export const headingScraps = (table: Table): ReadonlySet<string> => {
  const headings = (nodes: readonly Node[]): string =>
    nodes.map((node) => (node.kind === 'group' ? node.caption + headings(node.nodes) : '')).join('')
  return new Set(matchable(headings(table.rows)))
}

const rowElements = (table: Table, nodes: readonly Node[], prefix = ''): readonly Element[] =>
  nodes.flatMap((node) => {
    const path = prefix + node.id
    const element: Element = {
      id: `${table.key}/${path}`,
      patterns: node.kind === 'group' ? patternsOf(captionsOf(node)) : leafPatterns(captionsOf(node)),
      leaf: node.kind !== 'group',
    }
    return node.kind === 'group' ? [element, ...rowElements(table, node.nodes, `${path}.`)] : [element]
  })

const heading = (id: string, captions: readonly string[]): Element => ({
  id,
  patterns: captions.map(matchable).filter((p) => p.length >= 4),
  leaf: false,
})

const columnHeadings = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => (node.kind === 'group' ? [node, ...columnHeadings(node.nodes)] : [node]))

const elementsIn = (table: Table): readonly Element[] =>
  [
    ...(table.band === undefined ? [] : [heading(`${table.key}#band`, [table.band, table.band.slice(1)])]),
    ...(table.corner === undefined ? [] : [heading(`${table.key}#corner`, [table.corner])]),
    ...(table.over === undefined ? [] : [heading(`${table.key}#over`, [table.over])]),
    ...(table.section === 2
      ? columnHeadings(table.columns).map((node) => heading(`${table.key}#${node.id}`, captionsOf(node)))
      : []),
    ...rowElements(table, table.rows),
  ].filter((element) => element.patterns.length > 0)

/** A function of a table, computed once for each. */
const once = <T>(make: (table: Table) => T): ((table: Table) => T) => {
  const known = new WeakMap<Table, T>()
  return (table) => {
    const found = known.get(table) ?? make(table)
    known.set(table, found)
    return found
  }
}

/** Captions of a table in printed order: its headings, then its rows. Rows printed without a label are left out. */
export const elementsOf = once(elementsIn)

/** Captions of a table's columns with their column number, for sources whose cells have coordinates. */
export const columnCaptions = once((table): readonly { readonly text: string; readonly index: number }[] => {
  let index = 0
  const walk = (nodes: readonly Node[]): readonly { text: string; index: number }[] =>
    nodes.flatMap((node) => {
      if (node.kind === 'group') return walk(node.nodes)
      const here = index++
      return captionsOf(node).map((caption) => ({ text: matchable(caption), index: here }))
    })
  return walk(table.columns)
})

/** Words of the headings over a table's columns, longest first. */
export const headingWords = (table: Table): readonly string[] =>
  [...new Set(columnHeadings(table.columns).flatMap(captionsOf).map(matchable))].sort(
    (a, b) => b.length - a.length,
  )
