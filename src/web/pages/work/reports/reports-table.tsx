import { Link } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { dayAt } from '../../../../office/beijing-time.ts'
import { Badge } from '../../../ui/badge.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { findingLook } from '../../../ui/finding-look.ts'
import { reportHref } from '../rooms.ts'
import { editionWord, type ReportRow, reportStates } from './report-words.ts'

interface ReportsTableProps {
  readonly organ: string
  readonly rows: readonly ReportRow[]
  /** Names of organs by id. */
  readonly names: Readonly<Record<string, string>>
  /** Whether the list is narrowed down. */
  readonly narrowed: boolean
}

const nothing = '—'

/** The reports that were put in, with how much of each was read and what was found. */
export function ReportsTable({ organ, rows, names, narrowed }: ReportsTableProps) {
  const columns: readonly Column<ReportRow>[] = [
    {
      key: 'state',
      head: '状态',
      kind: 'keep',
      cell: ({ state }) => <Badge state={reportStates[state].mark}>{reportStates[state].word}</Badge>,
    },
    {
      key: 'organ',
      head: '机关和文件',
      names: true,
      cell: (row) => (
        <>
          <Link to={reportHref(organ, row.id)}>{row.organName ?? row.printedOrgan ?? row.name}</Link>
          <small>{row.name}</small>
        </>
      ),
    },
    { key: 'year', head: '年度', kind: 'keep', cell: ({ year }) => (year === null ? '不明' : `${year}年度`) },
    { key: 'match', head: '对应机关', cell: (row) => <Matched row={row} names={names} /> },
    {
      key: 'read',
      head: '读到',
      kind: 'keep',
      cell: ({ state, edition, cells }) =>
        state !== 'read' ? (
          nothing
        ) : (
          <>
            {cells.read} / {cells.total} 格<small>{editionWord(edition)}</small>
          </>
        ),
    },
    { key: 'findings', head: '发现', cell: (row) => (row.state === 'read' ? <Found row={row} /> : nothing) },
    {
      key: 'kept',
      head: '收存',
      kind: 'keep',
      cell: ({ keptAt, corrections }) => (
        <>
          {formatChinese(dayAt(keptAt))}
          {corrections > 0 && <small>更正过 {corrections} 次</small>}
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption="收存的年度报告"
      columns={columns}
      groups={[{ key: 'all', rows }]}
      keyOf={({ id }) => id}
      empty={
        narrowed ? (
          <EmptyState title="没有这样的报告">放宽或者清除筛选的条件再看。</EmptyState>
        ) : (
          <EmptyState title="还没有收存报告">
            在上面选择年度报告的文件（网页、Word、PDF、Excel、文本，或者装有这些文件的
            ZIP）。收存后自动读取，读完就在这里列出读到多少、发现什么。
          </EmptyState>
        )
      }
    />
  )
}

function Matched({ row, names }: { readonly row: ReportRow; readonly names: ReportsTableProps['names'] }) {
  const { organ, organName, confirmed, state } = row
  const name = organName ?? (organ === null ? null : (names[organ] ?? null))
  if (confirmed) return name
  if (state !== 'read') return nothing
  return (
    <>
      <Badge state="prov">待确认</Badge>
      {name !== null && <small>可能是{name}</small>}
    </>
  )
}

/** How many findings of each weight, by shape and word. */
function Found({ row: { findings } }: { readonly row: ReportRow }) {
  const all = (['error', 'warning', 'note'] as const).filter((severity) => findings[severity] > 0)
  if (all.length === 0) return <Badge state="ok">没有发现</Badge>
  return (
    <span className="report__acts">
      {all.map((severity) => {
        const { badge, word } = findingLook({ verdict: 'broken', severity })
        return (
          <Badge key={severity} state={badge}>
            {`${word} ${findings[severity]}`}
          </Badge>
        )
      })}
    </span>
  )
}
