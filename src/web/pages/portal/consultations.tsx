import { data, Form, redirect } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { forgottenPass, keptPass } from '../../desk/pass-cookie.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-group.tsx'
import { Cites } from '../../ui/cite.tsx'
import { DueDate } from '../../ui/due-date.tsx'
import { ErrorSummary, type FormErrors } from '../../ui/error-summary.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { deskOf } from '../load-context.ts'
import type { PageHandle } from '../page-handle.ts'
import type { Route } from './+types/consultations.ts'
import { filesIn, type Typed, textIn, typedIn } from './apply-form.ts'
import { frameOf } from './frame.ts'
import { errorsOf, wholeForm } from './problem-errors.ts'
import './portal.css'

export const handle: PageHandle = { script: 'forms' }

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const [frame, asked] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('readConsultation', { params: { organ: params.organ } }),
  ])
  if (!asked.ok && asked.problem.status >= 429) throw data(null, { status: asked.problem.status })
  return {
    frame,
    asked: asked.ok ? asked.body : null,
    answered: new URL(request.url).searchParams.has('answered'),
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `第三方答复意见 · ${loaderData?.frame.organ.name ?? ''}` },
]

export async function action({ request, params: { organ }, context }: Route.ActionArgs) {
  const { api, secure } = deskOf(context)
  const sent = await request.formData()
  const typed = typedIn(sent)
  const stay = (errors: FormErrors) => data({ errors, typed }, 422)
  const here = `/organs/${encodeURIComponent(organ)}/consultations`
  if (textIn(typed, 'intent') === 'answer') {
    const opinion = textIn(typed, 'opinion')
    if (opinion === '') return stay({ opinion: '请选择是否同意公开。' })
    const form = new FormData()
    form.append('answer', JSON.stringify({ opinion, reasons: textIn(typed, 'reasons') }))
    for (const file of filesIn(sent, 'papers')) form.append('papers', file, file.name)
    const done = await api.send('answerConsultation', { params: { organ }, form })
    if (done.ok)
      return redirect(`${here}?answered`, { headers: { 'set-cookie': forgottenPass('thirdParty') } })
    const { type } = done.problem
    return stay(
      type.endsWith(':reasonsWanted')
        ? { reasons: done.problem.detail }
        : errorsOf(done.problem, ['opinion', 'reasons', 'papers']),
    )
  }
  const code = textIn(typed, 'code')
  // The code is never sent back to the page.
  if (code === '') return data({ errors: { code: '请填写征求意见书上的回复码。' }, typed: {} }, 422)
  const opened = await api.call('openConsultation', { params: { organ }, body: { code } })
  if (!opened.ok) return data({ errors: { code: opened.problem.detail }, typed: {} }, 422)
  const { token, until } = opened.body
  return redirect(here, { headers: { 'set-cookie': keptPass('thirdParty', token, until, secure) } })
}

/** Where a third party says whether it agrees (条例§32). The address stands in the letter. */
export default function Consultations({ loaderData, actionData }: Route.ComponentProps) {
  const { frame, asked, answered } = loaderData
  const { errors, typed = {} } = (actionData ?? {}) as {
    readonly errors?: FormErrors
    readonly typed?: Typed
  }
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: '第三方答复意见' }}>
      {asked === null ? (
        <Door errors={errors} answered={answered} />
      ) : (
        <Question asked={asked} errors={errors} typed={typed} />
      )}
    </PublicShell>
  )
}

interface DoorProps {
  readonly errors: FormErrors | undefined
  readonly answered: boolean
}

const Door = ({ errors, answered }: DoorProps) => (
  <div className="alone portal__door stack">
    {answered && (
      <Note state="ok" title="意见已经收到" live>
        <p>您的意见已经提交给本机关，本机关会在作出决定前考虑。</p>
      </Note>
    )}
    <Form className="panel stack" method="post" noValidate>
      <h1>第三方答复意见</h1>
      <p>
        收到本机关征求意见书的，请在这里答复是否同意公开。 <Cites of={['条例§32']} audience="public" />
      </p>
      <ErrorSummary errors={errors} />
      <TextField name="code" label="回复码" hint="写在征求意见书上" autoComplete="off" error={errors?.code} />
      <SubmitButton block>进入</SubmitButton>
    </Form>
  </div>
)

interface QuestionProps {
  readonly asked: AnsweredBy<'readConsultation'>
  readonly errors: FormErrors | undefined
  readonly typed: Typed
}

const Question = ({ asked, errors, typed }: QuestionProps) => (
  <div className="portal portal--narrow">
    <h1>征求第三方意见</h1>
    <ErrorSummary errors={errors} />
    <Panel kind="wide">
      <div className="stack">
        <DueDate
          label="提出意见的最后一日"
          due={asked.by}
          firm
          because="逾期未提出意见的，由本机关依照条例的规定决定是否公开。"
        />
        <Facts
          grid
          facts={[
            { label: '征求意见的机关', value: asked.organ },
            { label: '申请编号', value: asked.applicationNo },
            { label: '申请人', value: asked.applicant },
            { label: '发出之日', value: formatChinese(asked.sentOn) },
            { label: '联系', value: asked.contact },
          ]}
        />
      </div>
    </Panel>
    <Panel title="涉及您的信息" kind="wide">
      <p>{asked.information}</p>
    </Panel>
    <Panel title="您的意见" kind="wide">
      <Form
        id={`f-${wholeForm}`}
        className="stack"
        method="post"
        encType="multipart/form-data"
        noValidate
        data-keep
      >
        <input type="hidden" name="intent" value="answer" />
        <RadioGroup
          name="opinion"
          label="是否同意公开"
          required
          options={asked.opinions.map(({ value, caption }) => ({ value, label: caption }))}
          defaultValue={textIn(typed, 'opinion')}
          error={errors?.opinion}
        />
        <TextArea
          name="reasons"
          label="理由"
          hint="不同意公开的，请写明理由，例如公开会怎样损害您的合法权益。"
          limit={5000}
          defaultValue={textIn(typed, 'reasons')}
          error={errors?.reasons}
        />
        <FileField
          name="papers"
          label="证明材料"
          hint="可以不附。只有本机关看得到，不随答复提供给申请人；涉密文件不得上传。"
          multiple
          error={errors?.papers}
        />
        <SubmitButton>提交意见</SubmitButton>
      </Form>
    </Panel>
  </div>
)
