import { useState } from 'react'
import { data } from 'react-router'
import type { AnsweredBy } from '../../desk/api.ts'
import { Button, SubmitButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { GuardedForm } from '../../ui/guarded-form.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/register.ts'
import { digestOf } from './digest-of.ts'
import { RegisterPlan } from './register-plan.tsx'
import { registerHref } from './rooms.ts'
import { told } from './told.ts'
import { mayAt } from './who.ts'
import './intake.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { organ } = params
  const [called, colleagues] = await Promise.all([
    api.call('readMe', {}),
    api.call('listColleagues', { params: { organ } }),
  ])
  const me = told(called)
  if (!mayAt(me, organ, 'approve')) throw data(null, { status: 403 })
  const organName = me.grants.find((grant) => grant.organ === organ)?.organName ?? ''
  // Who prepared the list and who answers for it are two.
  const importers = told(colleagues).rows.filter(({ id }) => id !== me.id)
  return { organ, organName, importers: importers.map(({ id, name }) => ({ value: id, label: name })) }
}

export type Plan = AnsweredBy<'importRegister'>

/** What a list would bring or has brought, or why it could not be read. `seen`: names the list that was looked at. */
type Answer =
  | { readonly plan: Plan; readonly seen: string; readonly changed: boolean }
  | { readonly errors: Readonly<Record<string, string>> }

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const file = form.get('list')
  const importer = String(form.get('importer') ?? '')
  const errors = {
    ...((!(file instanceof File) || file.size === 0) && { list: '请选择要导入的台账（XLSX 或者 CSV）。' }),
    ...(importer === '' && { importer: '请选择整理台账的经办人。' }),
  }
  if (Object.keys(errors).length > 0 || !(file instanceof File)) return data<Answer>({ errors }, 422)
  const seen = await digestOf(file)
  // What is brought in is what was looked at: another list is looked at first.
  const confirmed = form.get('intent') === 'import'
  const changed = confirmed && form.get('seen') !== seen
  const out = new FormData()
  out.append('importer', importer)
  out.append('list', file, file.name)
  const query = { do: confirmed && !changed ? 'true' : 'false' } as const
  const called = await api.send('importRegister', { params, query, form: out })
  if (called.ok) return data<Answer>({ plan: called.body, seen, changed })
  const { detail, errors: faults = [], status } = called.problem
  return data<Answer>({ errors: { list: faults.map(({ message }) => message).join(' ') || detail } }, status)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `导入历史台账 · ${loaderData?.organName ?? ''}` },
]

/** A register of years past, looked at row by row before anything of it is taken in. */
export default function Register({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, organName, importers } = loaderData
  // Once another list is chosen, what was said of the first is said no more.
  const [answered, setAnswered] = useState<Answer | undefined>()
  const errors = actionData !== undefined && 'errors' in actionData ? actionData.errors : undefined
  const looked =
    actionData !== undefined && 'plan' in actionData && actionData !== answered ? actionData : null
  const ready = looked !== null && !looked.plan.done && looked.plan.toMake.length > 0
  if (importers.length === 0)
    return (
      <>
        <PageHead title="导入历史台账" note={organName} />
        <Panel>
          <EmptyState title="还没有可以整理台账的经办人">
            台账由经办人整理、负责人确认，不能是同一人。请安全管理员先为本机关设置经办人。
          </EmptyState>
        </Panel>
      </>
    )
  return (
    <>
      <PageHead title="导入历史台账" note={`${organName} · 往年在纸面或者其他系统办理的申请`} />
      <div className="intake">
        <Panel title="台账">
          <GuardedForm
            method="post"
            encType="multipart/form-data"
            className="stack"
            onChange={({ target }) => {
              if (target instanceof HTMLInputElement && target.name === 'list') setAnswered(actionData)
            }}
          >
            <ErrorSummary errors={errors} />
            <FileField
              name="list"
              label="台账文件"
              hint="XLSX 或者 CSV，第一行为表头。先预览，确认以前什么也不收入。"
              accept=".xlsx,.csv"
              required
              error={errors?.list}
            />
            <SelectField
              name="importer"
              label="整理台账的经办人"
              hint="台账由经办人整理、负责人确认，办理记录中写明两人。"
              options={importers}
              {...(importers.length > 1 && { empty: '请选择' })}
              required
              error={errors?.importer}
            />
            {looked !== null && <input type="hidden" name="seen" value={looked.seen} />}
            <div className="deed__acts">
              {ready ? (
                <>
                  <SubmitButton name="intent" value="import" pending="正在导入，请不要关闭页面…">
                    确认导入 {looked.plan.toMake.length} 件
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
            </div>
          </GuardedForm>
        </Panel>
        <aside className="intake__side" aria-label="说明">
          <Panel title="模板">
            <div className="stack">
              <p>按模板的表头填写，一件一行；没有的列可以空着，多余的列不读。</p>
              <div className="deed__acts">
                <a className="btn" href={`${registerHref(organ)}/template?format=xlsx`}>
                  下载 XLSX 模板
                </a>
                <a className="btn" href={`${registerHref(organ)}/template?format=csv`}>
                  下载 CSV 模板
                </a>
              </div>
            </div>
          </Panel>
          <Panel title="怎样导入">
            <ol className="list list--numbered">
              <li>预览：逐行说明能不能导入、哪一列有什么问题、怎样改。</li>
              <li>改好后重新选择文件再预览；有问题的行可以留到以后，其他的照常导入。</li>
              <li>确认导入：每一件按台账上的日期重走一遍办理步骤，期限和年度报告照此计算。</li>
            </ol>
            <p className="intake__quiet">已有的编号不重复导入，同一份台账可以再导一次。</p>
          </Panel>
        </aside>
      </div>
      {looked?.changed && (
        <Note state="soon" title="文件与预览时不同，没有导入" live>
          <p>下面是新文件的预览，核对后再确认导入。</p>
        </Note>
      )}
      {looked !== null && <RegisterPlan organ={organ} plan={looked.plan} />}
    </>
  )
}
