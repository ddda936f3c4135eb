import { useEffect, useRef, useState } from 'react'
import { data } from 'react-router'
import { type Day, formatChinese } from '../../../law/day.ts'
import type { FormField } from '../../desk/forms-desk.ts'
import { LinkButton, SubmitButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { fieldId } from '../../ui/field.tsx'
import { GuardedForm } from '../../ui/guarded-form.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/intake.ts'
import type { Typed } from './deed-fields.tsx'
import { faultsOf, typedIn } from './filled-in.ts'
import { IntakeAhead } from './intake-ahead.tsx'
import { IntakeFields } from './intake-fields.tsx'
import { channelBefore, dayOr, entryFields, entryIn, keptChannel } from './intake-form.ts'
import type { Ahead } from './intake-look.ts'
import { IntakeSaved, type Registered } from './intake-saved.tsx'
import { shortcuts, toNamedField, toNextField } from './next-field.ts'
import { RefusedNote } from './refused-note.tsx'
import { intakeHref, registerHref } from './rooms.ts'
import { told } from './told.ts'
import { mayAt } from './who.ts'
import './intake.css'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api, forms } = deskOf(context)
  const { organ } = params
  const [called, board] = await Promise.all([
    api.call('readMe', {}),
    api.call('readBoard', { params: { organ } }),
  ])
  const me = told(called)
  if (!mayAt(me, organ, 'receive')) throw data(null, { status: 403 })
  const { asOf } = told(board)
  const typed: Typed = {
    channel: [channelBefore(request.headers.get('cookie'))],
    arrivedOn: [formatChinese(asOf)],
    'applicant.kind': ['natural'],
    'applicant.idKind': ['residentId'],
    'content.variant': ['disclosure'],
  }
  const organName = me.grants.find((grant) => grant.organ === organ)?.organName ?? ''
  return {
    organ,
    organName,
    mayImport: mayAt(me, organ, 'approve'),
    today: asOf,
    fields: entryFields(forms),
    fresh: typed,
    once: crypto.randomUUID(),
  }
}

/** A paper that was registered, one that was taken back, or what is wrong. `once`: names the form that comes next. */
type Answer = { readonly once: string } & (
  | { readonly kind: 'saved'; readonly saved: Registered; readonly typed: Typed }
  | { readonly kind: 'undone'; readonly number: string }
  | {
      readonly kind: 'wrong'
      readonly errors: Readonly<Record<string, string>>
      readonly message: string | null
      readonly cites: readonly string[]
      readonly typed: Typed
    }
)

export async function action({ params, request, context }: Route.ActionArgs) {
  const desk = deskOf(context)
  const { api, forms, secure } = desk
  const { organ } = params
  const form = await request.formData()
  const typed = typedIn(form)
  const once = crypto.randomUUID()
  const wrong = (problem: Parameters<typeof faultsOf>[0] & { cites: readonly string[]; status: number }) => {
    const { errors, message } = faultsOf(problem, entryFields(forms))
    const { cites, status } = problem
    return data<Answer>({ kind: 'wrong', errors, message, cites, typed, once }, { status })
  }
  if (form.get('intent') === 'undo') {
    const [request, number] = [String(form.get('request')), String(form.get('number'))]
    const seen = Number(form.get('seen'))
    const body = { because: String(form.get('because') ?? '') }
    const done = await api.act({ organ, request, action: 'voidEntry', seen, body })
    return done.ok ? data<Answer>({ kind: 'undone', number, once }) : wrong(done.problem)
  }
  const { asOf } = told(await api.call('readBoard', { params: { organ } }))
  const entry = entryIn(forms, form, asOf)
  const out = new FormData()
  out.append('application', JSON.stringify(entry))
  for (const name of ['papers', 'identity', 'authorisation'])
    for (const file of form.getAll(name))
      if (file instanceof File && file.size > 0) out.append(name, file, file.name)
  const called = await api.send('receive', {
    params: { organ },
    form: out,
    once: String(form.get('once') || once),
  })
  if (!called.ok) return wrong(called.problem)
  const [channel, arrivedOn] = [String(entry.channel), formatChinese(dayOr(String(entry.arrivedOn), asOf))]
  const kept = { channel: [channel], arrivedOn: [arrivedOn] }
  return data<Answer>(
    { kind: 'saved', saved: called.body, typed: kept, once },
    { status: 201, headers: { 'set-cookie': keptChannel(channel, secure) } },
  )
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `收件登记 · ${loaderData?.organName ?? ''}` },
]

