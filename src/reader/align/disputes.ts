/**
 * The table of section four has one row without a label: fifteen figures behind their headings. They are taken
 * only where they stand together and every heading stands before them.
 */

import { cellKey, leaves, type Table } from '../../report/form.ts'
import type { Piece } from './pieces.ts'
import { layRow } from './row.ts'
import type { AlignedRow } from './table.ts'
import { isDoubtful, isLabel, type Token, tokenOf, tokensWithin } from './tokens.ts'

/** Characters that the headings are made of; a text of nothing else is a heading or a part of one. */
const headingCharacters = (table: Table): ReadonlySet<string> => {
  const captions = (nodes: Table['columns']): string =>
    nodes
      .map((n) => n.caption + (n.also ?? []).join('') + (n.kind === 'group' ? captions(n.nodes) : ''))
      .join('')
  return new Set(captions(table.columns))
}

const count = (text: string, character: string): number => text.split(character).length - 1

/** Digits printed right behind the last heading, in sources that are one run of text. */
const runBehind = (piece: Piece): readonly Token[] => {
  const found = /(?:总计|合计)\s*([\d\s]{15,})/d.exec(piece.text)
  const digits = found?.[1]
  return digits === undefined ? [] : tokensWithin(piece, digits, found?.indices?.[1]?.[0] ?? 0)
}

/**
 * Reads the table from the pieces of its region.
 *
 * @returns null where no such table is there
 */
export const alignDisputes = (table: Table, pieces: readonly Piece[], packed: boolean): AlignedRow | null => {
  const columns = leaves(table.columns)
  const only = leaves(table.rows)[0]
  if (!only) return null
  const cells = columns.map((column) => cellKey(table, only.path, column.path))
  const letters = headingCharacters(table)
  const isHeading = (piece: Piece) => {
    const characters = [...piece.text].filter((c) => c !== ' ')
    const known = characters.filter((c) => letters.has(c)).length
    // One character in five may be mistaken.
    return piece.numeral === null && characters.length <= 40 && known >= characters.length * 0.8
  }
  const run = pieces.find((piece) => piece.numeral === null && runBehind(piece).length > 0)
  if (run && count(run.text.slice(0, run.text.search(/(?:总计|合计)\s*\d/) + 2), '尚未') >= 3)
    return { table, path: only.path, cells, reading: layRow(runBehind(run), columns.length) }
  const heads = pieces.filter(isHeading)
  const head = heads.map((piece) => piece.text).join('')
  // Each of the five results stands three times over the figures.
  if (count(head, '纠') !== 3 || count(head, '尚') !== 3 || count(head, '起诉') < 2) return null
  const lastHead = pieces.lastIndexOf(heads.at(-1) as Piece)
  const firstFigure = pieces.findIndex(
    (piece, i) =>
      piece.numeral !== null && piece.numeral.kind !== 'blank' && i > pieces.indexOf(heads[0] as Piece),
  )
  const unread = { table, path: only.path, cells }
  if (firstFigure !== -1 && firstFigure < lastHead) {
    const tokens = pieces.filter((p) => p.numeral !== null && p.numeral.kind !== 'blank').map(tokenOf)
    return { ...unread, reading: { kind: 'unread', tokens } }
  }
  // Empty fields in the line of the headings fill that line; they are no figures.
  const headRow = pieces[lastHead]?.row
  const after = pieces.slice(lastHead + 1).filter((piece) => piece.numeral === null || piece.row !== headRow)
  const begin = after.findIndex((piece) => piece.numeral !== null)
  const first = after[begin]
  if (!first) return { ...unread, reading: { kind: 'missing' } }
  const width = columns.length
  const row = first.column === undefined ? inText(after.slice(begin)) : inRow(after, first, width)
  const tokens = row.map(tokenOf)
  // A word in the midst of the figures hides how many cells it stands for.
  const next = first.column === undefined ? after[begin + row.length] : undefined
  const broken = row.length < width && next !== undefined && isLabel(next.text, letters)
  return { ...unread, reading: broken ? { kind: 'unread', tokens } : layRow(tokens, width, { packed }) }
}

/** The pieces of the figures' own row; a label before them (数量) makes it longer than the form. */
const inRow = (pieces: readonly Piece[], first: Piece, width: number): readonly Piece[] => {
  const row = pieces.filter((piece) => piece.row === first.row && piece.column !== undefined)
  const labels = row.findIndex((piece) => piece.numeral !== null)
  return row.slice(Math.min(labels, Math.max(0, row.length - width)))
}

/** In running text the figures end where a text begins. */
const inText = (pieces: readonly Piece[]): readonly Piece[] => {
  const end = pieces.findIndex((piece) => piece.numeral === null && !isDoubtful(piece.text))
  return end === -1 ? pieces : pieces.slice(0, end)
}
