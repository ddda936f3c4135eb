import { data, Form, Link, redirect, type ShouldRevalidateFunctionArgs, useFetcher } from 'react-router'
import { endings } from '../../../office/requests/endings.ts'
import type { RequestAction } from '../../../office/requests/permissions.ts'
import { actionCaptions } from '../../api/action-captions.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { Cites } from '../../ui/cite.tsx'
import { Letter } from '../../ui/letter.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/deed.ts'
import { CaseStory, type Happened, type WrittenNote } from './case-story.tsx'
import { CaseTrail } from './case-trail.tsx'
import { namesAt } from './colleagues.ts'
import { type DeedAnswer, isConflict, refusedDeed } from './deed-answer.ts'
import { formOfDeed, givenBefore } from './deed-form.ts'
import { DeedPanel } from './deed-panel.tsx'
import { DraftNotes, mustsOf } from './draft-notes.tsx'
import { earlierOf } from './earlier.ts'
import { faultsOf, typedIn } from './filled-in.ts'
import { requestHref } from './rooms.ts'
import { told } from './told.ts'

type Context = Route.LoaderArgs['context']

/** The case as it is, and the fields of the verb for it. */
async function openDeed(
  context: Context,
  { organ, id, action }: Route.LoaderArgs['params'],
  ending: string | null,
) {
  const { api, forms } = deskOf(context)
  const [called, colleagues] = await Promise.all([
    api.call('readRequest', { params: { organ, id } }),
    api.call('listColleagues', { params: { organ } }),
  ])
  const file = told(called)
  const earlier = action === 'confirmDuplicate' ? await earlierOf(api, organ, file) : []
  const move = file.moves.find((each) => each.action === action)
  const chosen = ending !== null && Object.hasOwn(endings, ending) ? ending : undefined
  const fields = forms.fieldsOf(action, action === 'draft' ? (chosen ?? '') : undefined)
  if (move === undefined || fields === null) throw data(null, { status: 404 })
  const staff = colleagues.ok ? colleagues.body.rows : []
  return { file, move, chosen: chosen ?? null, fields: formOfDeed(fields, file, { staff, earlier }) }
}

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const onFile = params.action === 'draft' ? await draftOnFile(context, params) : null
  const asked =
    searchParams.get('ending') ?? (searchParams.has('choose') ? null : (onFile?.reply?.ending ?? null))
  const { file, move, chosen, fields } = await openDeed(context, params, asked)
  const drafted = onFile?.reply?.ending === chosen ? onFile?.reply : null
  const { version, number, asOf, asked: wanted, state } = file
  return {
    action: params.action as RequestAction,
    refusal: move.refusal,
    version,
    number,
    asOf,
    title: wanted?.title ?? null,
    fields: params.action === 'draft' && chosen === null ? null : fields,
    ending: chosen,
    given: { ...givenBefore(file), ...(drafted && deskOf(context).forms.fill(fields, drafted)) },
    returned: onFile?.returned ?? null,
    musts: chosen === null ? [] : mustsOf(chosen as keyof typeof endings),
    before: state.draft?.ending ?? '',
  }
}

/** The draft as it stands; a person who may not draft is told so by the page itself. */
async function draftOnFile(context: Context, { organ, id }: Route.LoaderArgs['params']) {
  const called = await deskOf(context).api.call('readReply', { params: { organ, id } })
  return called.ok ? called.body : null
}

