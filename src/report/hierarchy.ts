/** Whether the report of a government is the sum of the reports it is compiled from. */

import { difference } from './decimal.ts'
import { editions } from './editions/index.ts'
import { type Cell, cellAt, type EditionId, spokenCell, type Table } from './form.ts'
import { type MergedCell, merge } from './merge.ts'
import { figureAt } from './reading.ts'
import type { Finding, Report } from './report.ts'
import { listed } from './rules/rule.ts'

const cellIn = (edition: EditionId, key: string): Cell | undefined =>
  editions[edition].tables.map((table: Table) => cellAt(table, key)).find((cell) => cell !== undefined)

/** The difference of parent and sum: null where it cannot be told, since somebody's figure is wanting. */
const gap = (value: number, known: number | null, partial: boolean, signed: boolean): number | null => {
  if (known === null) return null
  const more = difference(known, value)
  // Figures that are wanting can only add to the sum, unless the column is signed.
  return !partial || (more > 0 && !signed) ? more : null
}

/**
 * Holds the report of a superior organ against the sum of the reports of its parts (its own office among them).
 * One finding for each cell that differs, and one for all cells that cannot be compared because somebody's
 * figure is wanting. A refused report counts as wanting.
 */
export const checkHierarchy = (parent: Report, children: readonly Report[]): readonly Finding[] => {
  const edition = parent.edition === '2019' ? '2019' : '2021'
  const { cells, refused } = merge(children, edition, parent.year)
  const base = { rule: 'HIERARCHY', severity: 'warning', cites: ['条例§49¶2'] } as const
  const open: MergedCell[] = []
  const broken = cells.flatMap((cell): readonly Finding[] => {
    const value = figureAt(parent.readings, cell.key)
    if (value === null) return []
    const partial = cell.partial || refused.length > 0
    const form = cellIn(edition, cell.key)
    if (form === undefined) return []
    const more = gap(value, cell.known, partial, form.value === 'signed')
    if (more === null) open.push(cell)
    if (more === null || more === 0) return []
    const name = spokenCell(form)
    const whose = `${cell.from.length} 个单位合计${partial ? '（尚缺部分单位）' : ''}`
    return [
      {
        ...base,
        verdict: 'broken',
        left: { text: `上级报告：${name}`, value },
        right: { text: whose, value: partial ? null : cell.known },
        cells: [cell.key],
        message: `${name}：上级报告 ${value}，${whose} ${cell.known}，相差 ${Math.abs(more)}。`,
      },
    ]
  })
  if (open.length === 0) return broken
  const wanting = [...refused, ...open.flatMap(({ missing }) => missing)].map(({ organ }) => organ)
  return [
    ...broken,
    {
      ...base,
      verdict: 'undecidable',
      cells: open.map(({ key }) => key),
      message: `${open.length} 格因缺 ${listed([...new Set(wanting)], 6, '个单位')}的数而不能核对。`,
    },
  ]
}
