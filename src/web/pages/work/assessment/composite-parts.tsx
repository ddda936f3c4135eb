import type { ComposedPart } from '../../../../office/supervision/assessment/composite.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { scoreText } from './score-text.ts'

/** What the result of a year is made of: each part, its weight, and what it counts for. */
export const CompositeParts = ({
  composed,
  parts,
}: {
  readonly composed: number
  readonly parts: readonly Omit<ComposedPart, 'of'>[]
}) => (
  <Panel
    kind="list"
    title="综合得分"
    aside={<strong className="assess__total">{scoreText(composed)} 分</strong>}
  >
    <DataTable
      caption="综合得分的组成"
      keyOf={({ caption }) => caption}
      groups={[{ key: 'all', rows: parts }]}
      empty={null}
      columns={[
        { key: 'caption', head: '组成', names: true, cell: ({ caption }) => caption },
        {
          key: 'mean',
          head: '得分',
          kind: 'number',
          cell: ({ mean, scores }) =>
            mean === null
              ? '没有得分，权重并入其他部分'
              : `${scoreText(mean)}${scores > 1 ? `（${scores} 次平均）` : ''}`,
        },
        { key: 'weight', head: '权重', kind: 'number', cell: ({ weight }) => `${weight}%` },
        { key: 'points', head: '计入', kind: 'number', cell: ({ points }) => scoreText(points) },
      ]}
    />
  </Panel>
)
