import { data, Form, redirect } from 'react-router'
import { formatChinese, yearOf } from '../../../../law/day.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { LinkButton, SubmitButton } from '../../../ui/button.tsx'
import { readDay } from '../../../ui/day-text.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { organsBelow } from '../reports/organs-below.ts'
import { told } from '../told.ts'
import type { Route } from './+types/task-plan.ts'
import { planHref, recordsHref } from './hrefs.ts'
import { SupervisionTrail } from './supervision-trail.tsx'
import './supervision.css'

export async function loader({ params: { organ }, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [board, organs] = await Promise.all([
    api.call('readBoard', { params: { organ } }),
    organsBelow(api, organ),
  ])
  return { organ, year: yearOf(told(board).asOf), organs: organs.filter(({ id }) => id !== organ) }
}

type Planned = AnsweredBy<'readTaskPlan'>['tasks'][number]

/** A line as it stands in the form: one organ each. */
interface Line extends Pick<Planned, 'title' | 'detail' | 'heading'> {
  readonly organ: string
  readonly due: string
  readonly strangers: string
}

interface Answer {
  readonly plan: string
  readonly text: string
  readonly lines: readonly Line[] | null
  readonly errors: Readonly<Record<string, string>>
}

/** A point of several organs is a task of each. */
const linesOf = (tasks: readonly Planned[]): readonly Line[] =>
  tasks.flatMap(({ title, detail, heading, organs, strangers, due }) =>
    (organs.length === 0 ? [''] : organs).map((organ) => ({
      ...{ title, detail, heading, organ },
      due: due === null ? '' : formatChinese(due),
      strangers: strangers.join('、'),
    })),
  )

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const words = (name: string) => String(form.get(name) ?? '').trim()
  const [plan, text] = [words('plan'), words('text')]
  if (form.get('intent') === 'adopt') return adopt(api, params.organ, form, plan)
  const file = form.get('file')
  const hasFile = file instanceof File && file.size > 0
  const errors = {
    ...(plan === '' && { plan: '请填写工作要点的名称。' }),
    ...(text === '' && !hasFile && { text: '请粘贴工作要点的文字，或者选择文件。' }),
  }
  if (Object.keys(errors).length > 0) return data<Answer>({ plan, text, lines: null, errors }, 422)
  const asked = JSON.stringify({ text, year: Number(words('year')) })
  const sent = new FormData()
  sent.append('plan', asked)
  if (hasFile) sent.append('file', file, file.name)
  const called = await api.send('readTaskPlan', { params, form: sent })
  if (called.ok) return data<Answer>({ plan, text, lines: linesOf(called.body.tasks), errors: {} })
  const { detail, errors: faults = [], status } = called.problem
  const message = faults.map((fault) => fault.message).join(' ') || detail
  return data<Answer>({ plan, text, lines: null, errors: { [hasFile ? 'file' : 'text']: message } }, status)
}

async function adopt(api: ReturnType<typeof deskOf>['api'], organ: string, form: FormData, plan: string) {
  const count = Number(form.get('count'))
  const at = (name: string, place: number) => String(form.get(`${name}-${place}`) ?? '').trim()
  const lines: Line[] = Array.from({ length: count }, (_, place) => ({
    ...{ title: at('title', place), detail: at('detail', place), heading: at('heading', place) },
    ...{ organ: at('organ', place), due: at('due', place), strangers: at('strangers', place) },
  }))
  const kept = lines.map((line, place) => ({ ...line, place, left: form.get(`left-${place}`) === 'yes' }))
  const errors: Record<string, string> = {}
  for (const { organ: of, due, left, place } of kept) {
    if (left) continue
    if (of === '') errors[`organ-${place}`] = `第 ${place + 1} 项：请选择责任单位，或者勾选不采用。`
    if (readDay(due) === null)
      errors[`due-${place}`] = `第 ${place + 1} 项：请填写完成时限，如 2026年6月30日。`
  }
  if (Object.keys(errors).length > 0) return data<Answer>({ plan, text: '', lines, errors }, 422)
  const tasks = kept
    .filter(({ left }) => !left)
    .map(({ organ: of, title, detail, heading, due }) => ({
      organ: of,
      title,
      detail,
      heading,
      due: readDay(due)!,
    }))
  const called = await api.call('adoptTaskPlan', { params: { organ }, body: { plan, tasks } as never })
  if (called.ok) return redirect(recordsHref(organ, 'task', { done: String(called.body.opened) }))
  const { detail, errors: faults = [], status } = called.problem
  const message = [detail, ...faults.map((fault) => fault.message)].join(' ')
  return data<Answer>({ plan, text: '', lines, errors: { plan: message } }, status)
}

