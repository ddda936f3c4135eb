import { data, Form, Link, redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { lives, type SupervisionKind } from '../../../../office/supervision/lives.ts'
import { LinkButton, SubmitButton } from '../../../ui/button.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { type Fact, Facts } from '../../../ui/facts.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { namesAt } from '../colleagues.ts'
import { DeedFields } from '../deed-fields.tsx'
import { faultsOf, typedIn } from '../filled-in.ts'
import { RefusedNote } from '../refused-note.tsx'
import { organsBelow } from '../reports/organs-below.ts'
import { requestHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/record.ts'
import { recordFileHref, recordHref, recordsHref } from './hrefs.ts'
import { titleOf, toldBy } from './record-words.ts'
import { Steps } from './steps.tsx'
import { SupervisionTrail } from './supervision-trail.tsx'
import './supervision.css'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api, forms } = deskOf(context)
  const { organ, kind, record: id } = params
  const { searchParams } = new URL(request.url)
  const [called, organs, own] = await Promise.all([
    api.call('readSupervision', { params: { organ, kind: kind as SupervisionKind, record: id } }),
    organsBelow(api, organ),
    namesAt(api, organ),
  ])
  const record = told(called)
  const staff = record.about === null ? {} : await namesAt(api, record.about)
  return {
    organ,
    record,
    done: searchParams.get('done'),
    asked: searchParams.get('step'),
    names: { ...Object.fromEntries(organs.map((each) => [each.id, each.name])), ...staff, ...own },
    fields: forms.supervisionFields(kind, null) ?? [],
    stepFields: Object.fromEntries(
      [...record.steps, ...record.open].map(({ step }) => [step, forms.supervisionFields(kind, step) ?? []]),
    ),
    today: told(await api.call('readBoard', { params: { organ } })).asOf,
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api, forms } = deskOf(context)
  const { organ, kind, record } = params
  const form = await request.formData()
  const step = String(form.get('step') ?? '')
  const fields = forms.supervisionFields(kind, step) ?? []
  const called = await api.call('stepSupervision', {
    params: { organ, kind: kind as SupervisionKind, record, step },
    body: { data: forms.read(fields, form) as never },
  })
  if (called.ok) return redirect(`${recordHref(organ, kind, record)}?done=${encodeURIComponent(step)}`)
  return data({ step, ...faultsOf(called.problem, fields), typed: typedIn(form) }, called.problem.status)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.record.kindCaption ?? ''} · 监督保障` },
]

/** One record of supervision: what it says, what happened, what can be done now. */
export default function Record({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, record, names, fields, stepFields, done, today } = loaderData
  const { kind, about, due, overdue, data: told, sealed } = record
  const facts: readonly Fact[] = [
    ...(about === null ? [] : [{ label: '机关', value: names[about] ?? about }]),
    ...(due === null ? [] : [{ label: '期限', value: `${formatChinese(due)}${overdue ? '（逾期）' : ''}` }]),
    { label: '状态', value: record.stateCaption },
    { label: '登记', value: formatChinese(record.openedOn) },
    ...toldBy(fields, told)
      .filter(({ value }) => value !== told.staff)
      .map(({ label, value }) => ({ label, value: <span className="supervision__told">{value}</span> })),
  ]
  const { steps } = lives[kind as SupervisionKind]
  const asked = actionData?.step ?? loaderData.asked
  const chosen = record.open.find(({ step }) => step === asked && (stepFields[step] ?? []).length > 0)
  const fault = <RefusedNote message={actionData?.message} />
  return (
    <div className="stack">
      <SupervisionTrail
        organ={organ}
        list={record.kindCaption}
        href={recordsHref(organ, kind)}
        here={titleOf(record, names)}
      />
      <PageHead
        title={titleOf(record, names)}
        note={record.kindCaption}
        acts={
          kind === 'finding' && record.closedOn === null ? (
            <LinkButton to={recordsHref(organ, 'accountability', { ...(about !== null && { about }) })}>
              提出责任追究建议
            </LinkButton>
          ) : undefined
        }
      />
      {done !== null && actionData === undefined && (
        <Note state="ok" live>
          已经登记“{steps[done]?.caption ?? '办理'}”。
        </Note>
      )}
      {told.repeats !== undefined && told.repeats !== null && (
        <Note state={told.repeatedUnmended === true ? 'late' : 'soon'}>
          {told.repeatedUnmended === true ? '上次通报过，至今没有整改到位。' : '上次通报后整改过，又出现了。'}
          <Link to={recordHref(organ, 'finding', String(told.repeats))}>看上次的</Link>
        </Note>
      )}
      <Panel title="登记的内容" aside={<Cites of={record.cites as never} audience="staff" />}>
        <Facts grid facts={facts} />
        {sealed !== null && (
          <Facts
            grid
            facts={[
              { label: '投诉人', value: sealed.name || '未留' },
              { label: '联系方式', value: sealed.contact || '未留' },
              {
                label: '来件内容',
                value: <span className="supervision__told">{sealed.text || '未登记'}</span>,
              },
            ]}
          />
        )}
        <Refs refs={told.refs} about={about} />
      </Panel>
      <Steps
        steps={record.steps}
        names={names}
        fieldsOf={(step) => stepFields[step] ?? []}
        fileHref={(file) => recordFileHref(organ, kind, record.id, file)}
      />
      {chosen === undefined ? (
        <Choices open={record.open} stepFields={stepFields} />
      ) : (
        <Panel title={chosen.caption}>
          <Form method="post" noValidate className="stack supervision__form">
            <ErrorSummary errors={actionData?.errors} />
            {fault}
            <DeedFields
              fields={stepFields[chosen.step] ?? []}
              typed={actionData?.typed ?? {}}
              errors={actionData?.errors ?? {}}
              today={today}
            />
            <div className="deed__acts">
              <SubmitButton name="step" value={chosen.step}>
                {chosen.caption}
              </SubmitButton>
              <LinkButton to="?">取消</LinkButton>
            </div>
          </Form>
        </Panel>
      )}
      {chosen === undefined && fault}
    </div>
  )
}

/** What can be done now: at once, or by a form of its own. */
function Choices({
  open,
  stepFields,
}: Pick<Route.ComponentProps['loaderData'], 'stepFields'> & {
  readonly open: Route.ComponentProps['loaderData']['record']['open']
}) {
  if (open.length === 0) return null
  return (
    <Panel title="可以做的">
      <Form method="post" className="deed__acts">
        {open.map(({ step, caption }) =>
          (stepFields[step] ?? []).length === 0 ? (
            <SubmitButton key={step} name="step" value={step} kind="plain">
              {caption}
            </SubmitButton>
          ) : (
            <LinkButton key={step} to={`?step=${step}`}>
              {caption}
            </LinkButton>
          ),
        )}
      </Form>
    </Panel>
  )
}

/** What on record it is about: a supervisor may read requests of those below. */
function Refs({ refs, about }: { readonly refs: unknown; readonly about: string | null }) {
  const requests = (Array.isArray(refs) ? refs : []).filter(
    (ref): ref is { kind: string; id: string } => (ref as { kind?: string }).kind === 'request',
  )
  if (about === null || requests.length === 0) return null
  return (
    <ul className="year-links">
      {requests.map(({ id }, at) => (
        <li key={id}>
          <Link to={requestHref(about, id)}>申请件{requests.length > 1 ? at + 1 : ''}</Link>
        </li>
      ))}
    </ul>
  )
}
