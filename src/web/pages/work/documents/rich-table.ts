/** Tables in the text being written. A row is changed where the caret stands. */

/** A table to be filled in, its first row the head; a paragraph follows, so that one can write on behind it. */
export const newTable = (rows: number, columns: number): string => {
  const row = (tag: string) => `<tr>${`<${tag}><br></${tag}>`.repeat(columns)}</tr>`
  return `<table><tbody>${row('th')}${row('td').repeat(rows - 1)}</tbody></table><p><br></p>`
}

const rowOf = (cell: HTMLTableCellElement): HTMLTableRowElement => cell.closest('tr')!
const rowsOf = (cell: HTMLTableCellElement): readonly HTMLTableRowElement[] => [
  ...cell.closest('table')!.rows,
]

const blank = (like: Element): HTMLElement => {
  const made = document.createElement(like.tagName)
  made.append(document.createElement('br'))
  return made
}

/** Another row behind this one. */
export function addRow(cell: HTMLTableCellElement): void {
  const row = document.createElement('tr')
  row.append(...[...rowOf(cell).cells].map(() => blank(document.createElement('td'))))
  rowOf(cell).after(row)
}

/** Another column behind this one. */
export function addColumn(cell: HTMLTableCellElement): void {
  const { cellIndex } = cell
  for (const row of rowsOf(cell)) {
    const beside = row.cells[Math.min(cellIndex, row.cells.length - 1)]
    if (beside !== undefined) beside.after(blank(beside))
  }
}

export function removeRow(cell: HTMLTableCellElement): void {
  const table = cell.closest('table')!
  if (table.rows.length === 1) table.remove()
  else rowOf(cell).remove()
}

export function removeColumn(cell: HTMLTableCellElement): void {
  const { cellIndex } = cell
  const rows = rowsOf(cell)
  if (rows.every(({ cells }) => cells.length <= 1)) cell.closest('table')!.remove()
  else for (const row of rows) row.cells[cellIndex]?.remove()
}

/** The first row says what stands below it, or no longer does. */
export function toggleHead(cell: HTMLTableCellElement): void {
  const [first] = rowsOf(cell)
  if (first === undefined) return
  const tag = first.cells[0]?.tagName === 'TH' ? 'td' : 'th'
  for (const each of [...first.cells]) {
    const made = document.createElement(tag)
    for (const name of ['colspan', 'rowspan'])
      if (each.hasAttribute(name)) made.setAttribute(name, each.getAttribute(name)!)
    made.append(...each.childNodes)
    each.replaceWith(made)
  }
}
