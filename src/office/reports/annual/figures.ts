/** Figures put into the cells by hand or from a list, and corrections of those that the cases gave. Pure. */

import type { Day } from '../../../law/day.ts'
import { editionFor } from '../../../report/editions/index.ts'
import { type Cell, cellAt, type Table } from '../../../report/form.ts'
import type { AnnualEvent, CellValue, FigureEntered } from './events.ts'
import { personalTextIn } from './personal-text.ts'
import { type AnnualRefusal, refuse } from './refusal.ts'
import type { AnnualState } from './state.ts'

/** Tables whose figures follow from cases; those of the others are entered. */
export const countedTables: ReadonlySet<Table['key']> = new Set(['requests', 'disputes'])

export type AnnualEvents = { readonly refused: false; readonly events: readonly AnnualEvent[] }

/** The cell of the year's form; undefined where it has none of that key. */
export function cellOfYear(year: number, key: string): Cell | undefined {
  const tables: readonly Table[] = editionFor(year)?.tables ?? []
  for (const table of tables) {
    const cell = cellAt(table, key)
    if (cell !== undefined) return cell
  }
  return undefined
}

/** Whether a figure is put into the cell, rather than a sum of others. */
export const isItem = ({ row, column }: Cell): boolean =>
  row.node.kind === 'item' && column.node.kind === 'item'

/** Most that anything is counted to: more is a slip of the finger. */
const most = 1e12

/** Why a figure cannot stand in a cell; null where it can. */
function valueFault({ value: kind }: Cell, value: CellValue): string | null {
  if (typeof value === 'string') return null
  if (!Number.isFinite(value) || Math.abs(value) > most) return '数字过大，请核对'
  if (kind !== 'signed' && value < 0) return '不应为负数'
  if ((kind === 'count' || kind === 'signed') && !Number.isInteger(value)) return '应为整数'
  return null
}

/** Figures for cells that no cases fill in. Nothing is recorded of an entry in which one is at fault. */
export function enterFigures(
  year: number,
  figures: readonly FigureEntered[],
  from: 'typed' | 'list',
  on: Day,
): AnnualEvents | AnnualRefusal {
  const obstacles = figures.flatMap(({ key, value }) => {
    const cell = cellOfYear(year, key)
    if (cell === undefined) return [{ about: key, message: `${year}年的表式没有“${key}”这一格。` }]
    if (countedTables.has(cell.table.key) || !isItem(cell))
      return [
        { about: key, message: '这一格由申请件计数或者合计得出，不直接填报；有误的，请写明理由更改计数。' },
      ]
    const fault = valueFault(cell, value)
    return fault === null ? [] : [{ about: key, message: `${fault}。` }]
  })
  if (obstacles.length > 0)
    return {
      ...refuse(
        'wrongValue',
        `有 ${obstacles.length} 格不能填报，没有作任何记录：${obstacles[0]!.message}`,
        '条例§50',
      ),
      obstacles,
    }
  const personal = personalTextIn(figures.flatMap(({ document, note }) => [document, note]))
  if (personal !== null) return personal
  return { refused: false, events: [{ kind: 'figuresEntered', on, data: { figures, from } }] }
}

export interface CellCorrection {
  readonly key: string
  /** Null takes an earlier correction back. */
  readonly value: number | null
  readonly reason: string
}

/** Another figure in place of the one that the cases give; both are kept. */
export function correctCell(
  state: AnnualState,
  year: number,
  { key, value, reason }: CellCorrection,
  computed: number | null,
  on: Day,
): AnnualEvents | AnnualRefusal {
  const cell = cellOfYear(year, key)
  if (cell === undefined) return refuse('unknownCell', `${year}年的表式没有“${key}”这一格。`, '条例§50')
  if (!countedTables.has(cell.table.key) || computed === null)
    return refuse('enteredCell', '这一格是填报的数字，请直接填报新的数字。', '条例§50')
  if (state.sum !== null)
    return refuse('computedCell', '本报告采用汇总的数字；有误的，请由该机关更改后重新汇总。', '条例§49¶2')
  if (!isItem(cell))
    return refuse('computedCell', '这一格是合计，由各分项相加得出；请更改有误的分项。', '条例§50')
  if (value === null)
    return key in state.corrections
      ? { refused: false, events: [{ kind: 'correctionLifted', on, data: { key } }] }
      : refuse('notCorrected', '这一格没有更改过，无需恢复。', '条例§50')
  const fault = valueFault(cell, value)
  if (fault !== null) return refuse('wrongValue', `${fault}。`, '年报格式')
  if (reason.trim() === '')
    return refuse(
      'noReason',
      '更改由申请件计数得出的数字应当写明理由，计数与更改后的数字一并保留。',
      '条例§50',
    )
  const personal = personalTextIn([reason])
  if (personal !== null) return personal
  return {
    refused: false,
    events: [{ kind: 'cellCorrected', on, data: { key, computed, value, reason: reason.trim() } }],
  }
}

/** A note on a cell; the empty one takes it away. */
export function noteCell(year: number, key: string, note: string, on: Day): AnnualEvents | AnnualRefusal {
  if (cellOfYear(year, key) === undefined)
    return refuse('unknownCell', `${year}年的表式没有“${key}”这一格。`, '条例§50')
  const personal = personalTextIn([note])
  if (personal !== null) return personal
  return { refused: false, events: [{ kind: 'cellNoted', on, data: { key, note: note.trim() } }] }
}
