import { yearOf } from '../../../../law/day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { SupervisionRecord } from './record-words.ts'

/** Kinds whose entries are summed up by year. */
export const isSummed = (kind: string): kind is 'training' | 'staffing' =>
  kind === 'training' || kind === 'staffing'
const summed = {
  training: { people: '参加人次', hours: '学时', tested: '参加测试', passed: '测试合格' },
  staffing: { fullTime: '专职人员', partTime: '兼职人员', funds: '专项经费（万元）' },
} as const

/** Sums of what was entered, year by year. */
export function Sums({
  kind,
  rows,
}: {
  readonly kind: 'training' | 'staffing'
  readonly rows: readonly SupervisionRecord[]
}) {
  const kept = rows.filter(({ state }) => state !== 'withdrawn')
  const years = [...Map.groupBy(kept, (row) => yearOf(row.data.on as never))].toSorted(([a], [b]) => b - a)
  const columns = summed[kind] as Readonly<Record<string, string>>
  return (
    <Panel kind="list" title="分年合计">
      <DataTable
        caption="分年合计"
        keyOf={([year]) => String(year)}
        groups={[{ key: 'all', rows: years }]}
        columns={[
          { key: 'year', head: '年份', names: true, cell: ([year]) => `${year}年` },
          { key: 'count', head: '登记', kind: 'number', cell: ([, some]) => some.length },
          ...Object.entries(columns).map(([name, head]) => ({
            key: name,
            head,
            kind: 'number' as const,
            cell: ([, some]: (typeof years)[number]) =>
              some.reduce((sum, row) => sum + Number(row.data[name] ?? 0), 0),
          })),
        ]}
        empty={<EmptyState title="还没有可以合计的">登记以后按年合计。</EmptyState>}
      />
    </Panel>
  )
}
