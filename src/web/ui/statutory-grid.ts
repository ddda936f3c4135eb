import { leaves, type Table } from '../../report/form.ts'
import { type Box, layout } from '../../report/layout.ts'

/** A row of the printed table. */
export interface FormRow {
  readonly boxes: readonly FormBox[]
  /** Its figures are sums, or stand for the table as a whole. */
  readonly sum: boolean
}

export interface FormBox extends Box {
  readonly id: string
  /** Ids of the heads and labels that speak for a figure. */
  readonly headers: string
  /** The column holds totals. */
  readonly total: boolean
}

export interface FormGrid {
  readonly rows: readonly FormRow[]
  /** Columns that hold labels; the others hold figures. */
  readonly labels: number
  readonly columns: number
  /** Rows at the top that are heads alone, where it is one table. */
  readonly headRows: number
}

const covers = (at: number, start: number, span: number): boolean => start <= at && at < start + span

/**
 * Tables one below the other in one grid, as a section of the form prints them, with what a screen reader has to be
 * told: which heads of which table speak for a figure.
 */
export function formGrid(tables: readonly Table[], prefix: string): FormGrid {
  const room = Math.max(...tables.map((table) => leaves(table.columns).length))
  const parts = tables.map((table) => {
    const grid = layout(table, room)
    return { table, grid, head: grid.rows - leaves(table.rows).length }
  })
  const columns = Math.max(...parts.map(({ grid }) => grid.columns))
  let above = 0
  const rows = parts.flatMap(({ table, grid, head }) => {
    const top = above
    above += grid.rows
    const idOf = ({ row, column }: Box) => `${prefix}-r${top + row}c${column}`
    const headersOf = (cell: Box) =>
      grid.boxes
        .filter((box) =>
          box.kind === 'label'
            ? covers(cell.row, box.row, box.rowSpan)
            : (box.kind === 'head' || box.kind === 'band') && covers(cell.column, box.column, box.colSpan),
        )
        .map(idOf)
        .join(' ')
    const columnLeaves = leaves(table.columns)
    const rowLeaves = leaves(table.rows)
    const nested = rowLeaves.some(({ trail }) => trail.length > 1)
    return Array.from({ length: grid.rows }, (_, row): FormRow => {
      const leaf = rowLeaves[row - head]
      const boxes = grid.boxes.filter((box) => box.row === row)
      const firstFigure = boxes.findIndex(({ kind }) => kind === 'cell')
      return {
        sum: leaf !== undefined && nested && (leaf.node.kind === 'total' || leaf.trail.length === 1),
        boxes: boxes.map((box, index) => ({
          ...box,
          id: idOf(box),
          headers: box.kind === 'cell' ? headersOf(box) : '',
          total: box.kind === 'cell' && columnLeaves[index - firstFigure]?.node.kind === 'total',
        })),
      }
    })
  })
  const cell = parts[0]?.grid.boxes.find(({ kind }) => kind === 'cell')
  return {
    rows,
    labels: cell?.column ?? 0,
    columns,
    headRows: parts.length === 1 ? (parts[0]?.head ?? 0) : 0,
  }
}
