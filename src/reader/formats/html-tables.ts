import { type Element, isTag, isText, type ParentNode } from 'domhandler'
import { type ClassDisplays, type Display, DROPPED, displayOf, roleByName, walk } from './html-elements.ts'
import type { LineBuffer } from './line-buffer.ts'

export interface HtmlCell {
  readonly element: Element
  readonly rowSpan: number
  readonly colSpan: number
}

export interface HtmlTable {
  readonly rows: readonly (readonly HtmlCell[])[]
  /** Tables standing inside its cells. */
  readonly inner: HtmlTable[]
}

const span = (element: Element, name: 'rowspan' | 'colspan', least: number): number => {
  const value = Number.parseInt(element.attribs[name] ?? element.attribs[`aria-${name}`] ?? '', 10)
  return Number.isNaN(value) || value < least ? 1 : value
}

type Role = (element: Element) => Display | undefined

/** Rows of an element laid out as a table, or undefined where its children do not make one. */
function rowsOf(element: Element, role: Role, strict: boolean): HtmlCell[][] | undefined {
  const rows: HtmlCell[][] = []
  const group = (parent: Element): boolean => {
    const found: Element[][] = []
    for (const child of parent.children) {
      if (!isTag(child)) continue
      const kind = role(child)
      if (kind === 'row') {
        const elements = child.children.filter(isTag)
        const cells = elements.filter((cell) => role(cell) === 'cell')
        if (strict && elements.some((cell) => role(cell) !== 'cell' && cell.name !== 'br')) return false
        found.push(cells)
      } else if (kind === 'group' && parent === element) {
        if (!group(child)) return false
      } else if (strict && child.name !== 'br' && kind !== 'none' && child.name !== 'caption') return false
    }
    for (const [index, cells] of found.entries()) {
      // A span ends with its row group, as in every browser.
      const left = found.length - index
      const place = (cell: Element): HtmlCell => {
        const rowSpan = span(cell, 'rowspan', 0)
        return {
          element: cell,
          rowSpan: rowSpan === 0 ? left : Math.min(rowSpan, left),
          colSpan: span(cell, 'colspan', 1),
        }
      }
      rows.push(cells.map(place))
    }
    return true
  }
  if (!group(element)) return undefined
  return strict && rows.flat().length < 2 ? undefined : rows
}

/** The table an element is: a real one, or other elements laid out or named as one. */
function tableOf(element: Element, classes: ClassDisplays): HtmlTable | undefined {
  const displayed: Role = (child) => displayOf(child, classes)
  if (element.name === 'table') return { rows: rowsOf(element, displayed, false) ?? [], inner: [] }
  const shown = displayOf(element, classes)
  const first = element.children.find(isTag)
  let rows: HtmlCell[][] | undefined
  if (shown === 'table' || (first !== undefined && shown === 'block' && displayed(first) === 'row')) {
    rows = rowsOf(element, displayed, true)
  } else if (shown === 'block' && roleByName(element) === 'table') {
    rows = rowsOf(element, (child) => (DROPPED.has(child.name) ? 'none' : roleByName(child)), true)
  }
  return rows === undefined ? undefined : { rows, inner: [] }
}

/** All tables of a page with what stands in them, and how many hidden passages were left out. */
export function findTables(
  root: ParentNode,
  classes: ClassDisplays,
): { tables: Map<Element, HtmlTable>; hidden: number } {
  const tables = new Map<Element, HtmlTable>()
  const open: HtmlTable[] = []
  let hidden = 0
  walk(
    root,
    (node) => {
      if (!isTag(node)) return false
      const table = displayOf(node, classes) === 'none' ? null : tableOf(node, classes)
      if (table === null) {
        if (!DROPPED.has(node.name) && textLength(node) >= 20) hidden++
        return false
      }
      if (table !== undefined) {
        open.at(-1)?.inner.push(table)
        tables.set(node, table)
        open.push(table)
      }
      return true
    },
    (element) => {
      if (open.length > 0 && tables.get(element) === open.at(-1)) open.pop()
    },
  )
  return { tables, hidden }
}

/** Characters other than white space under a node. */
function textLength(root: ParentNode): number {
  let length = 0
  walk(
    root,
    (node) => {
      if (isText(node)) length += node.data.replaceAll(/\s+/g, '').length
      return isTag(node) && !DROPPED.has(node.name)
    },
    () => {},
  )
  return length
}

/** A table of one short cell inside another table is a box around a word, not a table of its own. */
const trivial = (table: HtmlTable): boolean => {
  const cells = table.rows.flat()
  return (
    table.inner.length === 0 &&
    (cells.length === 0 || (cells.length === 1 && textLength(cells[0]!.element) <= 100))
  )
}

/** Whether a table merely places other tables on the page. */
export const isLayout = (table: HtmlTable): boolean => !table.inner.every(trivial)

/** Text of a table's row that is prose set in a table rather than data. */
export function isProse(texts: readonly string[]): boolean {
  const alone = texts.length === 1
  return texts.some((text) => {
    const lines = text.split('\n')
    if (alone) return text.length > 150 || (lines.length >= 3 && text.length > 80)
    return text.length > 300 && lines.some((line) => line.length > 80)
  })
}

/** Feeds the text under a node to a buffer: block elements and <br> end lines, hidden content is left out. */
export function pour(
  root: ParentNode,
  classes: ClassDisplays,
  into: LineBuffer,
  table: (element: Element) => boolean,
) {
  let pre = 0
  const isPre = (element: Element): boolean =>
    ['pre', 'textarea', 'xmp', 'listing'].includes(element.name) ||
    /white-space\s*:\s*pre/i.test(element.attribs.style ?? '')
  walk(
    root,
    (node) => {
      if (isText(node)) into.append(node.data, pre > 0)
      if (!isTag(node)) return false
      if (node.name === 'br') into.flush()
      if (node.name === 'input') into.append(fieldValue(node), false)
      const display = displayOf(node, classes)
      if (display === 'none') return false
      if (isPre(node)) pre++
      if (display === 'inline') return true
      into.flush()
      return !table(node)
    },
    (element) => {
      const display = displayOf(element, classes)
      if (display === 'none') return
      if (isPre(element)) pre--
      if (display !== 'inline') into.flush()
    },
  )
}

/** What a text field shows: forms printed to a page carry their numbers there. */
const fieldValue = (element: Element): string =>
  ['', 'text', 'number'].includes(element.attribs.type?.toLowerCase() ?? '')
    ? (element.attribs.value ?? '')
    : ''