export const meta = () => [{ title: '从工作要点分解任务 · 监督保障' }]

/** The year's plan broken down: pasted or brought as a file, looked over, then handed out. */
export default function TaskPlan({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, year } = loaderData
  const errors = actionData?.errors ?? {}
  const lines = actionData?.lines ?? null
  return (
    <div className="stack">
      <SupervisionTrail
        organ={organ}
        list="工作任务"
        href={recordsHref(organ, 'task')}
        here="从工作要点分解"
      />
      <PageHead title="从工作要点分解任务" note="先分解，核对责任单位和时限，再一次交办" />
      {lines === null ? (
        <Panel title="工作要点">
          <GuardedForm method="post" encType="multipart/form-data" className="stack supervision__form">
            <ErrorSummary errors={actionData?.errors} />
            <TextField
              name="plan"
              label="名称"
              required
              defaultValue={actionData?.plan ?? `${year}年政务公开工作要点`}
              error={errors.plan}
            />
            <TextField name="year" label="年度" inputMode="numeric" short defaultValue={String(year)} />
            <TextArea
              name="text"
              label="粘贴文字"
              rows={10}
              hint="带编号的每一条（1.、（一））成为一项任务；“责任单位：”“完成时限：”后面的字会读出来。"
              defaultValue={actionData?.text}
              error={errors.text}
            />
            <FileField
              name="file"
              label="或者选择文件"
              hint="DOCX 按编号分解；XLSX、CSV 按模板的列。选了文件的，以文件为准。"
              accept=".docx,.xlsx,.csv"
              error={errors.file}
            />
            <div className="deed__acts">
              <SubmitButton>分解</SubmitButton>
              <LinkButton kind="quiet" to={`${planHref(organ)}/template?format=xlsx`} reloadDocument>
                下载清单模板
              </LinkButton>
            </div>
          </GuardedForm>
        </Panel>
      ) : (
        <Lines organs={loaderData.organs} organ={organ} answer={actionData!} lines={lines} />
      )}
    </div>
  )
}

function Lines({
  organ,
  organs,
  lines,
  answer: { plan, errors },
}: {
  readonly organ: string
  readonly organs: Route.ComponentProps['loaderData']['organs']
  readonly lines: readonly Line[]
  readonly answer: Answer
}) {
  const open = lines.filter(({ organ: of, due }) => of === '' || due === '').length
  return (
    <Form method="post" noValidate className="stack">
      <ErrorSummary errors={errors} />
      <Note state={open > 0 ? 'soon' : 'info'} live>
        分解为 {lines.length} 项任务。{open > 0 && `其中 ${open} 项的责任单位或者时限没有读出来，请补上。`}
      </Note>
      <input type="hidden" name="intent" value="adopt" />
      <input type="hidden" name="plan" value={plan} />
      <input type="hidden" name="count" value={lines.length} />
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place, and keep it
        <Panel key={at} title={`${at + 1}. ${line.title}`} aside={line.heading}>
          <div className="stack">
            {(['title', 'detail', 'heading', 'strangers'] as const).map((name) => (
              <input key={name} type="hidden" name={`${name}-${at}`} value={line[name]} />
            ))}
            {line.detail !== line.title && <p>{line.detail}</p>}
            {line.strangers !== '' && <Note state="soon">不是下级机关名称的：{line.strangers}</Note>}
            <div className="work-filter">
              <SelectField
                name={`organ-${at}`}
                label="责任单位"
                empty="请选择"
                options={organs.map(({ id, name }) => ({ value: id, label: name }))}
                defaultValue={line.organ}
                error={errors[`organ-${at}`]}
              />
              <TextField
                name={`due-${at}`}
                label="完成时限"
                short
                defaultValue={line.due}
                error={errors[`due-${at}`]}
              />
              <label className="check">
                <input type="checkbox" name={`left-${at}`} value="yes" /> 不采用
              </label>
            </div>
          </div>
        </Panel>
      ))}
      <div className="deed__acts">
        <SubmitButton pending="正在交办…">交办</SubmitButton>
        <LinkButton to={planHref(organ)}>重新分解</LinkButton>
      </div>
    </Form>
  )
}
