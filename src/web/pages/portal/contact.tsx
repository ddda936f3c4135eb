import { data, Form, redirect } from 'react-router'
import {
  longestReach,
  longestReport,
  type ReportedPage,
  reportedPages,
} from '../../../office/feedback/reported-pages.ts'
import type { Guide } from '../../../office/intake/guide.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { Cites } from '../../ui/cite.tsx'
import { ErrorSummary, type FormErrors } from '../../ui/error-summary.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { deskOf } from '../load-context.ts'
import type { PageHandle } from '../page-handle.ts'
import type { Route } from './+types/contact.ts'
import { type Typed, textIn, typedIn } from './apply-form.ts'
import { frameOf } from './frame.ts'
import { errorsOf } from './problem-errors.ts'
import './portal.css'

export const handle: PageHandle = { script: 'forms' }

type Office = Guide['office']

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [frame, guide, organs] = await Promise.all([
    frameOf(context, params.organ),
    api.call('readGuide', { params }),
    api.call('listPublicOrgans', {}),
  ])
  if (!guide.ok || !organs.ok) throw data(null, { status: 404 })
  const own = organs.body.rows.find(({ id }) => id === params.organ)
  const above = own?.parent == null ? null : await api.call('readGuide', { params: { organ: own.parent } })
  const { office, remedies } = guide.body as unknown as Guide
  const { organ: supervisor, office: supervising } = above?.ok
    ? (above.body as unknown as Guide)
    : { organ: null, office: null }
  return {
    frame,
    office,
    complaint: remedies.complaint,
    supervisor: supervisor === null ? null : { name: supervisor, office: supervising as Office },
    thanks: new URL(request.url).searchParams.get('done') === 'report',
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `联系方式 · ${loaderData?.frame.organ.name ?? ''}` },
]

/** Takes a report of something wrong on our pages. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const typed = typedIn(await request.formData())
  const text = textIn(typed, 'text')
  const stay = (errors: FormErrors) => data({ errors, typed }, 422)
  if (text === '') return stay({ text: '请写明哪里有错，应当是什么。' })
  const page = (textIn(typed, 'page') || 'contact') as ReportedPage
  const body = { page, text, reach: textIn(typed, 'reach') }
  const told = await deskOf(context).api.call('reportFault', { params, body })
  return told.ok ? redirect('?done=report') : stay(errorsOf(told.problem, ['page', 'text', 'reach']))
}

const factsOf = ({ name, address, hours, phone, fax, email, postcode }: Office) =>
  [
    { label: '工作机构', value: name },
    { label: '电话', value: phone === '' ? '' : <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a> },
    { label: '办公地址', value: address },
    { label: '办公时间', value: hours },
    { label: '传真', value: fax },
    { label: '电子邮箱', value: email === '' ? '' : <a href={`mailto:${email}`}>{email}</a> },
    { label: '邮政编码', value: postcode },
  ].filter(({ value }) => value !== '')

/** Where to turn, who supervises, how to complain; and a place to say that something here is wrong. */
export default function Contact({ loaderData, actionData }: Route.ComponentProps) {
  const { frame, office, complaint, supervisor, thanks } = loaderData
  const { errors, typed = {} } = (actionData ?? {}) as {
    readonly errors?: FormErrors
    readonly typed?: Typed
  }
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: '联系方式' }}>
      <div className="portal portal--narrow">
        <h1>联系方式和投诉、举报</h1>
        <ErrorSummary errors={errors} />
        {thanks && (
          <Note state="ok" title="已经收到" live>
            <p>谢谢您指出差错，本机关核实后更正。</p>
          </Note>
        )}
        <Panel title={frame.organ.name} kind="wide">
          <Facts grid facts={factsOf(office)} />
        </Panel>
        <Panel title="投诉、举报" kind="wide">
          <div className="stack">
            <p>
              {complaint} <Cites of={['条例§51', '条例§47']} audience="public" />
            </p>
            {supervisor === null ? (
              <p>向上一级行政机关，或者上一级政府信息公开工作主管部门提出。</p>
            ) : (
              <>
                <h3>上一级行政机关：{supervisor.name}</h3>
                <Facts grid facts={factsOf(supervisor.office)} />
              </>
            )}
            <p>
              对答复不服，或者逾期没有答复的，怎样申请行政复议、提起行政诉讼，见
              <a href={`${frame.organ.home}/guide`}>政府信息公开指南</a>。
            </p>
          </div>
        </Panel>
        <Panel title="指出页面上的差错" kind="wide">
          <Form className="stack noprint" method="post" noValidate data-keep>
            <p>电话打不通、地址不对、网页打不开，请告诉我们。这里不收申请，也不收投诉、举报。</p>
            <SelectField
              name="page"
              label="哪一页"
              options={Object.entries(reportedPages).map(([value, label]) => ({ value, label }))}
              defaultValue={textIn(typed, 'page') || 'contact'}
            />
            <TextArea
              name="text"
              label="哪里有错，应当是什么"
              rows={3}
              limit={longestReport}
              required
              defaultValue={textIn(typed, 'text')}
              error={errors?.text}
            />
            <TextField
              name="reach"
              label="您的联系方式"
              hint={`可以不填；填了的，只用于核实，不超过 ${longestReach} 字。`}
              defaultValue={textIn(typed, 'reach')}
              error={errors?.reach}
              autoComplete="off"
            />
            <SubmitButton kind="plain">提交</SubmitButton>
          </Form>
        </Panel>
      </div>
    </PublicShell>
  )
}
