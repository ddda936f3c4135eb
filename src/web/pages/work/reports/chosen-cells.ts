import { cellAt, cellsOf } from '../../../../report/form.ts'
import { tablesOf } from '../../../../report/report.ts'
import type { Printed } from './report-view.ts'

/** The cells that the address asks to correct: some by name, or all of a section. Null where nothing is asked. */
export function chosenCells(printed: Printed, asked: URLSearchParams): ReadonlySet<string> | null {
  const tables = tablesOf(printed)
  const section = Number(asked.get('correct'))
  const own = tables
    .filter((table) => table.section === section)
    .flatMap((table) => cellsOf(table).map(({ key }) => key))
  const named = asked.getAll('cell').filter((key) => tables.some((table) => cellAt(table, key) !== undefined))
  const all = new Set([...own, ...named])
  return all.size === 0 ? null : all
}

/** Where cells are corrected; the first of them is gone to. */
export const correctCellsHref = (keys: readonly string[]): string =>
  `?${new URLSearchParams(keys.map((key) => ['cell', key]))}`

export const correctSectionHref = (section: number): string => `?correct=${section}`
