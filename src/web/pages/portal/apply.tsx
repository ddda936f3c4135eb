import { data } from 'react-router'
import type { ApplicationForm } from '../../../office/intake/application-form.ts'
import type { AnsweredBy, Api } from '../../desk/api.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { FormErrors } from '../../ui/error-summary.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { PageHandle } from '../page-handle.ts'
import type { Route } from './+types/apply.ts'
import { ApplyFill } from './apply-fill.tsx'
import {
  applicationIn,
  fieldsOf,
  filesIn,
  sectionsFor,
  type Typed,
  textIn,
  typedIn,
  variantField,
  wantingIn,
} from './apply-form.ts'
import { opened, tooSoon, trapped } from './apply-guard.ts'
import { ApplyLook } from './apply-look.tsx'
import { ApplyReceipt } from './apply-receipt.tsx'
import { frameOf } from './frame.ts'
import { errorsOf, wholeForm } from './problem-errors.ts'
import './portal.css'

export const handle: PageHandle = { script: 'forms' }

type Found = AnsweredBy<'searchPublished'>

/** Where the visitor stands. What they ask for never stands in an address, so every step is sent. */
type Answer =
  | { readonly step: 'look'; readonly typed: Typed; readonly found?: Found; readonly errors?: FormErrors }
  | { readonly step: 'had' }
  | {
      readonly step: 'fill'
      readonly typed: Typed
      readonly once: string
      readonly errors?: FormErrors
      /** Whether what is wrong keeps nothing out. */
      readonly mayBeSent?: boolean
    }
  | { readonly step: 'receipt'; readonly receipt: AnsweredBy<'apply'> }

const variants = ['disclosure', 'recordCorrection'] as const

async function formsOf(api: Api, organ: string): Promise<readonly ApplicationForm[]> {
  const all = await Promise.all(
    variants.map((variant) => api.call('readForm', { params: { organ }, query: { variant } })),
  )
  return all.map((form) => {
    if (!form.ok) throw data(null, { status: form.problem.status })
    return form.body as unknown as ApplicationForm
  })
}

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const [frame, forms] = await Promise.all([
    frameOf(context, params.organ),
    formsOf(deskOf(context).api, params.organ),
  ])
  if (frame.organ.closed != null) throw data(null, { status: 404 })
  return { frame, forms, trackAddress: new URL(frame.apply?.trackHref ?? '/', request.url).href }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `申请公开 · ${loaderData?.frame.organ.name ?? ''}` },
]

export async function action({ request, params, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const sent = await request.formData()
  const typed = typedIn(sent)
  switch (textIn(typed, 'intent')) {
    case 'look':
      return look(api, params.organ, typed)
    case 'had':
      await api.call('acceptPublished', { params: { organ: params.organ, item: textIn(typed, 'item') } })
      return data<Answer>({ step: 'had' })
    case 'fill':
      return data<Answer>({
        step: 'fill',
        typed: opened(withQuestion(typed), Date.now()),
        once: crypto.randomUUID(),
      })
    default:
      return submit(api, params.organ, sent, typed)
  }
}

async function look(api: Api, organ: string, typed: Typed) {
  const q = textIn(typed, 'q')
  if (q === '')
    return data<Answer>({ step: 'look', typed, errors: { q: '请写出所要的信息，例如名称、文号。' } }, 422)
  const found = await api.call('searchPublished', { params: { organ }, query: { q: q.slice(0, 500) } })
  return found.ok
    ? data<Answer>({ step: 'look', typed, found: found.body })
    : data<Answer>({ step: 'look', typed, errors: { q: found.problem.detail } }, 422)
}

/** What was looked for goes into the form, so that nobody types it twice. */
const withQuestion = (typed: Typed): Typed => {
  const q = textIn(typed, 'q')
  return { ...typed, [q.length > 100 ? 'content.features' : 'content.title']: [q] }
}

async function submit(api: Api, organ: string, sent: FormData, typed: Typed) {
  const once = textIn(typed, 'once') || crypto.randomUUID()
  const forms = await formsOf(api, organ)
  const form = forms.find(({ variant }) => variant === textIn(typed, variantField)) ?? forms[0]
  if (form === undefined) throw data(null, { status: 404 })
  const sections = sectionsFor(form, typed)
  const stay = (errors: FormErrors, mayBeSent: boolean) =>
    data<Answer>({ step: 'fill', typed, once, errors, mayBeSent }, 422)

  const doubt = trapped(typed)
  if (doubt !== null) return stay({ [wholeForm]: doubt }, false)
  const wanting = wantingIn(sections, typed, sent)
  if (Object.keys(wanting).length > 0 && !sent.has('anyway')) return stay(wanting, true)
  const soon = tooSoon(typed, Date.now())
  if (soon !== null) return stay({ [wholeForm]: soon }, false)

  const out = new FormData()
  out.append('application', JSON.stringify(applicationIn(form, typed)))
  const fields = fieldsOf(sections)
  for (const { key, input } of fields)
    if (input === 'file') for (const file of filesIn(sent, key)) out.append(key, file, file.name)
  const applied = await api.send('apply', { params: { organ }, form: out, once })
  if (applied.ok) return data<Answer>({ step: 'receipt', receipt: applied.body }, 201)
  if (applied.problem.type.endsWith(':key-reused'))
    return stay(
      { [wholeForm]: '这张表已经提交过了，没有再次提交。要另外申请的，请重新打开这个页面。' },
      false,
    )
  return stay(
    errorsOf(
      applied.problem,
      fields.map(({ key }) => key),
    ),
    false,
  )
}

export default function Apply({ loaderData, actionData, params }: Route.ComponentProps) {
  const { frame, forms, trackAddress } = loaderData
  const answer: Answer = actionData ?? { step: 'look', typed: {} }
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: '申请公开' }}>
      <div className="portal portal--narrow">
        {frame.apply === null ? (
          <NotOnline frame={frame} />
        ) : (
          step(answer, params.organ, frame, forms, trackAddress)
        )}
      </div>
    </PublicShell>
  )
}

function step(
  answer: Answer,
  organ: string,
  frame: Awaited<ReturnType<typeof loader>>['frame'],
  forms: readonly ApplicationForm[],
  trackAddress: string,
) {
  switch (answer.step) {
    case 'look':
      return <ApplyLook organ={organ} forms={forms} {...answer} />
    case 'had':
      return (
        <>
          <h1>不用申请了</h1>
          <p>您要的信息已经公开，可以直接获取；没有提交申请，也没有留下您的任何信息。</p>
          <p>
            <LinkButton to={frame.organ.home}>回到{frame.organ.name}</LinkButton>
          </p>
        </>
      )
    case 'fill':
      return <ApplyFill organ={organ} forms={forms} {...answer} />
    case 'receipt':
      return <ApplyReceipt {...answer} organ={organ} frame={frame} trackAddress={trackAddress} />
  }
}

const NotOnline = ({ frame }: { readonly frame: Awaited<ReturnType<typeof loader>>['frame'] }) => (
  <>
    <h1>申请公开</h1>
    <EmptyState
      title="本机关没有开通网上申请"
      action={<LinkButton to={`${frame.organ.home}/guide`}>看申请指南</LinkButton>}
    >
      可以当面、邮寄或者口头提出申请。{frame.inPerson}
    </EmptyState>
  </>
)
