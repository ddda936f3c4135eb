import { Link } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { gravities } from '../../../../office/documents/checks/check.ts'
import { columns as columnRecords } from '../../../../office/documents/columns.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { deskOf } from '../../load-context.ts'
import { told } from '../told.ts'
import type { Route } from './+types/organs.ts'
import { DisclosureHead } from './disclosure-head.tsx'
import { disclosureHref, disclosurePageHref, findingsHref, recordsHref } from './disclosure-href.ts'
import { openDisclosure } from './open-disclosure.ts'
import './disclosure.css'

export async function loader({ params: { organ }, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [{ frame }, overseen] = await Promise.all([
    openDisclosure(api, organ),
    api.call('overseeDisclosure', { params: { organ }, query: { below: 'true' } }),
  ])
  return { frame, ...told(overseen) }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `各机关 · 发布后管理 · ${loaderData?.frame.organName ?? ''}` },
]

type Row = AnsweredBy<'overseeDisclosure'>['rows'][number]

/** A number that opens what it counts; nought leads nowhere. */
const counted = (
  key: string,
  head: string,
  count: (row: Row) => number,
  href: (row: Row) => string,
): Column<Row> => ({
  key,
  head,
  kind: 'number',
  cell: (row) =>
    count(row) === 0 ? (
      0
    ) : (
      <Link to={href(row)} aria-label={`${row.name}：${head} ${count(row)}`}>
        {count(row)}
      </Link>
    ),
})

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    head: '机关',
    names: true,
    cell: ({ organ, name, stale }) => (
      <div>
        <Link to={disclosureHref(organ)}>{name}</Link>
        {stale.length > 0 && (
          <span className="watch__small">
            过期：{stale.map((column) => columnRecords[column].caption).join('；')}
          </span>
        )}
      </div>
    ),
  },
  {
    key: 'veto',
    head: '单项否决',
    kind: 'keep',
    cell: ({ veto }) => (veto ? <Badge state="late">达到</Badge> : '—'),
  },
  ...(['fault', 'warning', 'note'] as const).map((gravity) =>
    counted(
      gravity,
      gravities[gravity],
      ({ findings }) => findings[gravity],
      ({ organ }) => findingsHref(organ, { gravity }),
    ),
  ),
  counted('stale', '栏目过期', ({ stale }) => stale.length, columnsOf),
  counted('blank', '栏目空白', ({ blank }) => blank.length, columnsOf),
  counted(
    'idle',
    '账号未更新',
    ({ idle }) => idle,
    ({ organ }) => recordsHref(organ, 'account'),
  ),
  counted(
    'concerns',
    '舆情超时',
    ({ concernsLate }) => concernsLate,
    ({ organ }) => recordsHref(organ, 'concern'),
  ),
  counted(
    'corrections',
    '纠错超期',
    ({ correctionsLate }) => correctionsLate,
    ({ organ }) => recordsHref(organ, 'correction'),
  ),
]

function columnsOf({ organ }: Row): string {
  return disclosurePageHref(organ, 'columns')
}

const weight = ({ veto, findings, stale, blank }: Row): number =>
  (veto ? 1000 : 0) + findings.fault * 10 + stale.length + blank.length

/** All organs below in one table, those with most to do first. */
export default function Organs({ loaderData: { frame, asOf, rows } }: Route.ComponentProps) {
  const sorted = rows.toSorted((a, b) => weight(b) - weight(a))
  return (
    <div className="stack">
      <DisclosureHead
        frame={frame}
        title="各机关发布后管理"
        note={`和下级机关，共 ${rows.length} 个 · 截至${formatChinese(asOf)}`}
        acts={<Button onClick={() => window.print()}>打印</Button>}
      />
      <Panel kind="list" title="各机关" aside="问题多的在前；数字点开是它所数的">
        <DataTable
          caption="各机关发布之后的情况"
          keyOf={({ organ }) => organ}
          groups={[{ key: 'all', rows: sorted }]}
          stateOf={({ veto, findings }) => (veto ? 'late' : findings.fault > 0 ? 'soon' : null)}
          empty={null}
          columns={columns}
        />
      </Panel>
    </div>
  )
}
