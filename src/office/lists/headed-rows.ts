/** Rows of a list under their heads, in whatever order the columns stand. */
import type { Grid, ListKind, ListRefusal } from './list-file.ts'

/** What is wrong with a row, naming row and column as the sheet shows them. */
export interface RowFault {
  readonly line: number
  /** Head of the column; null where the row as a whole is meant. */
  readonly column: string | null
  readonly message: string
}

/** A row: what stands under a head, tidied; undefined where the list has no such column. */
export interface HeadedRow {
  readonly line: number
  readonly at: (head: string) => string | undefined
}

export interface HeadedRows {
  readonly rows: readonly HeadedRow[]
  /** Heads that are none of the kind's; their columns are passed over. */
  readonly unknownHeads: readonly string[]
}

/** White space at the ends and line breaks within are how cells are typed, not what they say. */
export const tidy = (text: string | undefined): string =>
  (text ?? '')
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The rows that are not empty, below the row of heads, which may have titles above it. */
export function headedRows(grid: Grid, { what, heads }: ListKind): HeadedRows | ListRefusal {
  const top = grid.rows.findIndex(({ cells }) => cells.some((cell) => tidy(cell) === heads[0]))
  const headRow = grid.rows[top]
  if (headRow === undefined)
    return { refused: true, message: `没有找到“${heads[0]}”这一列。${what}按这一列对应，请使用导出的模板。` }
  const titles = headRow.cells.map(tidy)
  const double = titles.find((title, i) => title !== '' && titles.indexOf(title) !== i)
  if (double !== undefined)
    return { refused: true, message: `第 ${headRow.line} 行的表头“${double}”出现了两次，请删去一列。` }
  const place = new Map(titles.map((title, i) => [title, i]))
  const known = new Set(heads)
  const rows = grid.rows
    .slice(top + 1)
    .filter(({ cells }) => cells.some((cell) => tidy(cell) !== ''))
    .map(({ line, cells }): HeadedRow => {
      const at = (head: string): string | undefined => {
        const column = place.get(head)
        return column === undefined ? undefined : tidy(cells[column])
      }
      return { line, at }
    })
  return { rows, unknownHeads: titles.filter((title) => title !== '' && !known.has(title)) }
}

/** A fault of one cell. */
export const cellFault = (line: number, column: string, words: string): RowFault => ({
  line,
  column,
  message: `第 ${line} 行“${column}”：${words}。`,
})
