import { data, Link, redirect, type ShouldRevalidateFunctionArgs } from 'react-router'
import type { Called } from '../../../desk/api.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { deskOf } from '../../load-context.ts'
import { RefusedNote } from '../refused-note.tsx'
import { annualYearHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/step.ts'
import { annualParams, openReport } from './open-report.ts'
import { ReportHead } from './report-head.tsx'
import { type OwnStep, ownSteps } from './step-links.tsx'
import { SubmitFacts } from './submit-facts.tsx'
import './annual.css'

const stepOf = (named: string): OwnStep => {
  const step = ownSteps.find((each) => each === named)
  if (step === undefined) throw data(null, { status: 404 })
  return step
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const step = stepOf(params.step)
  const report = await openReport(deskOf(context).api, params)
  const move = report.moves.find((each) => each.step === step)
  if (move === undefined) throw data(null, { status: 404 })
  return { report, move, step }
}

/** A step that was not taken: what was typed, and why. */
interface Tried {
  readonly reason: string
  readonly message: string | null
  /** Version that the next attempt says it has seen. */
  readonly version: number
  readonly errors: Readonly<Record<string, string>>
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const step = stepOf(params.step)
  const form = await request.formData()
  const seen = Number(form.get('seen'))
  const reason = String(form.get('reason') ?? '').trim()
  const of = { params: annualParams(params), seen }
  if (step === 'revise' && reason === '')
    return data<Tried>(
      {
        reason,
        message: null,
        version: seen,
        errors: { reason: '请写明更正的理由，理由随更正后的报告公布。' },
      },
      422,
    )
  const called: Called<unknown> =
    step === 'submit'
      ? await api.call('submitAnnualReport', of)
      : step === 'publish'
        ? await api.call('publishAnnualReport', of)
        : await api.call('reviseAnnualReport', { ...of, body: { reason } })
  if (called.ok) return redirect(`${annualYearHref(params.organ, params.year)}?done=${step}`)
  const { problem } = called
  if (problem.status === 401) told(called)
  const conflict = problem.type.endsWith(':conflict')
  return data<Tried>(
    {
      reason,
      errors: {},
      message: conflict
        ? '您打开本页以后，报告有了变化。下面已经是现在的情况，请看过再确认一次。'
        : problem.detail,
      version: conflict ? (problem.version ?? seen) : seen,
    },
    problem.status,
  )
}

/** Where the report has changed meanwhile, what it is now is wanted. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.move.caption ?? '办理'} · ${loaderData?.report.year ?? ''}年度报告` },
]

/** What a step does, said before it is done. */
export default function Step({
  loaderData: { report, move, step },
  actionData,
  params,
}: Route.ComponentProps) {
  const back = annualYearHref(params.organ, params.year)
  const wanting = step === 'submit' && report.obstacles.length > 0
  return (
    <>
      <ReportHead report={report} page={null} title={move.caption} />
      <div className="work-narrow stack">
        <RefusedNote title="没有办成" message={actionData?.message} />
        {!move.open && (
          <Note state="soon" title={`现在不能${move.caption}`}>
            <p>
              {move.reason} <Cites of={move.cites as never} audience="staff" />
            </p>
          </Note>
        )}
        {step === 'submit' && <SubmitFacts report={report} />}
        {step === 'publish' && (
          <Panel title="公布以后">
            <ul className="list">
              <li>报送时的存档原样公布在政府信息公开年报栏目，任何人都可以查阅、下载。</li>
              <li>公布后不能收回；有误的，写明理由更正，原来的版本仍然可以查阅。</li>
              {report.publications.length > 0 && (
                <li>这次公布的是第 {report.publications.length + 1} 版。</li>
              )}
            </ul>
          </Panel>
        )}
        {move.open && !wanting && (
          <Panel>
            <GuardedForm method="post" className="stack">
              <ErrorSummary errors={actionData?.errors} />
              {step === 'revise' && (
                <>
                  <p>
                    更正期间，已经公布的版本仍然有效；改好后重新报送、公布，成为新的一版，两版都可以查阅。
                  </p>
                  <TextArea
                    name="reason"
                    label="更正的理由"
                    hint="随更正后的报告一并公布，不要写个人信息。"
                    rows={3}
                    limit={1000}
                    required
                    defaultValue={actionData?.reason}
                    error={actionData?.errors.reason}
                  />
                </>
              )}
              <div className="deed__acts">
                <input type="hidden" name="seen" value={actionData?.version ?? report.version} />
                <SubmitButton pending="正在办理…">确认{move.caption}</SubmitButton>
                <Link to={back}>不办了，返回报告</Link>
              </div>
            </GuardedForm>
          </Panel>
        )}
      </div>
    </>
  )
}
