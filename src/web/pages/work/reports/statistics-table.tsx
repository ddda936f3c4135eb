import type { Statistics } from '../../../../report/pre2019.ts'
import { boxText } from '../../../../writer/printed.ts'
import type { ReportJson } from '../../../../writer/schema.ts'
import { statisticsGrid, statisticsTitle } from '../../../../writer/statistics.ts'
import { Panel } from '../../../ui/panel.tsx'

/** The figures of a report from before the uniform form, as it printed them. */
export function StatisticsTable({
  statistics,
}: {
  readonly statistics: NonNullable<ReportJson['statistics']>
}) {
  const readings = Object.fromEntries(statistics.map(({ key, ...reading }) => [key, reading]))
  const grid = statisticsGrid(readings as unknown as Statistics)
  if (grid === null) return null
  const rows = Map.groupBy(grid.boxes, ({ row }) => row)
  return (
    <Panel title={statisticsTitle}>
      <table className="form form--few">
        <caption className="sr">{statisticsTitle}</caption>
        <tbody>
          {[...rows].map(([row, boxes]) => (
            <tr key={row}>
              {boxes.map((box) =>
                box.kind === 'cell' ? (
                  <td key={box.column} data-r={box.reading?.kind}>
                    {boxText(box)}
                  </td>
                ) : (
                  <th
                    key={box.column}
                    data-b={box.kind}
                    scope={box.kind === 'head' ? 'col' : 'row'}
                    colSpan={box.colSpan}
                  >
                    {boxText(box)}
                  </th>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