/** A preview shows what is typed and changes nothing. */
export const shouldRevalidate = ({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  formData?.get('intent') === 'preview' ? false : defaultShouldRevalidate

interface Meanwhile {
  readonly events: readonly Happened[]
  readonly notes: readonly WrittenNote[]
  readonly names: Readonly<Record<string, string>>
}

interface Answer extends DeedAnswer<Meanwhile> {
  readonly preview?: AnsweredBy<'previewReply'>['preview']
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api, forms } = deskOf(context)
  const form = await request.formData()
  const { organ, id, action } = params
  const ending = form.get('ending')
  const { fields } = await openDeed(context, params, ending === null ? null : String(ending))
  const body = { ...forms.read(fields, form), ...(ending !== null && { ending: String(ending) }) }
  const typed = typedIn(form)

  if (form.get('intent') === 'preview') {
    const called = await api.call('previewReply', { params: { organ, id }, body: body as never })
    if (!called.ok) return refusedDeed(called.problem, fields, typed)
    const { preview, refusal, problems } = called.body
    const errors = problems.map(({ name, message }) => ({ field: name, caption: name, message }))
    const { errors: at, apart } = faultsOf({ type: '', detail: '', errors }, fields)
    const message = [...(refusal === null ? [] : [refusal.message]), ...apart].join(' ') || null
    return data<Answer>({ typed, errors: at, message, cites: refusal?.cites ?? [], preview })
  }

  const seen = Number(form.get('seen'))
  const done = await api.act({ organ, request: id, action, seen, body })
  if (done.ok) return redirect(requestHref(organ, id))
  const { problem } = done
  if (!isConflict(problem)) return refusedDeed(problem, fields, typed)
  const [events, file, names] = await Promise.all([
    api.call('listEventsOfRequest', { params: { organ, id } }),
    api.call('readRequest', { params: { organ, id } }),
    namesAt(api, organ),
  ])
  const since = told(events).rows.filter(({ version }) => version > seen)
  const meanwhile = { version: problem.version ?? seen, events: since, names, notes: told(file).notes }
  return data<Answer>({ typed, errors: {}, message: null, cites: [], meanwhile }, { status: 409 })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  {
    title: `${loaderData === undefined ? '办理' : actionCaptions[loaderData.action]} · ${loaderData?.number ?? ''}`,
  },
]

/** One step of a case: what it wants to be told, and what became of the attempt. */
export default function Deed({ loaderData, actionData, params }: Route.ComponentProps) {
  const { action: verb, refusal, number, title, fields, ending, before, asOf } = loaderData
  const { organ, id } = params
  const caption = actionCaptions[verb]
  const back = requestHref(organ, id)
  const live = useFetcher<Partial<Answer>>({ key: `preview-${id}` })
  const answer = actionData as Answer | undefined
  const letter = live.data?.preview ?? answer?.preview ?? null
  return (
    <>
      <CaseTrail organ={organ} id={id} number={number} here={caption} />
      <PageHead title={caption} {...(title !== null && { note: title })} />
      <div className={letter === null ? 'deed deed--alone' : 'deed'}>
        {fields === null && refusal === null ? (
          <Panel>
            <EndingChoice before={before} />
          </Panel>
        ) : (
          <DeedPanel
            caption={caption}
            back={{ href: back, title: '该件' }}
            refusal={refusal}
            answer={answer}
            tell={(meanwhile) => <CaseStory {...meanwhile} />}
            fields={fields ?? []}
            given={loaderData.given}
            version={loaderData.version}
            today={asOf}
            before={
              <>
                {verb === 'draft' && <DraftNotes {...loaderData} />}
                {ending !== null && <Ending ending={ending as keyof typeof endings} />}
              </>
            }
            acts={
              verb === 'draft' && (
                <SubmitButton kind="plain" name="intent" value="preview" pending="正在预览…">
                  预览文书
                </SubmitButton>
              )
            }
          />
        )}
        {letter !== null && <Letter letter={letter} />}
      </div>
    </>
  )
}

/** What the draft ends in, chosen before its form. */
const Ending = ({ ending }: { readonly ending: keyof typeof endings }) => (
  <>
    <input type="hidden" name="ending" value={ending} />
    <p>
      办理结果：<strong>{endings[ending].caption}</strong>{' '}
      <Cites of={endings[ending].cites} audience="staff" /> <Link to="?choose">另选</Link>
    </p>
  </>
)

function EndingChoice({ before }: { readonly before: string }) {
  const options = Object.entries(endings).flatMap(([value, { caption }]) =>
    value === 'withdrawn' ? [] : [{ value, label: caption }],
  )
  return (
    <Form method="get" className="stack">
      <SelectField
        name="ending"
        label="办理结果"
        options={options}
        defaultValue={before}
        required
        empty="请选择"
      />
      <SubmitButton pending="正在打开…">继续</SubmitButton>
    </Form>
  )
}
