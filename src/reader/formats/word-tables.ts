import type { Document, Element, Text } from 'domhandler'

export interface Cell {
  readonly element: Element
  readonly column: number
  colSpan: number
  rowSpan: number
  /** 'continue' belongs to the cell above it, 'left' to the cell before it. */
  merge: 'restart' | 'continue' | 'left' | undefined
}
export interface Row {
  readonly element: Element
  readonly cells: Cell[]
  width: number
  deleted: boolean
}
/** Adds a node at the end of another. */
export const append = (parent: Document | Element, child: Element | Text): void => {
  child.parent = parent
  parent.children.push(child)
}

/** Joins vertically merged cells: the first of them spans the rows, the others are not printed. */
export function finishTable(table: Element, rows: readonly Row[]): void {
  const open = new Map<number, Cell>()
  for (const row of rows) {
    if (row.deleted) {
      table.children = table.children.filter((child) => child !== row.element)
      continue
    }
    let left: Cell | undefined
    for (const cell of row.cells) {
      const above = cell.merge === 'continue' ? open.get(cell.column) : undefined
      const into = cell.merge === 'left' ? left : above
      if (into !== undefined) {
        if (into === above) into.rowSpan++
        else into.colSpan += cell.colSpan
        row.element.children = row.element.children.filter((child) => child !== cell.element)
        continue
      }
      left = cell
      for (let k = 0; k < Math.min(cell.colSpan, 100); k++) open.delete(cell.column + k)
      if (cell.merge === 'restart') open.set(cell.column, cell)
    }
  }
  for (const { element, rowSpan, colSpan } of rows.flatMap((row) => row.cells)) {
    if (rowSpan > 1) element.attribs.rowspan = String(rowSpan)
    if (colSpan > 1) element.attribs.colspan = String(colSpan)
  }
}
