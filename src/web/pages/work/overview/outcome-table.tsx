import { Link } from 'react-router'
import type { DayRange } from '../../../../office/ports.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { OutcomeLine } from './outcome-rows.ts'
import { casesHref } from './overview-href.ts'

/** Results and grounds of withholding, in the rows of the annual report. */
export function OutcomeTable({
  organ,
  lines,
  period,
}: {
  readonly organ: string
  readonly lines: readonly OutcomeLine[]
  readonly period: DayRange
}) {
  const columns: readonly Column<OutcomeLine>[] = [
    {
      key: 'row',
      head: '办理结果',
      names: true,
      cell: ({ caption, depth }) => (
        <span className={depth > 0 ? 'overview__below' : undefined}>{caption}</span>
      ),
    },
    {
      key: 'now',
      head: '期间',
      kind: 'number',
      cell: ({ now, path }) =>
        now === 0 ? (
          <span className="zero">0</span>
        ) : (
          <Link to={casesHref(organ, 'closed', period, { row: path })}>{now}</Link>
        ),
    },
    { key: 'before', head: '上年同期', kind: 'number', cell: ({ before }) => before },
  ]
  return (
    <DataTable
      caption="办理结果和不予公开的理由，按年度报告的表式"
      columns={columns}
      groups={[{ key: 'all', rows: lines }]}
      keyOf={({ path }) => path}
      empty={<EmptyState title="期间内没有办结的申请">换一个期间再看。</EmptyState>}
    />
  )
}
