import { type MouseEvent, useRef } from 'react'
import { data, useNavigate, useSearchParams } from 'react-router'
import { Note } from '../../../ui/note.tsx'
import { deskOf } from '../../load-context.ts'
import { namesAt } from '../colleagues.ts'
import { useArrival } from '../reports/use-arrival.ts'
import { useFormKeys } from '../reports/use-form-keys.ts'
import type { Route } from './+types/report.ts'
import { actOnCell } from './cell-action.ts'
import { CellPanel } from './cell-panel.tsx'
import { openCell } from './open-cell.ts'
import { isOpen, openReport } from './open-report.ts'
import { OriginLegend } from './origins.tsx'
import { ReportHead } from './report-head.tsx'
import { ReportSections } from './report-sections.tsx'
import { Standing } from './standing.tsx'
import { StepLinks } from './step-links.tsx'
import '../reports/reports.css'
import './annual.css'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [report, names] = await Promise.all([openReport(api, params), namesAt(api, params.organ)])
  const key = new URL(request.url).searchParams.get('cell')
  const cell = report.cells.find((each) => each.key === key)
  return { report, names, behind: cell === undefined ? null : await openCell(api, params, cell) }
}

export const action = async ({ params, request, context }: Route.ActionArgs) => {
  const answer = await actOnCell(deskOf(context).api, params, await request.formData())
  return data(answer, { status: answer.status })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.report.year ?? ''}年度报告 · ${loaderData?.report.organ.name ?? ''}` },
]

/** The report as it will be printed; every figure opens onto what it comes from. */
export default function AnnualReportPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { report, names, behind } = loaderData
  const navigate = useNavigate()
  const [asked] = useSearchParams()
  const panel = useRef<HTMLDivElement>(null)
  // Links of the form are plain, so that they work without script; with it the page stays where it is.
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    const link = (event.target as Element).closest<HTMLAnchorElement>('td a[href^="?cell="]')
    if (link === null) return
    event.preventDefault()
    void Promise.resolve(navigate(link.search, { preventScrollReset: true })).then(() =>
      panel.current?.scrollIntoView({ block: 'nearest' }),
    )
  }
  const form = useRef<HTMLDivElement>(null)
  useFormKeys(form)
  useArrival()
  const mayWrite = isOpen(report, 'write')
  return (
    <>
      <ReportHead report={report} page="" acts={<StepLinks report={report} />} />
      <div className="stack">
        {asked.has('done') && (
          <Note state="ok" live>
            已经{report.moves.find(({ step }) => step === asked.get('done'))?.caption ?? '办理'}
            ，现在的状态是“
            {report.statusCaption}”。
          </Note>
        )}
        <Standing report={report} />
        <OriginLegend cells={report.cells} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: what is clicked are its links */}
        <div className={behind === null ? 'annual' : 'annual annual--beside'} onClick={follow}>
          <div className="annual__form" ref={form}>
            <ReportSections report={report} chosen={behind?.cell.key ?? null} mayWrite={mayWrite} />
          </div>
          {behind !== null && (
            <div className="annual__behind" id="behind" ref={panel}>
              <CellPanel
                key={behind.cell.key}
                organ={params.organ}
                year={params.year}
                behind={behind}
                names={names}
                mayWrite={mayWrite}
                answer={actionData}
              />
            </div>
          )}
        </div>
      </div>
    </>
  )
}
