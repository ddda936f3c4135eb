import { data, Link, redirect } from 'react-router'
import { type KeptKind, recordActions, recordKinds } from '../../../../office/documents/records/record.ts'
import type { FormField } from '../../../desk/forms-desk.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { type Outcome, refusedBy, Said } from '../administration/outcome.tsx'
import { DeedFields } from '../deed-fields.tsx'
import { documentsHref, newDocumentHref } from '../documents/document-href.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/record-new.ts'
import { recordHref, recordsHref } from './disclosure-href.ts'
import { withDocuments } from './document-choice.ts'
import { openDisclosure } from './open-disclosure.ts'
import { recordWords } from './record-words.ts'

const isKept = (text: string): text is KeptKind => Object.hasOwn(recordActions, text)

/** The fields of the form; what it is about is chosen among the documents there are. */
async function openForm({ params: { organ, kind }, context }: Pick<Route.LoaderArgs, 'params' | 'context'>) {
  const { api, forms } = deskOf(context)
  const fields = isKept(kind) ? forms.fieldsOf(`open-${kind}`) : null
  if (!isKept(kind) || fields === null) throw data(null, { status: 404 })
  const { me, frame } = await openDisclosure(api, organ)
  if (!mayAt(me, organ, recordActions[kind])) throw data(null, { status: 403 })
  return {
    kind,
    frame,
    today: me.today,
    fields: await withDocuments(api, organ, fields, '征求意见的公告', 'consultation'),
  }
}

export const loader = openForm

export async function action(args: Route.ActionArgs) {
  const { kind, fields } = await openForm(args)
  const { api, forms } = deskOf(args.context)
  const { organ } = args.params
  const form = await args.request.formData()
  const done = await api.keepRecord({
    organ,
    kind,
    step: 'open',
    record: null,
    body: forms.read(fields, form),
  })
  return done.ok ? redirect(recordHref(organ, kind, done.body.id)) : refusedBy(done.problem, form, fields)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  {
    title: `${loaderData === undefined ? '登记' : recordWords[loaderData.kind].open} · ${loaderData?.frame.organName ?? ''}`,
  },
]

/** Opens a record. */
export default function RecordNew({ loaderData, actionData }: Route.ComponentProps) {
  const { frame, kind, today, fields } = loaderData
  const { organ, organName } = frame
  const outcome = actionData as Outcome | undefined
  const title = recordWords[kind].open ?? ''
  const nothingToAsk = fields.some((field) => field.name === 'document' && isEmptyChoice(field))
  return (
    <div className="stack work-narrow">
      <Breadcrumb above={[{ title: recordKinds[kind], href: recordsHref(organ, kind) }]} here={title} />
      <PageHead title={title} note={organName} />
      <Panel>
        {nothingToAsk ? (
          <EmptyState
            title="还没有公开的征求意见公告"
            action={<Link to={newDocumentHref(organ, { class: 'consultation' })}>起草公告</Link>}
          >
            先在“主动公开”中<Link to={`${documentsHref(organ)}?class=consultation`}>发布公告</Link>
            ，再开始接收意见。
          </EmptyState>
        ) : (
          <GuardedForm method="post" className="stack">
            <ErrorSummary errors={outcome?.errors} />
            <Said outcome={outcome} />
            <DeedFields
              fields={fields}
              typed={outcome?.typed ?? {}}
              errors={outcome?.errors ?? {}}
              today={today}
            />
            <div className="deed__acts">
              <SubmitButton>{title}</SubmitButton>
              <Link to={recordsHref(organ, kind)}>返回列表</Link>
            </div>
          </GuardedForm>
        )}
      </Panel>
    </div>
  )
}

const isEmptyChoice = (field: FormField): boolean => field.kind === 'choice' && field.options.length === 0
