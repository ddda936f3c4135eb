import { Document, Element, Text } from 'domhandler'
import { type Change, changesOf, type DocFile } from './doc-file.ts'
import { DocNumbering } from './doc-lists.ts'
import { append, type Cell, finishTable, type Row } from './word-tables.ts'

/** What the property changes of a paragraph say about its place in a table and in a list. */
interface Properties {
  readonly style: number
  /** How many tables it stands in. */
  depth: number
  rowEnd: boolean
  cellEnd: boolean
  use: number | undefined
  level: number | undefined
  /** Left edge of every cell and right edge of the last, in twentieths of a point. */
  edges: number[]
  /** Flags of every cell (`TCGRF`). */
  flags: number[]
}

const MERGED_LEFT = 0x0002
const VERTICAL = 0x0020
const VERTICAL_FIRST = 0x0040

function propertiesOf(style: number, changes: Uint8Array): Properties {
  const data = new DataView(changes.buffer, changes.byteOffset, changes.byteLength)
  const found: Properties = {
    style,
    depth: 0,
    rowEnd: false,
    cellEnd: false,
    use: undefined,
    level: undefined,
    edges: [],
    flags: [],
  }
  const table = ({ at, length }: Change): void => {
    const count = changes[at]!
    if (count > 63 || 1 + (count + 1) * 2 > length) return
    for (let i = 0; i <= count; i++) found.edges.push(data.getInt16(at + 1 + i * 2, true))
    for (let i = 0; i < count; i++) {
      const flags = at + 1 + (count + 1) * 2 + i * 20
      found.flags.push(flags + 2 <= at + length ? data.getUint16(flags, true) : 0)
    }
  }
  for (const change of changesOf(changes)) {
    const { code, at } = change
    const value = changes[at]!
    if (code === 0x2416) found.depth = Math.max(found.depth, value & 1)
    else if (code === 0x6649) found.depth = Math.min(Math.max(data.getInt32(at, true), 0), 50)
    else if (code === 0x2417 || code === 0x244c) found.rowEnd = (value & 1) === 1
    else if (code === 0x244b) found.cellEnd = (value & 1) === 1
    else if (code === 0x460b) found.use = data.getInt16(at, true)
    else if (code === 0x260a) found.level = value
    else if (code === 0xd608) table(change)
    else if (code === 0xd62b && found.flags[value] !== undefined) {
      // sprmTVertMerge: 1 goes on, 3 begins.
      const how = changes[at + 1]!
      const rest = found.flags[value]! & ~(VERTICAL | VERTICAL_FIRST)
      found.flags[value] = rest | (how === 3 ? VERTICAL | VERTICAL_FIRST : how === 1 ? VERTICAL : 0)
    } else if (code === 0x5624) {
      // sprmTMerge: the first cell takes in those up to the second.
      for (let i = value + 1; i < changes[at + 1]! && i < found.flags.length; i++)
        found.flags[i]! |= MERGED_LEFT
    }
  }
  return found
}

interface OpenTable {
  readonly element: Element
  readonly rows: { cells: Element[]; properties: Properties }[]
  cells: Element[]
  cell: Element | undefined
}

/** Edges this near are one. Twentieths of a point. */
const NEAR = 30

