/** Figures of section two as a list: a template with the cells to fill in, and the same read back. */

import { editionFor } from '../../../report/editions/index.ts'
import { cells, spokenCell } from '../../../report/form.ts'
import { cellFault, headedRows, type RowFault } from '../../lists/headed-rows.ts'
import { type ListKind, type ListRefusal, readList, writeList } from '../../lists/list-file.ts'
import { type AnnualAsk, type AnnualHouse, type ChangeOutcome, changeReport } from './desk.ts'
import type { CellValue, FigureEntered } from './events.ts'
import { countedTables, enterFigures } from './figures.ts'
import type { AnnualView } from './read-report.ts'

const heads = ['项目编码', '项目', '数字', '来源', '备注'] as const
const kind: ListKind = { what: '年度报告填报表', heads }

/** The cells of the year's form that are filled in by hand. */
const entryCells = (year: number) =>
  cells(editionFor(year)?.tables ?? []).filter(({ table }) => !countedTables.has(table.key))

/** The template, with what was entered already. */
export async function figureTemplate(
  { year, cells: shown }: Pick<AnnualView, 'year' | 'cells'>,
  format: 'csv' | 'xlsx',
): Promise<Uint8Array> {
  const byKey = new Map(shown.map((cell) => [cell.key, cell]))
  const lines = entryCells(year).map((cell) => {
    const { entry } = byKey.get(cell.key) ?? {}
    const band = cell.table.band === undefined ? '' : `${cell.table.band} `
    const value = entry === null || entry === undefined ? '' : entry.value === 'dash' ? '/' : entry.value
    return [
      cell.key,
      band + spokenCell(cell),
      value === 'blank' ? '' : String(value),
      entry?.document ?? '',
      entry?.note ?? '',
    ]
  })
  return writeList(kind, lines, format)
}

const dash = /^[-—–－/／]+$/

function entered(text: string): CellValue | null {
  if (dash.test(text)) return 'dash'
  const plain = text.replace(/[,，\s]/g, '')
  return /^[+-]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null
}

export interface ReadFigures {
  readonly refused: false
  readonly figures: readonly FigureEntered[]
  readonly faults: readonly RowFault[]
  readonly unknownHeads: readonly string[]
}

/** The figures of a list. A line without a figure says nothing: what is not known stays asked for. */
export async function readFigures(bytes: Uint8Array, year: number): Promise<ReadFigures | ListRefusal> {
  const grid = await readList(bytes, kind)
  if ('refused' in grid) return grid
  const found = headedRows(grid, kind)
  if ('refused' in found) return found
  const known = new Set(entryCells(year).map(({ key }) => key))
  const faults: RowFault[] = []
  const figures: FigureEntered[] = []
  for (const { line, at } of found.rows) {
    const [key, text] = [at(heads[0]) ?? '', at(heads[2]) ?? '']
    if (text === '') continue
    const value = entered(text)
    if (!known.has(key)) faults.push(cellFault(line, heads[0], `${year}年的表式没有这一项，请使用导出的模板`))
    else if (value === null) faults.push(cellFault(line, heads[2], '不是数字；没有的请填 0，不适用的请填 /'))
    else figures.push({ key, value, document: at(heads[3]) || null, note: at(heads[4]) || null })
  }
  return { refused: false, figures, faults, unknownHeads: found.unknownHeads }
}

/** Enters the figures of a list, all or none. */
export const importAnnualFigures = (
  house: AnnualHouse,
  ask: AnnualAsk,
  figures: readonly FigureEntered[],
): Promise<ChangeOutcome> =>
  changeReport(house, ask, 'write', () => enterFigures(ask.year, figures, 'list', ask.today))
