import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { deskOf } from '../../load-context.ts'
import { namesAt } from '../colleagues.ts'
import { told } from '../told.ts'
import type { Route } from './+types/history.ts'
import { happeningsOf } from './happenings.ts'
import { annualParams, openReport } from './open-report.ts'
import { ReportHead } from './report-head.tsx'
import './annual.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [report, history, names] = await Promise.all([
    openReport(api, params),
    api.call('readAnnualHistory', { params: annualParams(params) }),
    namesAt(api, params.organ),
  ])
  return { report, events: told(history).rows, names }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `办理记录 · ${loaderData?.report.year ?? ''}年度报告` },
]

/** Everything that was done to a report, oldest first, and the day by which it has to be public. */
export default function History({ loaderData: { report, events, names } }: Route.ComponentProps) {
  const { deadline, status, publications } = report
  const past = happeningsOf(events, names, report.cells)
  const due = {
    key: 'due',
    on: deadline.workingDay,
    tense: 'next',
    title: '最迟公布',
    detail: deadline.because,
  } as const
  return (
    <>
      <ReportHead report={report} page="/history" />
      <div className="stack">
        <Panel title="办理记录" aside={`${events.length} 条`}>
          {past.length === 0 && (
            <EmptyState title="还没有办理过">填报一格或者写一段，这里就有记录。</EmptyState>
          )}
          <Timeline happenings={status === 'published' ? past : [...past, due]} />
        </Panel>
        {publications.length > 0 && (
          <Panel title="公布的版本" aside="更正以后，原来的版本仍可查阅">
            <ul className="list">
              {publications.toReversed().map(({ number, publishedOn, reason, digest }) => (
                <li key={number}>
                  第 {number} 版，{publishedOn} 公布{reason !== null && `，更正理由：${reason}`}
                  <small className="annual__small">存档校验值 {digest}</small>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </>
  )
}
