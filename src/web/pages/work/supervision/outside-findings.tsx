import { data, redirect } from 'react-router'
import { addDays } from '../../../../law/day.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { readDay } from '../../../ui/day-text.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { digestOf } from '../digest-of.ts'
import { told } from '../told.ts'
import type { Route } from './+types/outside-findings.ts'
import { recordsHref } from './hrefs.ts'
import { SupervisionTrail } from './supervision-trail.tsx'
import './supervision.css'

export async function loader({ params: { organ }, context }: Route.LoaderArgs) {
  return { organ, today: told(await deskOf(context).api.call('readBoard', { params: { organ } })).asOf }
}

interface Answer {
  readonly errors: Readonly<Record<string, string>>
  readonly round: string
  readonly due: string
  readonly plan?: AnsweredBy<'importFindings'>
  /** Names the list that was looked at. */
  readonly seen?: string
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const file = form.get('list')
  const [round, due] = ['round', 'due'].map((name) => String(form.get(name) ?? '').trim()) as [string, string]
  const day = readDay(due)
  const errors = {
    ...(round === '' && { round: '请填写轮次。' }),
    ...(day === null && { due: '请填写整改期限，如 2026年6月30日。' }),
    ...((!(file instanceof File) || file.size === 0) && { list: '请选择监测问题清单（CSV 或者 XLSX）。' }),
  }
  if (Object.keys(errors).length > 0 || !(file instanceof File) || day === null)
    return data<Answer>({ errors, round, due }, 422)
  const seen = await digestOf(file)
  const sure = form.get('intent') === 'import' && form.get('seen') === seen
  const out = new FormData()
  out.append('list', file, file.name)
  const query = { do: sure ? ('true' as const) : ('false' as const), round, due: day }
  const called = await deskOf(context).api.send('importFindings', { params, query, form: out })
  if (!called.ok) {
    const { detail, errors: faults = [], status } = called.problem
    const list = faults.map(({ message }) => message).join(' ') || detail
    return data<Answer>({ errors: { list }, round, due }, status)
  }
  if (called.body.done && called.body.refused.length === 0)
    return redirect(recordsHref(params.organ, 'finding', { round, done: 'import' }))
  return data<Answer>({ errors: {}, round, due, plan: called.body, seen })
}

export const meta = () => [{ title: '导入监测问题 · 监督保障' }]

/** What an outside monitor found, looked at row by row before it is taken over. */
export default function OutsideFindings({ loaderData: { organ, today }, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? {}
  const plan = actionData?.plan
  const ready = plan !== undefined && !plan.done && plan.findings > 0
  return (
    <div className="stack">
      <SupervisionTrail
        organ={organ}
        list="问题整改"
        href={recordsHref(organ, 'finding')}
        here="导入监测问题"
      />
      <PageHead title="导入监测问题" note="第三方监测机构交来的问题清单" />
      {plan !== undefined && (
        <Note state={plan.refused.length > 0 ? 'soon' : 'ok'} live>
          {plan.done ? `已经登记 ${plan.findings} 个问题。` : `可以登记 ${plan.findings} 个问题。`}
          {plan.refused.length > 0 && `有 ${plan.refused.length} 处不能登记：`}
          {plan.refused.length > 0 && (
            <ul>
              {plan.refused.map(({ faults }) =>
                faults.map(({ message }) => <li key={message}>{message}</li>),
              )}
            </ul>
          )}
        </Note>
      )}
      <Panel title="清单">
        <GuardedForm method="post" encType="multipart/form-data" className="stack supervision__form">
          <ErrorSummary errors={actionData?.errors} />
          <FileField
            name="list"
            label="问题清单"
            hint="列名：单位、问题类型、问题、位置、依据。先预览，确认以前什么也不登记。"
            accept=".csv,.xlsx"
            required
            error={errors.list}
          />
          <TextField
            name="round"
            label="轮次"
            required
            defaultValue={actionData?.round}
            error={errors.round}
          />
          <DateField
            name="due"
            label="整改期限"
            required
            today={today}
            defaultValue={readDay(actionData?.due ?? '') ?? addDays(today, 15)}
            error={errors.due}
          />
          {actionData?.seen !== undefined && <input type="hidden" name="seen" value={actionData.seen} />}
          <div className="deed__acts">
            {ready && (
              <SubmitButton name="intent" value="import">
                确认登记 {plan.findings} 个问题
              </SubmitButton>
            )}
            <SubmitButton kind={ready ? 'plain' : 'primary'} name="intent" value="look">
              预览
            </SubmitButton>
          </div>
        </GuardedForm>
      </Panel>
    </div>
  )
}
