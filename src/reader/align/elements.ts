/** What a table's captions look like in a source, derived from the form's own trees. */

import type { Node, Table } from '../../report/form.ts'
import { matchable } from '../fold.ts'
import { type Element, patternsOf } from './chain.ts'

const captionsOf = (node: Node): readonly string[] => [node.caption, ...(node.also ?? [])]

const rowElements = (table: Table, nodes: readonly Node[], prefix = ''): readonly Element[] =>
  nodes.flatMap((node) => {
    const path = prefix + node.id
    const element: Element = {
      id: `${table.key}/${path}`,
      patterns: patternsOf(captionsOf(node)),
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

/** Captions of a table in printed order: its headings, then its rows. Rows printed without a label are left out. */
export const elementsOf = (table: Table): readonly Element[] =>
  [
    ...(table.band === undefined ? [] : [heading(`${table.key}#band`, [table.band, table.band.slice(1)])]),
    ...(table.corner === undefined ? [] : [heading(`${table.key}#corner`, [table.corner])]),
    ...(table.over === undefined ? [] : [heading(`${table.key}#over`, [table.over])]),
    ...(table.section === 2
      ? columnHeadings(table.columns).map((node) => heading(`${table.key}#${node.id}`, captionsOf(node)))
      : []),
    ...rowElements(table, table.rows),
  ].filter((element) => element.patterns.length > 0)

/** Captions of a table's columns with their column number, for sources whose cells have coordinates. */
export const columnCaptions = (
  table: Table,
): readonly { readonly text: string; readonly index: number }[] => {
  let index = 0
  const walk = (nodes: readonly Node[]): readonly { text: string; index: number }[] =>
    nodes.flatMap((node) => {
      if (node.kind === 'group') return walk(node.nodes)
      const here = index++
      return captionsOf(node).map((caption) => ({ text: matchable(caption), index: here }))
    })
  return walk(table.columns)
}

/** Words of the headings over a table's columns, longest first. */
export const headingWords = (table: Table): readonly string[] =>
  [...new Set(columnHeadings(table.columns).flatMap(captionsOf).map(matchable))].sort(
    (a, b) => b.length - a.length,
  )
