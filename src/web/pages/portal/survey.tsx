import { data, Form, redirect } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { surveyAnswers } from '../../../office/supervision/assessment/survey-answers.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-group.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { deskOf } from '../load-context.ts'
import { publicAssessmentsHref, publicSurveyHref } from '../work/assessment/assessment-href.ts'
import type { Route } from './+types/survey.ts'
import { frameOf } from './frame.ts'
import './portal.css'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const [frame, survey] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('readPublicSurvey', { params }),
  ])
  if (!survey.ok) throw data(null, { status: survey.problem.status })
  return {
    frame,
    survey: survey.body,
    organ: params.organ,
    thanks: new URL(request.url).searchParams.has('thanks'),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const survey = await api.call('readPublicSurvey', { params })
  if (!survey.ok) throw data(null, { status: survey.problem.status })
  const typed: Record<string, string> = { subject: String(form.get('subject') ?? '') }
  for (const { id } of survey.body.questions) typed[id] = String(form.get(id) ?? '')
  const errors: Record<string, string> = {
    ...(typed.subject === '' && { subject: '请选择评议哪个机关。' }),
    ...Object.fromEntries(
      survey.body.questions
        .filter(({ id }) => typed[id] === '')
        .map(({ id, text }) => [id, `请选择“${text}”的回答。`]),
    ),
  }
  if (Object.keys(errors).length > 0) return data({ errors, typed }, 422)
  const { subject, ...answers } = typed
  const called = await api.call('answerSurvey', {
    params,
    body: { subject: subject!, answers: answers as never },
  })
  return called.ok
    ? redirect(`${publicSurveyHref(params.organ, params.survey)}?thanks`)
    : data(
        { errors: { subject: called.problem.detail } as Record<string, string>, typed },
        called.problem.status,
      )
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.survey.title ?? '社会评议' }]

export const handle = { script: 'forms' } as const

const options = Object.entries(surveyAnswers).map(([value, { caption }]) => ({ value, label: caption }))

/** 社会评议: a questionnaire for everybody, without a name; afterwards its results. It works without script. */
export default function Survey({
  loaderData: { frame, survey, organ, thanks },
  actionData,
}: Route.ComponentProps) {
  const { title, open, until, results } = survey
  return (
    <PublicShell
      organ={frame.organ}
      place={{ above: [{ title: '考核评议', href: publicAssessmentsHref(organ) }], here: title }}
    >
      <div className="portal portal--narrow">
        <h1>{title}</h1>
        {thanks && actionData === undefined && (
          <Note state="ok" title="已经收到，谢谢" live>
            答卷不记名；还可以评议其他机关。
          </Note>
        )}
        {results !== null && <Results results={results} />}
        {open && (
          <Panel title="问卷" kind="wide">
            <p className="portal__quiet">征集到{formatChinese(until)}；不用登录，不记名，不收集个人信息。</p>
            <Form method="post" className="stack" noValidate data-keep>
              <ErrorSummary errors={actionData?.errors} />
              <SelectField
                name="subject"
                label="评议哪个机关"
                empty="请选择"
                options={survey.organs.map(({ id, name }) => ({ value: id, label: name }))}
                defaultValue={actionData?.typed.subject ?? ''}
                error={actionData?.errors.subject}
                required
              />
              {survey.questions.map(({ id, text }, at) => (
                <RadioGroup
                  key={id}
                  name={id}
                  label={`${at + 1}. ${text}`}
                  row
                  required
                  options={options}
                  defaultValue={actionData?.typed[id]}
                  error={actionData?.errors[id]}
                />
              ))}
              <SubmitButton>提交</SubmitButton>
            </Form>
          </Panel>
        )}
        {!open && results === null && <Note title="已经结束">这项社会评议已经结束，结果还没有公布。</Note>}
      </div>
    </PublicShell>
  )
}

const Results = ({
  results,
}: {
  readonly results: NonNullable<AnsweredBy<'readPublicSurvey'>['results']>
}) => (
  <Panel title="结果" kind="wide">
    <table className="table">
      <caption className="sr">社会评议结果</caption>
      <thead>
        <tr>
          <th scope="col">机关</th>
          <th scope="col" className="num">
            答卷
          </th>
          <th scope="col" className="num">
            得分
          </th>
        </tr>
      </thead>
      <tbody>
        {results.map((row) => (
          <tr key={row.organ}>
            <th scope="row">{row.name}</th>
            <td className="num">{row.ballots}</td>
            <td className="num">{row.mean ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className="portal__quiet">
      百分制；
      {Object.values(surveyAnswers)
        .map(({ caption, points }) => `${caption}${points}分`)
        .join('、')}
      ，取平均后乘以10。
    </p>
  </Panel>
)