/** Paper applications, typed one after the other without a hand leaving the keyboard. */
export default function Intake({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, organName, fresh, once } = loaderData
  const before = useRef<Typed>({})
  const again = actionData?.kind === 'undone' ? before.current : undefined
  const typed = {
    ...fresh,
    ...(again ?? (actionData !== undefined && 'typed' in actionData ? actionData.typed : {})),
  }
  return (
    <>
      <PageHead
        title="收件登记"
        note={`${organName} · 信件、当面、传真、电子邮件、口头`}
        acts={loaderData.mayImport && <LinkButton to={registerHref(organ)}>导入历史台账</LinkButton>}
      />
      {actionData?.kind === 'saved' && <IntakeSaved organ={organ} saved={actionData.saved} />}
      {actionData?.kind === 'undone' && (
        <Note state="ok" title={`编号 ${actionData.number} 已经作废`} live>
          <p>刚才录入的文字回到了表中，改好后重新登记；扫描件请重新选择。</p>
        </Note>
      )}
      <Entry
        key={actionData?.once ?? once}
        {...loaderData}
        once={actionData?.once ?? once}
        typed={typed}
        wrong={actionData?.kind === 'wrong' ? actionData : null}
        onTyped={(now) => {
          before.current = now
        }}
      />
    </>
  )
}

interface EntryProps {
  readonly organ: string
  readonly fields: readonly FormField[]
  readonly today: Day
  readonly once: string
  readonly typed: Typed
  readonly wrong: Extract<Answer, { kind: 'wrong' }> | null
  readonly onTyped: (typed: Typed) => void
}

function Entry({ organ, fields, today, once, typed, wrong, onTyped }: EntryProps) {
  const form = useRef<HTMLFormElement>(null)
  const { ahead, look } = useAhead(organ, form)
  const [touched, setTouched] = useState(false)
  // After a letter was registered the next one begins with who asks: channel and day stay.
  useEffect(() => {
    if (wrong === null) document.getElementById(fieldId('applicant.name'))?.focus()
  }, [wrong])
  useEffect(() => {
    document.addEventListener('keydown', toNamedField)
    return () => document.removeEventListener('keydown', toNamedField)
  }, [])
  return (
    <div className="intake">
      <Panel title="录入">
        <GuardedForm
          ref={form}
          method="post"
          encType="multipart/form-data"
          className="intake__form"
          onKeyDown={toNextField}
          onChange={(event) => {
            onTyped(typedIn(new FormData(event.currentTarget)))
            setTouched(true)
            look()
          }}
        >
          <ErrorSummary errors={wrong?.errors} />
          <RefusedNote message={wrong?.message} cites={wrong?.cites} />
          <input type="hidden" name="once" value={once} />
          <IntakeFields fields={fields} typed={typed} errors={wrong?.errors ?? {}} today={today} />
          <div className="deed__acts">
            <SubmitButton pending="正在登记…">登记，录下一件</SubmitButton>
            <span className="intake__quiet">Ctrl+Enter</span>
          </div>
        </GuardedForm>
        <p className="intake__keys noprint">
          回车到下一项，下拉的项按前面的数字选。Alt 加：
          {shortcuts.map(({ key, what }) => (
            <span key={key}>
              <kbd>{key.toUpperCase()}</kbd> {what}
            </span>
          ))}
        </p>
      </Panel>
      <IntakeAhead organ={organ} ahead={ahead} typed={touched || typed['applicant.name'] !== undefined} />
    </div>
  )
}

/** Milliseconds without a key after which what was typed is looked at. */
const pause = 400
/** Milliseconds after which it is asked for again where the house was too busy. */
const patience = 3000

/** What is known of what stands in the form; asked for again while it changes. */
function useAhead(organ: string, form: React.RefObject<HTMLFormElement | null>) {
  const [ahead, setAhead] = useState<Ahead | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asking = useRef<AbortController>(undefined)
  const ask = async () => {
    if (form.current === null) return
    asking.current?.abort()
    const asked = new AbortController()
    asking.current = asked
    const body = new FormData(form.current)
    for (const name of ['papers', 'identity']) body.delete(name)
    const answer = await fetch(`${intakeHref(organ)}/look`, {
      method: 'POST',
      body,
      signal: asked.signal,
    }).catch(() => null)
    if (asked.signal.aborted) return
    if (answer?.status === 200) setAhead(await answer.json())
    // Too busy just now: what is typed next asks again, and so does a while of silence.
    else if (answer === null || answer.status > 428) waiting.current = setTimeout(ask, patience)
  }
  const look = () => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(ask, pause)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form; afterwards it is asked for by typing
  useEffect(() => {
    void ask()
    return () => {
      clearTimeout(waiting.current)
      asking.current?.abort()
    }
  }, [])
  return { ahead, look }
}
