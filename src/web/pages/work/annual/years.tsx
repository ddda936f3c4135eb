import { Link } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { editions } from '../../../../report/editions/index.ts'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { annualYearHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/years.ts'
import { leftWords, nearness, nextWords, statusMarks } from './annual-words.ts'
import './annual.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { organ } = params
  const [me, listed] = await Promise.all([
    api.call('readMe', {}),
    api.call('listAnnualReports', { params: { organ } }),
  ])
  const organName = told(me).grants.find((grant) => grant.organ === organ)?.organName ?? ''
  return { organ, organName, rows: told(listed).rows }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `年度报告 · ${loaderData?.organName ?? ''}` },
]

type Row = Route.ComponentProps['loaderData']['rows'][number]

const isDone = ({ status }: Row): boolean => status === 'published'

/** The organ's own reports, year by year: how far each has come, and by when it has to be public. */
export default function Years({ loaderData: { organ, organName, rows } }: Route.ComponentProps) {
  const last = Math.max(...rows.map(({ year }) => year))
  // Who makes up for years long past is not told every day that they are late.
  const next = rows.filter((row) => !isDone(row) && row.year >= last - 1).at(-1)
  const earlier = Array.from({ length: last - firstYear }, (_, at) => last - 1 - at).filter((year) =>
    rows.every((row) => row.year !== year),
  )
  return (
    <div className="stack">
      <PageHead title="年度报告" note={`${organName} · 政府信息公开工作年度报告`} />
      {next !== undefined && (
        <Note state={nearness(next.deadline.left) === 'ok' ? 'info' : nearness(next.deadline.left)}>
          {next.year}年度报告应于 {next.deadline.because} {leftWords(next.deadline.left)}。{' '}
          <Cites of={next.deadline.cites as never} audience="staff" />
        </Note>
      )}
      <Panel kind="list" title="各年度" aside="最近的在前">
        <DataTable
          caption="本机关各年度的报告"
          keyOf={({ year }) => String(year)}
          groups={[{ key: 'all', rows }]}
          stateOf={(row) =>
            isDone(row) || nearness(row.deadline.left) === 'ok'
              ? null
              : (nearness(row.deadline.left) as 'late' | 'soon')
          }
          empty={<EmptyState title="还没有报告" />}
          columns={[
            {
              key: 'year',
              head: '年度',
              kind: 'keep',
              names: true,
              cell: ({ year }) => <Link to={annualYearHref(organ, year)}>{year}年度</Link>,
            },
            {
              key: 'status',
              head: '状态',
              kind: 'keep',
              cell: ({ begun, status, statusCaption }) =>
                begun ? (
                  <Badge state={statusMarks[status]}>{statusCaption}</Badge>
                ) : (
                  <Badge state="plain">未开始</Badge>
                ),
            },
            { key: 'due', head: '最迟公布', cell: (row) => <Due row={row} /> },
            { key: 'submitted', head: '报送', kind: 'keep', cell: ({ submittedOn }) => dayOr(submittedOn) },
            { key: 'published', head: '公布', kind: 'keep', cell: (row) => <Published row={row} /> },
            { key: 'findings', head: '报送时的发现', cell: ({ findings }) => findingWords(findings) },
            {
              key: 'next',
              head: '下一步',
              cell: ({ year, begun, status }) =>
                begun ? (
                  nextWords[status]
                ) : (
                  <LinkButton small kind="primary" to={annualYearHref(organ, year)}>
                    开始编制
                  </LinkButton>
                ),
            },
          ]}
        />
        {earlier.length > 0 && (
          <details className="panel__foot annual__earlier">
            <summary>补编更早的年度</summary>
            <p>按该年度的表式编制，数字仍由申请件计数。</p>
            <ul className="annual__acts">
              {earlier.map((year) => (
                <li key={year}>
                  <Link to={annualYearHref(organ, year)}>{year}年度</Link>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Panel>
    </div>
  )
}

/** The first year that has a form. */
const firstYear = Math.min(...Object.values(editions).map(({ years }) => years.from))

const dayOr = (day: Row['submittedOn']) => (day === null ? '—' : formatChinese(day))

const findingWords = (findings: Row['findings']): string => {
  if (findings === null) return '—'
  const { error, warning, note } = findings
  const told = [
    [error, '错误'],
    [warning, '提示'],
    [note, '说明'],
  ].filter(([count]) => count !== 0)
  return told.length === 0 ? '没有发现' : told.map(([count, word]) => `${word} ${count}`).join('、')
}

function Due({ row }: { readonly row: Row }) {
  const { day, workingDay, left } = row.deadline
  return (
    <>
      {formatChinese(day)}
      {day !== workingDay && (
        <small className="annual__small">休息日，请于{formatChinese(workingDay)}前完成</small>
      )}
      {!isDone(row) && <small className="annual__small">{leftWords(left)}</small>}
    </>
  )
}

function Published({ row: { publishedOn, publications } }: { readonly row: Row }) {
  return (
    <>
      {dayOr(publishedOn)}
      {publications.length > 1 && <small className="annual__small">第 {publications.length} 版</small>}
    </>
  )
}
