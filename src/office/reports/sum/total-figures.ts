/** The figures of sections three and four that reports are compared by: totals of rows, and all of the disputes. */
import { editionFor } from '../../../report/editions/index.ts'
import { cellKey, cellsOf, leaves, type Node, type Table } from '../../../report/form.ts'
import { figureAt, type Readings } from '../../../report/reading.ts'
import type { Report } from '../../../report/report.ts'

/** By cell, `requests/outcome.denied@total` among them, which the form has no cell for; null where it is not known. */
export type TotalFigures = Readonly<Record<string, number | null>>

/** Known only where every part is: what is wanting is not zero. */
const whole = (parts: readonly (number | null)[]): number | null =>
  parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0)

function groupSums(table: Table, readings: Readings): readonly (readonly [string, number | null])[] {
  const rows = leaves(table.rows)
  const below = (nodes: readonly Node[], above: string): readonly string[] =>
    nodes.flatMap((node) => {
      const path = above === '' ? node.id : `${above}.${node.id}`
      return node.kind === 'group' ? [path, ...below(node.nodes, path)] : []
    })
  return below(table.rows, '').map((path) => {
    const items = rows.filter((row) => row.path.startsWith(`${path}.`) && row.node.kind === 'item')
    const parts = items.map((row) => figureAt(readings, cellKey(table, row.path, 'total')))
    return [cellKey(table, path, 'total'), whole(parts)] as const
  })
}

/** Of a report in the form of its year; nothing for a year without a form. */
export function totalFigures({ year, readings }: Pick<Report, 'year' | 'readings'>): TotalFigures {
  const tables: readonly Table[] = (year === null ? null : editionFor(year))?.tables ?? []
  return Object.fromEntries(
    tables.flatMap((table) => {
      if (table.key !== 'requests' && table.key !== 'disputes') return []
      const shown = cellsOf(table)
        .filter(({ column }) => table.key === 'disputes' || column.path === 'total')
        .map(({ key }) => [key, figureAt(readings, key)] as const)
      return [...shown, ...(table.key === 'requests' ? groupSums(table, readings) : [])]
    }),
  )
}
