import { data, Link, redirect } from 'react-router'
import type { Day } from '../../../../law/day.ts'
import { formatChinese } from '../../../../law/day.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { readDay } from '../../../ui/day-text.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { fieldId } from '../../../ui/field.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { deskOf } from '../../load-context.ts'
import type { Typed } from '../deed-fields.tsx'
import { typedIn } from '../filled-in.ts'
import { RefusedNote } from '../refused-note.tsx'
import type { Route } from './+types/publish.ts'
import { DocumentHead } from './document-head.tsx'
import { documentHref } from './document-href.ts'
import { accountsAt, contentIn, openDocument, refusalOf } from './open-document.ts'
import { isOpen, type Target, targetsOf } from './publish-targets.ts'

async function opened(context: Route.LoaderArgs['context'], params: Route.LoaderArgs['params']) {
  const { api } = deskOf(context)
  const [document, accounts] = await Promise.all([openDocument(api, params), accountsAt(api, params.organ)])
  return { api, document, targets: targetsOf(accounts, document.versions.at(-1)?.acts ?? []) }
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api, document, targets } = await opened(context, params)
  const board = await api.call('readBoard', { params: { organ: params.organ } })
  const last = document.versions.at(-1)
  return {
    title: contentIn(document).title,
    version: document.version,
    refusal: refusalOf(document, 'publishDocument'),
    indexNo: document.indexNo,
    signedOn: last?.signedOn ?? null,
    targets,
    meter: document.meter,
    today: board.ok ? board.body.asOf : ('' as Day),
  }
}

interface Answer {
  readonly errors: Readonly<Record<string, string>>
  readonly message: string | null
  readonly typed: Typed
}

/** An act for each place that was ticked, the site first; where one is refused nothing is recorded. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const typed = typedIn(form)
  const { api, document, targets } = await opened(context, params)
  const answer = (errors: Answer['errors'], message: string | null, status: number) =>
    data<Answer>({ errors, message, typed }, { status })
  const said = (name: string) => String(form.get(name) ?? '').trim()
  const chosen = targets.filter(({ key }) => form.getAll('target').includes(key))
  const [first, ...also] = chosen.map(({ channel, account, key }) => ({
    ...{ channel, account, place: said(`place.${key}`) || null },
  }))
  if (first === undefined) return answer({ target: '请至少选择一个发布的地方。' }, null, 422)
  const on = said('on') === '' ? undefined : (readDay(said('on')) ?? said('on'))
  const { organ, id } = params
  const act = await api.act({
    ...{ organ, request: id, action: 'publishDocument', seen: Number(said('seen')) },
    body: { ...first, also, time: said('time') || null, ...(on !== undefined && { on }) },
  })
  if (!act.ok) {
    const { detail, errors = [] } = act.problem
    const faults = errors.flatMap(({ field, message }) => {
      const name = fieldOf(field, chosen)
      return name === null ? [] : [[name, message]]
    })
    return answer(Object.fromEntries(faults), detail, act.problem.status)
  }
  return redirect(documentHref(document.organ, document.id))
}

/** The field of the form that a field of the API came from. */
function fieldOf(field: string, chosen: readonly Target[]): string | null {
  if (field === 'on' || field === 'time') return field
  const at = /^(?:also\.(?<further>\d+)\.)?place$/.exec(field)
  const target = at && chosen[at.groups?.further === undefined ? 0 : Number(at.groups.further) + 1]
  return target ? `place.${target.key}` : null
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `发布 · ${loaderData?.title ?? ''}` }]

/** 发布: where the version goes, all places in one form; each becomes an act of its own on record. */
export default function Publish({ loaderData, actionData, params: { organ, id } }: Route.ComponentProps) {
  const { title, version, refusal, indexNo, signedOn, targets, meter, today } = loaderData
  const answer = actionData as Answer | undefined
  const back = documentHref(organ, id)
  const first = targets.find(({ channel }) => channel === 'website')!.acts.length === 0
  const chosen = answer?.typed.target ?? (first ? ['website'] : [])
  return (
    <>
      <DocumentHead organ={organ} document={{ id, title }} title="发布" note={title} />
      <div className="work-narrow">
        <Panel>
          {refusal !== null ? (
            <Note state="soon" title="现在不能发布">
              <p>
                {refusal.message} <Cites of={refusal.cites as never} audience="staff" />
              </p>
              <p>
                <Link to={back}>返回文件</Link>
              </p>
            </Note>
          ) : (
            <GuardedForm method="post" className="stack" key={version}>
              <ErrorSummary errors={answer?.errors} />
              <RefusedNote message={answer?.message} />
              <Note state="info">
                {signedOn !== null && `${formatChinese(signedOn)}签发。`}
                {meter.due !== null && `最迟${formatChinese(meter.due)}公开。`}
                {first
                  ? `在政府网站发布后任何人都能看到${indexNo === null ? '，同时编定索引号，以后不再改变' : ''}。其他渠道应当在网站之后。`
                  : '已经在政府网站发布，可以登记在其他渠道的发布。'}
              </Note>
              <input type="hidden" name="seen" value={version} />
              <fieldset className="doc-targets">
                <legend className="field__legend">发布的地方</legend>
                {answer?.errors.target !== undefined && (
                  <p className="field__error">{answer.errors.target}</p>
                )}
                {targets.map((target, place) => (
                  <TargetLine
                    key={target.key}
                    target={target}
                    first={place === 0}
                    chosen={chosen.includes(target.key)}
                    typed={answer?.typed[`place.${target.key}`]?.[0]}
                    error={answer?.errors[`place.${target.key}`]}
                  />
                ))}
              </fieldset>
              <DateField
                name="on"
                label="发布日期"
                hint="不填为今天；早先已经发布、现在补登的，填实际的日期。"
                today={today}
                defaultValue={readDay(answer?.typed.on?.[0] ?? '')}
                error={answer?.errors.on}
              />
              <TextField
                name="time"
                label="时间"
                hint="24 小时制，如 09:30；可以不填。"
                short
                autoComplete="off"
                defaultValue={answer?.typed.time?.[0]}
                error={answer?.errors.time}
              />
              <div className="deed__acts">
                <SubmitButton pending="正在发布…">发布</SubmitButton>
                <Link to={back}>不办了，返回文件</Link>
              </div>
            </GuardedForm>
          )}
        </Panel>
      </div>
    </>
  )
}

interface LineProps {
  readonly target: Target
  readonly first: boolean
  readonly chosen: boolean
  readonly typed: string | undefined
  readonly error: string | undefined
}

/** One place, with the address or number of what was published there. */
function TargetLine({ target, first, chosen, typed, error }: LineProps) {
  const { key, channel, caption, acts } = target
  const done = acts.map(({ on }) => `${formatChinese(on)}已经发布`).join('，')
  if (!isOpen(target)) {
    return (
      <p className="doc-target">
        {caption}
        <span className="text-ink-2">{done}</span>
      </p>
    )
  }
  return (
    <div className="doc-target">
      <label className="choice">
        <input
          type="checkbox"
          name="target"
          value={key}
          defaultChecked={chosen}
          {...(first && { id: fieldId('target') })}
        />
        <span>{caption}</span>
        {done !== '' && <small>{done}</small>}
      </label>
      {channel !== 'website' && (
        <TextField
          name={`place.${key}`}
          label="网址、期号或者场次"
          autoComplete="off"
          defaultValue={typed}
          error={error}
        />
      )}
    </div>
  )
}
