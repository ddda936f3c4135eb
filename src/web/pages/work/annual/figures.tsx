import { useSearchParams } from 'react-router'
import { LinkButton } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import { deskOf } from '../../load-context.ts'
import { annualYearHref } from '../rooms.ts'
import type { Route } from './+types/figures.ts'
import { FigureGrid } from './figure-grid.tsx'
import { keepFigures } from './figures-action.ts'
import { openReport } from './open-report.ts'
import { ReportHead } from './report-head.tsx'
import './annual.css'

export const loader = async ({ params, context }: Route.LoaderArgs) => ({
  report: await openReport(deskOf(context).api, params),
})

export const action = async ({ params, request, context }: Route.ActionArgs) =>
  keepFigures(deskOf(context).api, params, await request.formData())

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `填报数字 · ${loaderData?.report.year ?? ''}年度报告` },
]

/** The figures that no case and no register tells: typed, pasted from a worksheet, or brought in from a list. */
export default function Figures({ loaderData: { report }, actionData, params }: Route.ComponentProps) {
  const [asked] = useSearchParams()
  const here = annualYearHref(params.organ, params.year)
  const write = report.moves.find(({ step }) => step === 'write')
  const kept = asked.get('kept')
  return (
    <>
      <ReportHead
        report={report}
        page="/figures"
        {...(write?.open && { acts: <LinkButton to={`${here}/import`}>从 Excel 导入</LinkButton> })}
      />
      <div className="stack">
        {kept !== null && actionData === undefined && (
          <Note state="ok" live>
            已经记下 {kept} 格。
            {report.asked.length > 0 ? `还有 ${report.asked.length} 格没有数字。` : '第二部分已经填齐。'}
          </Note>
        )}
        {write?.open ? (
          <FigureGrid
            key={JSON.stringify(report.cells.map(({ entry }) => entry?.at)) + (actionData === undefined)}
            report={report}
            answer={actionData}
          />
        ) : (
          <Note state="soon" title="现在不能填报">
            {write?.reason}
          </Note>
        )}
      </div>
    </>
  )
}
