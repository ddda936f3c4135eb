import { Link } from 'react-router'
import { formatMonthDay } from '../../../../law/day.ts'
import { stillToDo } from '../../../../office/reports/annual/still-to-do.ts'
import { Badge } from '../../../ui/badge.tsx'
import { type Column, DataTable, type RowGroup } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { reportHref, reportsHref } from '../rooms.ts'
import { type FilingRow, findingsText, statusMark } from './filing-words.ts'
import { filedHref } from './filings-href.ts'

interface FilingsTableProps {
  readonly organ: string
  readonly year: number
  readonly rows: readonly FilingRow[]
  /** Reports of these organs and this year that were put in from outside, by organ. */
  readonly outside: Readonly<Record<string, string>>
  /** Id of the form that takes the choice. */
  readonly form: string
}

/** Organs of a level and kind together, in the order given. */
export function groupedFilings(rows: readonly FilingRow[]): readonly RowGroup<FilingRow>[] {
  const groups = Map.groupBy(rows, ({ organ }) => `${organ.levelCaption} · ${organ.kindCaption}`)
  return [...groups].map(([title, all]) => ({
    key: title,
    title: `${title} · ${all.length} 个机关`,
    rows: all,
  }))
}

/** Who has filed and who has not: a line for each organ. */
export function FilingsTable({ organ, year, rows, outside, form }: FilingsTableProps) {
  const columns: readonly Column<FilingRow>[] = [
    {
      key: 'organ',
      head: '机关',
      names: true,
      cell: (row) => (
        <Link className="plain" to={filedHref(organ, year, row.organ.id)}>
          {row.organ.name}
        </Link>
      ),
    },
    {
      key: 'status',
      head: '状态',
      kind: 'keep',
      cell: (row) => <Badge state={statusMark(row)}>{row.statusCaption}</Badge>,
    },
    {
      key: 'submitted',
      head: '报送',
      kind: 'keep',
      cell: ({ submittedOn }) => (submittedOn === null ? '—' : formatMonthDay(submittedOn)),
    },
    { key: 'findings', head: '核对发现', cell: ({ findings }) => <Findings findings={findings} /> },
    {
      key: 'late',
      head: '逾期',
      kind: 'keep',
      cell: ({ late, daysLate }) => (late ? `${daysLate} 天` : '没有'),
    },
    {
      key: 'published',
      head: '公布',
      kind: 'keep',
      cell: ({ publishedOn, publications }) =>
        publishedOn === null
          ? '—'
          : `${formatMonthDay(publishedOn)}${publications.length > 1 ? `（第${publications.length}版）` : ''}`,
    },
    { key: 'next', head: '接下来', cell: (row) => <Next {...{ organ, year, row, outside }} /> },
  ]
  return (
    <DataTable
      caption={`${year}年度报告的报送情况`}
      columns={columns}
      groups={groupedFilings(rows)}
      keyOf={(row) => row.organ.id}
      stateOf={({ late, status }) =>
        late && stillToDo[status] !== null ? 'late' : status === 'submitted' ? 'soon' : null
      }
      picks={{ name: 'organ', form, labelOf: (row) => `选择${row.organ.name}` }}
      empty={
        <EmptyState title="没有这样的机关">换一个条件再看；下级机关由系统管理员在机关名录中设置。</EmptyState>
      }
    />
  )
}

function Findings({ findings }: Pick<FilingRow, 'findings'>) {
  const text = findingsText(findings)
  return findings !== null && findings.error > 0 ? <b className="filings__bad">{text}</b> : text
}

interface NextProps extends Pick<FilingsTableProps, 'organ' | 'year' | 'outside'> {
  readonly row: FilingRow
}

/** What the superior organ can do with it now. */
function Next({ organ, year, row, outside }: NextProps) {
  const { status } = row
  if (status === 'submitted') return <Link to={filedHref(organ, year, row.organ.id)}>查看、办理</Link>
  if (status !== 'writing') return <Link to={filedHref(organ, year, row.organ.id)}>查看</Link>
  const kept = outside[row.organ.id]
  return kept === undefined ? (
    <Link to={`${reportsHref(organ)}?${new URLSearchParams({ year: String(year), about: row.organ.id })}`}>
      录入外来报告
    </Link>
  ) : (
    <Link to={reportHref(organ, kept)}>已收存的报告</Link>
  )
}
