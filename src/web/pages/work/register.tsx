import { data } from 'react-router'
import type { AnsweredBy } from '../../desk/api.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/register.ts'
import { ListForm, OtherList, useListAnswer } from './lists/list-form.tsx'
import { answerList } from './lists/sent-list.ts'
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

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const importer = String(form.get('importer') ?? '')
  const asked = {
    missing: '请选择要导入的台账（XLSX 或者 CSV）。',
    ...(importer === '' && { errors: { importer: '请选择整理台账的经办人。' } }),
    fields: { importer },
  }
  return answerList<Plan>(form, asked, (out, query) =>
    api.send('importRegister', { params, query, form: out }),
  )
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `导入历史台账 · ${loaderData?.organName ?? ''}` },
]

/** A register of years past, looked at row by row before anything of it is taken in. */
export default function Register({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, organName, importers } = loaderData
  const answered = useListAnswer(actionData)
  const { looked, errors } = answered
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
          <ListForm
            told={answered}
            label="台账文件"
            hint="XLSX 或者 CSV，第一行为表头。先预览，确认以前什么也不收入。"
            confirm={({ done, toMake }) =>
              done || toMake.length === 0 ? null : `确认导入 ${toMake.length} 件`
            }
          >
            <SelectField
              name="importer"
              label="整理台账的经办人"
              hint="台账由经办人整理、负责人确认，办理记录中写明两人。"
              options={importers}
              {...(importers.length > 1 && { empty: '请选择' })}
              required
              error={errors?.importer}
            />
          </ListForm>
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
      <OtherList looked={looked} />
      {looked !== null && <RegisterPlan organ={organ} plan={looked.plan} />}
    </>
  )
}
