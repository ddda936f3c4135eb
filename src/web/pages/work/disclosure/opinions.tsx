import { Link } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { adoptions } from '../../../../office/documents/records/answers.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Tally } from '../../../ui/tiles.tsx'
import { recordHref } from './disclosure-href.ts'
import { RecordState, type SeenRecord } from './record-state.tsx'

interface OpinionsProps {
  readonly organ: string
  readonly today: string
  readonly rows: readonly SeenRecord[]
  /** There are more than are shown. */
  readonly more: boolean
}

/** What people said to a draft, and how many of it were adopted. */
export function Opinions({ organ, today, rows, more }: OpinionsProps) {
  const waiting = rows.filter(({ state }) => state === 'open').length
  return (
    <Panel kind="list" title="公众意见" aside={`${rows.length} 条${more ? '以上' : ''}`}>
      <div className="panel__foot stack">
        <Tally
          counts={[
            { label: '待答复', count: waiting, bad: true },
            ...Object.entries(adoptions).map(([key, label]) => ({
              label,
              count: rows.filter(({ data }) => data.adopted === key).length,
            })),
          ]}
        />
        {waiting > 0 && <Note state="soon">逐条答复后，再公布采纳情况；公布以后不再接收意见。</Note>}
      </div>
      <DataTable
        caption="公众意见"
        keyOf={({ id }) => id}
        groups={[{ key: 'all', rows }]}
        empty={<EmptyState title="还没有意见">公众在征求意见的页面上提出的，列在这里。</EmptyState>}
        columns={[
          {
            key: 'on',
            head: '收到',
            kind: 'keep',
            names: true,
            cell: ({ id, openedOn }) => (
              <Link to={recordHref(organ, 'opinion', id)}>{formatChinese(openedOn)}</Link>
            ),
          },
          {
            key: 'text',
            head: '意见',
            cell: ({ text }) => <span className="watch__words">{text ?? '只有可以答复的人员能够阅看'}</span>,
          },
          {
            key: 'answer',
            head: '答复',
            cell: ({ data }) =>
              typeof data.adopted === 'string'
                ? `${adoptions[data.adopted as keyof typeof adoptions]}：${data.because}`
                : '—',
          },
          {
            key: 'state',
            head: '状态',
            kind: 'keep',
            cell: (record) => <RecordState record={record} today={today} />,
          },
        ]}
      />
    </Panel>
  )
}
