import { Link } from 'react-router'
import type { AnsweredBy } from '../../../desk/api.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { deskOf } from '../../load-context.ts'
import { ListForm, OtherList, useListAnswer } from '../lists/list-form.tsx'
import { RefusedRows } from '../lists/refused-rows.tsx'
import { answerList } from '../lists/sent-list.ts'
import { correctedWords } from '../reports/correction-values.ts'
import { annualYearHref } from '../rooms.ts'
import type { Route } from './+types/import.ts'
import { annualParams, openReport } from './open-report.ts'
import { figureWords } from './origins.tsx'
import { ReportHead } from './report-head.tsx'
import './annual.css'

export const loader = async ({ params, context }: Route.LoaderArgs) => ({
  report: await openReport(deskOf(context).api, params),
})

type Plan = AnsweredBy<'importAnnualFigures'>

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  return answerList<Plan>(
    await request.formData(),
    { missing: '请选择填好的填报表（XLSX 或者 CSV）。' },
    (out, query) => api.send('importAnnualFigures', { params: annualParams(params), query, form: out }),
  )
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `导入数字 · ${loaderData?.report.year ?? ''}年度报告` },
]

/** Figures from a list, looked at line by line before anything of it is taken in. */
export default function ImportFigures({ loaderData: { report }, actionData, params }: Route.ComponentProps) {
  const here = annualYearHref(params.organ, params.year)
  const answered = useListAnswer(actionData)
  const { looked } = answered
  return (
    <>
      <ReportHead report={report} page={null} title="从 Excel 导入" />
      <div className="stack">
        <Panel title="填报表">
          <div className="stack">
            <p>
              先下载填报表，在“数字”一列填写；空着的行不作填报，也不作零。
              <span className="annual__acts">
                <a className="btn" href={`${here}/template/xlsx`}>
                  下载填报表（XLSX）
                </a>
                <a className="btn" href={`${here}/template/csv`}>
                  下载填报表（CSV）
                </a>
              </span>
            </p>
            <ListForm
              told={answered}
              label="填好的填报表"
              hint="先预览，确认以前什么也不记录。"
              confirm={({ done, refused, figures }) =>
                done || refused.length > 0 || figures.length === 0 ? null : `确认导入 ${figures.length} 格`
              }
              beside={<Link to={`${here}/figures`}>回到填报数字</Link>}
            />
          </div>
        </Panel>
        <OtherList looked={looked} />
        {looked !== null && <Planned plan={looked.plan} report={report} />}
      </div>
    </>
  )
}

/** What the list says: what was not understood first, then every figure beside what stands there now. */
function Planned({
  plan,
  report,
}: { readonly plan: Plan } & Pick<Route.ComponentProps['loaderData'], 'report'>) {
  const { done, figures, refused, unknownHeads } = plan
  const cells = new Map(report.cells.map((cell) => [cell.key, cell]))
  const title = done
    ? `已经导入 ${figures.length} 格`
    : refused.length > 0
      ? `有 ${refused.length} 处需要改正，改好以前都不导入`
      : `可以导入 ${figures.length} 格`
  return (
    <>
      <Note state={done ? 'ok' : refused.length > 0 ? 'soon' : 'info'} live title={title}>
        {unknownHeads.length > 0 && <p>没有读取的列：{unknownHeads.join('、')}。</p>}
      </Note>
      <RefusedRows title="需要改正的行" faults={refused} />
      <Panel kind="list" title={done ? '导入的数字' : '预览'}>
        <DataTable
          caption="填报表中的数字"
          keyOf={({ key }) => key}
          groups={[{ key: 'all', rows: figures }]}
          empty={<EmptyState title="填报表中没有数字">空着的行不作填报，也不作零。</EmptyState>}
          columns={[
            { key: 'cell', head: '项目', names: true, cell: ({ key }) => cells.get(key)?.caption ?? key },
            ...(done
              ? []
              : [
                  {
                    key: 'now',
                    head: '现有',
                    kind: 'number' as const,
                    cell: ({ key }: Plan['figures'][number]) => {
                      const cell = cells.get(key)
                      return cell === undefined ? '—' : figureWords(cell)
                    },
                  },
                ]),
            { key: 'value', head: '填报表', kind: 'number', cell: ({ value }) => correctedWords(value) },
            { key: 'document', head: '来源', cell: ({ document }) => document ?? '—' },
            { key: 'note', head: '备注', cell: ({ note }) => note ?? '—' },
          ]}
        />
      </Panel>
    </>
  )
}
