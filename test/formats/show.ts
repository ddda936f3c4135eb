import { type Block, isRefusal, type Observed, type Refusal } from '../../src/reader/formats/observed.ts'

/** A block as a test can state it: a line is its text, a table its rows, a cell its text or [text, rowSpan, colSpan]. */
export const show = (block: Block): unknown =>
  block.kind === 'line'
    ? block.text
    : Array.from({ length: block.rows }, (_, row) =>
        block.cells
          .filter((cell) => cell.row === row)
          .map((cell) =>
            cell.rowSpan * cell.colSpan === 1 ? cell.text : [cell.text, cell.rowSpan, cell.colSpan],
          ),
      )

export function shown(result: Observed | Refusal): unknown[] {
  if (isRefusal(result)) throw new Error(`${result.code}: ${result.message}`)
  return result.blocks.map(show)
}
