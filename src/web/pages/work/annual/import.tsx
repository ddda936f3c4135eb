import { useState } from 'react'
import { data, Form, Link } from 'react-router'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { deskOf } from '../../load-context.ts'
import { digestOf } from '../digest-of.ts'
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

/** What a list would bring or has brought, or why it could not be read. `seen`: names the list that was looked at. */
type Answer =
  | { readonly plan: Plan; readonly seen: string; readonly changed: boolean }
  | { readonly errors: Readonly<Record<string, string>> }

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const file = form.get('list')
  if (!(file instanceof File) || file.size === 0)
    return data<Answer>({ errors: { list: '请选择填好的填报表（XLSX 或者 CSV）。' } }, 422)
  const seen = await digestOf(file)
  // What is brought in is what was looked at: another list is looked at first.
  const confirmed = form.get('intent') === 'import'
  const changed = confirmed && form.get('seen') !== seen
  const out = new FormData()
  out.append('list', file, file.name)
  const query = { do: confirmed && !changed ? 'true' : 'false' } as const
  const called = await api.send('importAnnualFigures', { params: annualParams(params), query, form: out })
  if (called.ok) return data<Answer>({ plan: called.body, seen, changed })
  const { detail, errors: faults = [], status } = called.problem
  return data<Answer>({ errors: { list: faults.map(({ message }) => message).join(' ') || detail } }, status)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `导入数字 · ${loaderData?.report.year ?? ''}年度报告` },
]

/** Figures from a list, looked at line by line before anything of it is taken in. */
export default function ImportFigures({ loaderData: { report }, actionData, params }: Route.ComponentProps) {
  const here = annualYearHref(params.organ, params.year)
  // Once another list is chosen, what was said of the first is said no more.
  const [answered, setAnswered] = useState<Answer | undefined>()
  const errors = actionData !== undefined && 'errors' in actionData ? actionData.errors : undefined
  const looked =
    actionData !== undefined && 'plan' in actionData && actionData !== answered ? actionData : null
  const plan = looked?.plan
  const ready = plan !== undefined && !plan.done && plan.refused.length === 0 && plan.figures.length > 0
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
            <Form
              method="post"
              encType="multipart/form-data"
              noValidate
              className="stack"
              onChange={({ target }) => {
                if (target instanceof HTMLInputElement && target.name === 'list') setAnswered(actionData)
              }}
            >
              <ErrorSummary errors={errors} />
              <FileField
                name="list"
                label="填好的填报表"
                hint="先预览，确认以前什么也不记录。"
                accept=".xlsx,.csv"
                required
                error={errors?.list}
              />
              {looked !== null && <input type="hidden" name="seen" value={looked.seen} />}
              <div className="deed__acts">
                {ready ? (
                  <>
                    <SubmitButton name="intent" value="import" pending="正在导入…">
                      确认导入 {plan.figures.length} 格
                    </SubmitButton>
                    <Button type="submit" name="intent" value="look">
                      重新预览
                    </Button>
                  </>
                ) : (
                  <SubmitButton name="intent" value="look" pending="正在逐行核对…">
                    预览
                  </SubmitButton>
                )}
                <Link to={`${here}/figures`}>回到填报数字</Link>
              </div>
            </Form>
          </div>
        </Panel>
        {looked?.changed && (
          <Note state="soon" title="文件与预览时不同，没有导入" live>
            下面是新文件的预览，核对后再确认导入。
          </Note>
        )}
        {plan !== undefined && <Planned plan={plan} report={report} />}
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
      {refused.length > 0 && (
        <Panel kind="list" title="需要改正的行">
          <DataTable
            caption="需要改正的行"
            keyOf={({ line, column }) => `${line}-${column}`}
            groups={[{ key: 'all', rows: refused }]}
            empty={null}
            columns={[
              { key: 'line', head: '行', kind: 'number', cell: ({ line }) => line },
              { key: 'column', head: '列', kind: 'keep', cell: ({ column }) => column ?? '整行' },
              { key: 'message', head: '问题和改法', cell: ({ message }) => message },
            ]}
          />
        </Panel>
      )}
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
