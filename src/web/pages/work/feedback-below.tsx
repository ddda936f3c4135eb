import { Link } from 'react-router'
import { ratingLevels } from '../../../office/feedback/rating-levels.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'

type OrganRatings = AnsweredBy<'countRatings'>['rows'][number]

const columns: readonly Column<OrganRatings>[] = [
  { key: 'name', head: '机关', names: true, cell: ({ name }) => name },
  { key: 'total', head: '评价', kind: 'number', cell: ({ total }) => total },
  ...Object.entries(ratingLevels).map(
    ([level, head]): Column<OrganRatings> => ({
      key: level,
      head,
      kind: 'number',
      cell: ({ counts }) => counts.find((each) => each.level === level)?.count ?? 0,
    }),
  ),
]

const asideOfAll = '只有件数；意见由各机关自己阅看'

/** How content applicants were with each organ, for those above it: counts alone, for the words are the organ's. */
export const RatingsBelow = ({
  rows,
  allHref,
}: {
  readonly rows: readonly OrganRatings[]
  /** To all of them, where one is shown alone. */
  readonly allHref?: string | undefined
}) => (
  <Panel
    kind="list"
    title={allHref === undefined ? '各机关的评价' : `${rows[0]?.name}的评价`}
    aside={allHref === undefined ? asideOfAll : <Link to={allHref}>看全部机关</Link>}
  >
    <DataTable
      caption="各机关的评价"
      columns={columns}
      groups={[{ key: 'all', rows }]}
      keyOf={({ organ }) => organ}
      empty={null}
    />
  </Panel>
)
