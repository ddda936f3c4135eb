import { data, Form, Link, redirect } from 'react-router'
import { addDays, type Day, yearOf } from '../../../../law/day.ts'
import { surveyAnswers } from '../../../../office/supervision/assessment/survey-answers.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { CheckboxGroup } from '../../../ui/choice-group.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { readDay } from '../../../ui/day-text.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { organsBelow } from '../reports/organs-below.ts'
import { told } from '../told.ts'
import type { Route } from './+types/new-survey.ts'
import { assessmentHref, surveyHref } from './assessment-href.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [{ usual }, organs, board] = await Promise.all([
    api.call('listSurveys', { params }).then(told),
    organsBelow(api, params.organ),
    api.call('readBoard', { params }).then(told),
  ])
  return { organ: params.organ, usual, organs, today: board.asOf as Day }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const questions = text('questions')
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const organs = form.getAll('organs').map(String)
  const until = readDay(text('until'))
  const errors: Record<string, string> = {
    ...(text('title') === '' && { title: '请写标题。' }),
    ...(questions.length === 0 && { questions: '请至少写一个问题。' }),
    ...(organs.length === 0 && { organs: '请至少选择一个机关。' }),
    ...(until === null && { until: '请填写截止日，例如 2026年9月30日。' }),
  }
  const typed = { title: text('title'), questions: text('questions'), organs }
  if (until === null || Object.keys(errors).length > 0) return data({ errors, typed }, 422)
  const called = await deskOf(context).api.call('openSurvey', {
    params,
    body: { title: typed.title, year: Number(text('year')), questions, organs, until },
  })
  return called.ok
    ? redirect(surveyHref(params.organ, called.body.id))
    : data(
        { errors: { title: called.problem.detail } as Record<string, string>, typed },
        called.problem.status,
      )
}

export const meta = () => [{ title: '开展社会评议' }]

/** Ten questions, the organs they are asked about, and until when. */
export default function NewSurvey({
  loaderData: { organ, usual, organs, today },
  actionData,
}: Route.ComponentProps) {
  const { errors, typed } = actionData ?? {}
  const worth = Object.values(surveyAnswers)
    .map(({ caption, points }) => `${caption} ${points} 分`)
    .join('、')
  return (
    <>
      <Breadcrumb above={[{ title: '考核评议', href: assessmentHref(organ) }]} here="开展社会评议" />
      <PageHead title="开展社会评议" note="公众在公开网页上不记名作答" />
      <div className="work-narrow">
        <Panel>
          <Form method="post" className="stack" noValidate>
            <ErrorSummary errors={errors} />
            <TextField
              name="title"
              label="标题"
              defaultValue={typed?.title ?? `${yearOf(today)}年政务公开社会评议`}
              error={errors?.title}
            />
            <input type="hidden" name="year" value={yearOf(today)} />
            <TextArea
              name="questions"
              label="问题"
              hint={`一行一个。每个问题的回答：${worth}。`}
              rows={11}
              defaultValue={typed?.questions ?? usual.map(({ text }) => text).join('\n')}
              error={errors?.questions}
            />
            <CheckboxGroup
              name="organs"
              label="被评议的机关"
              options={organs.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={typed?.organs ?? organs.map(({ id }) => id)}
              error={errors?.organs}
            />
            <DateField
              name="until"
              label="截止日"
              defaultValue={addDays(today, 30)}
              today={today}
              error={errors?.until}
            />
            <div className="deed__acts">
              <SubmitButton>开展社会评议</SubmitButton>
              <Link to={assessmentHref(organ)}>不办了，返回</Link>
            </div>
          </Form>
        </Panel>
      </div>
    </>
  )
}
