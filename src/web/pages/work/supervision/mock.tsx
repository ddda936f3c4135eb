import { data, Form, redirect } from 'react-router'
import { addDays, formatChinese } from '../../../../law/day.ts'
import { type Channel, channels } from '../../../../law/receipt.ts'
import { type Status, statuses } from '../../../../office/requests/progress.ts'
import type { MockCriterionKey } from '../../../../office/supervision/mocks/mock.ts'
import { LinkButton, SubmitButton } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { readDay } from '../../../ui/day-text.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import type { Typed } from '../deed-fields.tsx'
import { typedIn } from '../filled-in.ts'
import { organsBelow } from '../reports/organs-below.ts'
import { requestHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/mock.ts'
import { mockHref, mocksHref, recordsHref } from './hrefs.ts'
import { SentStanding } from './sent-standing.tsx'
import { SupervisionTrail } from './supervision-trail.tsx'
import './supervision.css'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [mock, organs, board] = await Promise.all([
    api.call('readMock', { params }),
    organsBelow(api, params.organ),
    api.call('readBoard', { params: { organ: params.organ } }),
  ])
  return {
    organ: params.organ,
    ...told(mock),
    names: Object.fromEntries(organs.map(({ id, name }) => [id, name])),
    today: told(board).asOf,
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const { organ, record } = params
  const here = mockHref(organ, record)
  if (form.get('intent') === 'unveil') {
    const due = readDay(String(form.get('due') ?? ''))
    if (due === null) return data({ errors: { due: '请填写整改期限，如 2026年6月30日。' } }, 422)
    const called = await api.call('unveilMock', { params, body: { due } })
    if (called.ok) return redirect(`${here}?done=unveil`)
    return data({ errors: { due: called.problem.detail } }, called.problem.status)
  }
  const sent = await actOnSent(api, params, form)
  if (sent !== null)
    return sent.done === null ? data(sent.answer, sent.status) : redirect(`${here}?done=${sent.done}`)
  const errors: Record<string, string> = {}
  const marks: Record<string, { share: number; because: string }> = {}
  for (const key of criteria) {
    const typed = String(form.get(`share-${key}`) ?? '').trim()
    const share = Number(typed)
    const because = String(form.get(`because-${key}`) ?? '').trim()
    if (typed === '' || !Number.isInteger(share) || share < 0 || share > 100)
      errors[`share-${key}`] = '请填写 0 到 100 的整数。'
    else if (share < 100 && because === '')
      errors[`because-${key}`] = '没有得满分的，请写明原因，告知对方时用。'
    marks[key] = { share, because }
  }
  if (Object.keys(errors).length > 0) return data({ errors, typed: typedIn(form) }, 422)
  const called = await api.call('stepSupervision', {
    params: { organ, kind: 'mock', record, step: 'score' },
    body: { data: { marks } as never },
  })
  if (called.ok) return redirect(`${here}?done=score`)
  return data(
    { errors: { 'share-channel': called.problem.detail } as Record<string, string> },
    called.problem.status,
  )
}

/** What is done with a test that was sent; null where the form is another one. */
async function actOnSent(
  api: ReturnType<typeof deskOf>['api'],
  params: Route.ActionArgs['params'],
  form: FormData,
) {
  const intent = form.has('point') ? 'point' : String(form.get('intent') ?? '')
  if (intent !== 'point' && intent !== 'deliver' && intent !== 'release') return null
  const answer = (errors: Record<string, string>, status: number) => ({
    ...{ done: null, answer: { errors, of: 'sent' }, status },
  })
  const deliveredOn = readDay(String(form.get('deliveredOn') ?? ''))
  const number = String(form.get('point') ?? form.get('number') ?? '').trim()
  if (intent === 'deliver' && deliveredOn === null)
    return answer({ deliveredOn: '请填写送达的日期，如 2026年3月6日。' }, 422)
  if (intent === 'point' && number === '') return answer({ number: '请填写对方的登记编号。' }, 422)
  const called =
    intent === 'point'
      ? await api.call('pointMock', { params, body: { number } })
      : intent === 'deliver'
        ? await api.call('recordMockDelivery', { params, body: { deliveredOn: deliveredOn! } })
        : await api.call('releaseMock', { params, body: {} })
  if (called.ok) return { done: intent }
  return answer(
    { [intent === 'deliver' ? 'deliveredOn' : 'number']: called.problem.detail },
    called.problem.status,
  )
}

/** What is said when something was done. */
const saysDone: Readonly<Record<string, string>> = {
  unveil: '已经告知对方，失分的各项已成为问题，限期整改。',
  score: '已经评分；对方还不知道。',
  point: '已经指认，该件从现在起不计入任何统计。',
  release: '已经撤销指认，该件重新计入对方的统计。',
  deliver: '已经登记送达日期。',
}

const criteria = ['channel', 'time', 'form', 'content'] as const satisfies readonly MockCriterionKey[]

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${String(loaderData?.record.data.code ?? '')} · 模拟申请` },
]

/** One test request: followed as its applicant, scored, unveiled. */
export default function Mock({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, record, secret, sent, standing, score, names, done, today } = loaderData
  const { code, scenario, expect, number, channel, sentOn, deliveredOn } = record.data
  const errors = actionData?.errors as Readonly<Record<string, string>> | undefined
  const ofSent = actionData !== undefined && 'of' in actionData
  const typed = actionData !== undefined && 'typed' in actionData ? (actionData.typed as Typed) : undefined
  const day = (on: typeof record.openedOn | null) => (on === null ? '—' : formatChinese(on))
  return (
    <div className="stack">
      <SupervisionTrail organ={organ} list="模拟申请" href={mocksHref(organ)} here={String(code)} />
      <PageHead title={`模拟申请 ${String(code)}`} note={names[record.about ?? ''] ?? ''} />
      {done !== null && actionData === undefined && (
        <Note state="ok" live>
          {saysDone[done]}
        </Note>
      )}
      <Panel
        title="办理情况"
        aside={
          sent !== null && standing === null && record.closedOn === null
            ? '还没有找到登记'
            : record.stateCaption
        }
      >
        <Facts
          grid
          facts={[
            { label: '登记编号', value: String(number ?? '—') },
            { label: '检查什么', value: String(scenario) },
            { label: '渠道', value: channels[String(channel) as Channel].caption },
            {
              label: '提出',
              value: formatChinese((sentOn as typeof record.openedOn | undefined) ?? record.openedOn),
            },
            ...(sent === null
              ? []
              : [
                  { label: '送达', value: day((deliveredOn as typeof record.openedOn | undefined) ?? null) },
                  { label: '申请人', value: sent.name },
                  { label: '所申请的', value: sent.title },
                ]),
            { label: '收到', value: day(standing?.receivedOn ?? null) },
            { label: '答复期限', value: day(standing?.due ?? null) },
            { label: '答复', value: day(standing?.answeredOn ?? null) },
            { label: '对方办到', value: standing === null ? '—' : statuses[standing.status as Status] },
            { label: '得分', value: score === null ? '还没有评分' : `${score} 分` },
            { label: '应当怎样答复', value: <span className="supervision__told">{String(expect)}</span> },
          ]}
        />
        {secret !== null && number !== undefined && (
          <div className="stack supervision__below">
            <p>
              以申请人的身份查询：登记编号 {String(number)}，查询码{' '}
              <span className="supervision__code">{secret}</span>
            </p>
            <div className="deed__acts">
              <LinkButton to={`/organs/${encodeURIComponent(record.about ?? '')}/track`} target="_blank">
                打开查询页
              </LinkButton>
              <LinkButton kind="quiet" to={requestHref(record.about ?? '', record.id)}>
                看对方的办理
              </LinkButton>
            </div>
          </div>
        )}
      </Panel>
      <SentStanding mock={loaderData} today={today} errors={(ofSent && errors) || {}} />
      {record.open.some(({ step }) => step === 'score') && (
        <Score {...loaderData} errors={ofSent ? undefined : errors} typed={typed} />
      )}
      {record.open.some(({ step }) => step === 'unveil') && (
        <Panel title="告知对方">
          <Form method="post" noValidate className="stack supervision__form">
            <p>告知以后，对方看到这件模拟申请和得分；失分的各项成为问题，限期整改。告知不能撤回。</p>
            <DateField
              name="due"
              label="整改期限"
              required
              today={today}
              defaultValue={addDays(today, 15)}
              error={errors?.due}
            />
            <div className="deed__acts">
              <SubmitButton name="intent" value="unveil" kind="danger">
                告知对方
              </SubmitButton>
            </div>
          </Form>
        </Panel>
      )}
      {record.state === 'unveiled' && (
        <p>
          <LinkButton to={recordsHref(organ, 'finding', { about: record.about ?? '' })}>查看整改</LinkButton>
        </p>
      )}
    </div>
  )
}

function Score({
  criteria: asked,
  suggested,
  marks,
  errors,
  typed,
}: Route.ComponentProps['loaderData'] & {
  readonly errors: Readonly<Record<string, string>> | undefined
  readonly typed: Typed | undefined
}) {
  return (
    <Panel title="评分" aside="渠道和时限由系统按办理情况先填，形式和内容看过答复再填">
      <Form method="post" noValidate className="stack supervision__form">
        <ErrorSummary errors={errors} />
        {asked.map(({ key, caption, points, asks }) => {
          const known = marks?.[key] ?? suggested[key]
          return (
            <fieldset key={key} className="deed__row">
              <legend>
                {caption}（{points} 分）
              </legend>
              <p>{asks}</p>
              <TextField
                name={`share-${key}`}
                label={`${caption}：得分的百分比`}
                inputMode="numeric"
                short
                required
                defaultValue={typed?.[`share-${key}`]?.[0] ?? known?.share.toString()}
                error={errors?.[`share-${key}`]}
              />
              <TextArea
                name={`because-${key}`}
                label={`${caption}：失分的原因`}
                rows={2}
                defaultValue={typed?.[`because-${key}`]?.[0] ?? known?.because}
                error={errors?.[`because-${key}`]}
              />
            </fieldset>
          )
        })}
        <div className="deed__acts">
          <SubmitButton name="intent" value="score">
            {marks === null ? '评分' : '重新评分'}
          </SubmitButton>
        </div>
      </Form>
    </Panel>
  )
}
