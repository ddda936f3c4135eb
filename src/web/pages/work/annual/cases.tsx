import { data, Link } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { dispositions } from '../../../../law/dispositions.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { deskOf } from '../../load-context.ts'
import { NextPage } from '../next-page.tsx'
import { annualYearHref, requestHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/cases.ts'
import { annualParams, openReport } from './open-report.ts'
import { ReportHead } from './report-head.tsx'
import './annual.css'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const key = params['*']
  const after = new URL(request.url).searchParams.get('after')
  const [report, listed] = await Promise.all([
    openReport(api, params),
    api.call('listCasesOfCell', {
      params: { ...annualParams(params), '*': key },
      query: (after === null ? {} : { after }) as object,
    }),
  ])
  const cell = report.cells.find((each) => each.key === key)
  if (cell === undefined) throw data(null, { status: 404 })
  return { report, cell, ...told(listed) }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.cell.caption ?? '清单'} · ${loaderData?.report.year ?? ''}年度报告` },
]

/** All cases that a figure of the report counts. */
export default function CasesOfCell({
  loaderData: { report, cell, rows, next },
  params,
}: Route.ComponentProps) {
  const here = annualYearHref(params.organ, params.year)
  return (
    <>
      <ReportHead
        report={report}
        page={null}
        title="申请件清单"
        acts={
          <a className="btn" href={`${here}/lists/${cell.key}`}>
            下载 CSV
          </a>
        }
      />
      <div className="stack">
        <Panel
          kind="list"
          title={cell.caption}
          aside={cell.value === null ? '' : `格中的数字是 ${cell.value}`}
        >
          <DataTable
            caption={`计入“${cell.caption}”的申请件`}
            keyOf={({ id, dispute }) => id + (dispute?.id ?? '')}
            groups={[{ key: 'all', rows }]}
            empty={<EmptyState title="没有申请件计入这一格" />}
            columns={[
              {
                key: 'number',
                head: '编号',
                kind: 'keep',
                names: true,
                cell: ({ id, number }) => (
                  <Link to={requestHref(params.organ, id)}>{number ?? '未编号'}</Link>
                ),
              },
              { key: 'received', head: '收到', kind: 'keep', cell: ({ receivedOn }) => dayOr(receivedOn) },
              { key: 'status', head: '环节', kind: 'keep', cell: ({ statusCaption }) => statusCaption },
              {
                key: 'disposition',
                head: '办理结果',
                cell: ({ disposition }) => (disposition === null ? '—' : dispositions[disposition].caption),
              },
              { key: 'answered', head: '答复', kind: 'keep', cell: ({ answeredOn }) => dayOr(answeredOn) },
              { key: 'dispute', head: '复议、诉讼', cell: ({ dispute }) => dispute?.caseNo ?? '—' },
            ]}
          />
        </Panel>
        <NextPage next={next} />
        <p className="noprint">
          <LinkButton kind="quiet" to={`${here}?cell=${encodeURIComponent(cell.key)}`}>
            回到报告的这一格
          </LinkButton>
        </p>
      </div>
    </>
  )
}

const dayOr = (day: Parameters<typeof formatChinese>[0] | null) => (day === null ? '—' : formatChinese(day))