/** Turns the edges of all rows into columns, and finishes the table's spans. */
function close({ element, rows, cells, cell }: OpenTable): void {
  const loose = cell === undefined ? cells : [...cells, cell]
  // A table cut off before the end of its row still shows its cells.
  const all =
    loose.length === 0 ? rows : [...rows, { cells: loose, properties: propertiesOf(0, new Uint8Array(0)) }]
  const columns: number[] = []
  for (const edge of all.flatMap((row) => row.properties.edges).sort((a, b) => a - b)) {
    if (columns.length === 0 || edge - columns.at(-1)! > NEAR) columns.push(edge)
  }
  const columnAt = (edge: number): number => {
    const next = columns.findIndex((at) => at > edge)
    return (next < 0 ? columns.length : next) - 1
  }
  const finished = all.map(({ cells: row, properties: { edges, flags } }): Row => {
    const tr = new Element('tr', {}, [])
    append(element, tr)
    const known = edges.length > row.length
    const first = known ? columnAt(edges[0]!) : 0
    if (first > 0) append(tr, new Element('td', { 'data-gap': '', colspan: String(first) }, []))
    const placed = row.map((td, i): Cell => {
      append(tr, td)
      const column = known ? columnAt(edges[i]!) : i
      const colSpan = known ? Math.max(columnAt(edges[i + 1]!) - column, 1) : 1
      const flag = flags[i] ?? 0
      const down =
        (flag & VERTICAL) === 0 ? undefined : (flag & VERTICAL_FIRST) === 0 ? 'continue' : 'restart'
      return { element: td, column, colSpan, rowSpan: 1, merge: (flag & MERGED_LEFT) === 0 ? down : 'left' }
    })
    return { element: tr, cells: placed, width: 0, deleted: false }
  })
  finishTable(element, finished)
}

/**
 * The body of a binary Word file as a tree of p, br, table, tr and td, for the walker that reads web pages.
 * Rows and merged cells come from the row marks, automatic numbers become text, field codes are left out.
 */
export function treeOfDoc(file: DocFile): Document {
  const root = new Document([])
  const numbering = new DocNumbering(file)
  const tables: OpenTable[] = []
  const target = (depth: number): Document | Element => {
    while (tables.length > depth) close(tables.pop()!)
    while (tables.length < depth) {
      const element = new Element('table', {}, [])
      const outer = tables.at(-1)
      if (outer !== undefined) outer.cell ??= new Element('td', {}, [])
      append(outer?.cell ?? root, element)
      tables.push({ element, rows: [], cells: [], cell: undefined })
    }
    const table = tables.at(-1)
    if (table === undefined) return root
    table.cell ??= new Element('td', {}, [])
    return table.cell
  }
  let lines: string[] = ['']
  // Field codes stand between 0x13 and 0x14 (or 0x15), may be nested, and are not printed.
  const fields: boolean[] = []
  const finish = (cp: number, mark: number): void => {
    const { style, changes } = file.paragraphAt(cp)
    const properties = propertiesOf(style, changes)
    const depth = mark === 7 ? Math.max(properties.depth, 1) : properties.depth
    if (properties.rowEnd && depth > 0) {
      target(depth)
      const table = tables.at(-1)!
      table.cell = undefined
      if (table.cells.length > 0) table.rows.push({ cells: table.cells, properties })
      table.cells = []
    } else {
      const parent = target(depth)
      const p = new Element('p', {}, [])
      append(parent, p)
      const label = numbering.label(properties.style, properties.use, properties.level)
      for (const [i, line] of lines.entries()) {
        if (i > 0) append(p, new Element('br', {}, []))
        append(p, new Text((i === 0 ? label : '') + line))
      }
      if (depth > 0 && (mark === 7 || properties.cellEnd)) {
        const table = tables.at(-1)!
        table.cells.push(table.cell!)
        table.cell = undefined
      }
    }
    lines = ['']
  }
  for (let cp = 0; cp < file.text.length; cp++) {
    const code = file.text.charCodeAt(cp)
    if (code === 0x0d || code === 0x07 || code === 0x0c) finish(cp, code)
    else if (code === 0x13) fields.push(true)
    else if (code === 0x14 && fields.length > 0) fields[fields.length - 1] = false
    else if (code === 0x15) fields.pop()
    else if (file.dropped[cp] === 1 || fields.includes(true)) continue
    else if (code === 0x0b || code === 0x0e) lines.push('')
    else if (code === 0x1e) lines[lines.length - 1] += '-'
    else if (code >= 0x20 || code === 0x09) lines[lines.length - 1] += file.text[cp]!
  }
  if (lines.some((line) => line !== '')) finish(file.text.length, 0x0d)
  target(0)
  return root
}
