import { data, redirect } from 'react-router'
import { reviewActions } from '../../../../office/documents/review-actions.ts'
import { reviewKinds, reviews } from '../../../../office/documents/reviews.ts'
import { documentActions } from '../../../../office/requests/document-actions.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { confirmedField } from '../../../ui/confirm-button.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { deskOf } from '../../load-context.ts'
import { outlineOf } from '../../portal/document-outline.ts'
import { PublishedSheet } from '../../portal/published-sheet.tsx'
import { type DeedAnswer, isConflict, refusedDeed } from '../deed-answer.ts'
import { DeedPanel } from '../deed-panel.tsx'
import { typedIn } from '../filled-in.ts'
import { storyOf } from '../story.ts'
import { told } from '../told.ts'
import type { Route } from './+types/step.ts'
import { alongFields, alongGiven, alongTicked } from './along-field.ts'
import { DocumentHead } from './document-head.tsx'
import { documentFileHref, documentHref } from './document-href.ts'
import { documentWords } from './document-words.ts'
import { contentIn, moveOf, openDocument, refusalOf } from './open-document.ts'
import { personalWords } from './personal-words.ts'

/** Verbs that have a page of their own. */
const apart: ReadonlySet<string> = new Set([
  'draftDocument',
  'amendDocument',
  'publishDocument',
  'importDocument',
])

/** The verb of the address and its fields. */
function verbOf(context: Route.LoaderArgs['context'], named: string) {
  const action = documentActions.find((each) => each === named && !apart.has(each))
  const fields = action === undefined ? null : deskOf(context).forms.fieldsOf(action)
  if (action === undefined || fields === null) throw data(null, { status: 404 })
  return { action, fields: fields.map(alongTicked) }
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api, forms } = deskOf(context)
  const { action, fields } = verbOf(context, params.action)
  const [document, preview, board] = await Promise.all([
    openDocument(api, params),
    api.call('previewDocument', { params }),
    api.call('readBoard', { params: { organ: params.organ } }),
  ])
  const of = document.work ?? document.versions.at(-1)!
  const shown = alongFields(document, action, fields)
  return {
    action,
    caption: moveOf(document, action).caption,
    refusal: refusalOf(document, action),
    version: document.version,
    fields: shown,
    given:
      action === 'decideAttribute' && of.attribute !== null
        ? forms.fill(fields, of.attribute)
        : alongGiven(action, shown),
    content: contentIn(document),
    files: of.files,
    attribute: of.attribute?.attribute ?? ('proactive' as const),
    text: told(preview).document,
    today: board.ok ? board.body.asOf : '',
  }
}

interface Meanwhile {
  readonly events: AnsweredBy<'listEventsOfDocument'>['rows']
}

/** What cannot be taken back, and what follows from it. */
const grave: Readonly<Partial<Record<string, string>>> = {
  withdrawDocument:
    '撤下以后不能恢复，各版本和附件公众都不再看到，页面上只留下说明；需要重新公开的，要另行起草。',
  repealDocument: '登记以后，公开的页面、检索和规范性文件登记都标明已经废止。登记有误的，可以恢复效力。',
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api, forms } = deskOf(context)
  const { organ, id } = params
  const { action: verb, fields } = verbOf(context, params.action)
  const form = await request.formData()
  const typed = typedIn(form)
  if (grave[verb] !== undefined && form.get(confirmedField) !== 'yes')
    return data<DeedAnswer<Meanwhile>>(
      { typed, errors: {}, message: null, cites: [], asked: true },
      { status: 422 },
    )
  const seen = Number(form.get('seen'))
  const done = await api.act({ organ, request: id, action: verb, seen, body: forms.read(fields, form) })
  if (done.ok) return redirect(documentHref(organ, id))
  const { problem } = done
  if (!isConflict(problem)) return refusedDeed(problem, fields, typed)
  const { rows } = told(await api.call('listEventsOfDocument', { params }))
  const meanwhile = { version: problem.version ?? seen, events: rows.filter(({ version }) => version > seen) }
  return data<DeedAnswer<Meanwhile>>(
    { typed, errors: {}, message: null, cites: [], meanwhile },
    { status: 409 },
  )
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.caption ?? '办理'} · ${loaderData?.content.title ?? ''}` },
]

/** Steps before which the text is read. */
const reads = /^(?:review|sign|return|decide|submit)/

/** One step of a document, with the text beside it where it is judged. */
export default function Step({ loaderData, actionData, params }: Route.ComponentProps) {
  const {
    action: verb,
    caption,
    refusal,
    fields,
    given,
    version,
    content,
    files,
    attribute,
    text,
    today,
  } = loaderData
  const { organ, id } = params
  const beside = reads.test(verb) && text !== null
  const review = reviewKinds.flatMap((kind) => (reviewActions[kind] === verb ? [reviews[kind]] : []))[0]
  const warning = grave[verb]
  return (
    <>
      <DocumentHead
        organ={organ}
        document={{ id, title: content.title }}
        title={caption}
        note={content.title}
      />
      <div className={beside ? 'deed' : 'deed deed--alone'}>
        <DeedPanel<Meanwhile>
          caption={caption}
          back={{ href: documentHref(organ, id), title: '文件' }}
          refusal={refusal}
          answer={actionData as DeedAnswer<Meanwhile> | undefined}
          tell={({ events }) => <Timeline happenings={storyOf(events, {}, documentWords)} />}
          fields={fields}
          given={given}
          version={version}
          today={today}
          suggest={{ by: `/api/v1/organs/${encodeURIComponent(organ)}/documents/suggestions` }}
          before={
            <>
              {review !== undefined && <Note title="审查的内容">{review.asks}。</Note>}
              {beside && <PersonalFound personal={content.personal} />}
            </>
          }
          {...(warning !== undefined && { grave: { title: `${caption}这份文件？`, text: warning } })}
        />
        {beside && (
          <Panel title={attribute === 'proactive' ? '公众将要看到的正文和附件' : '正文和附件'}>
            <PublishedSheet
              document={text}
              html={outlineOf(text.html ?? '').html}
              heading="h2"
              attribute={attribute}
              files={files}
              hrefOf={(file) => documentFileHref(organ, id, file)}
            />
          </Panel>
        )}
      </div>
    </>
  )
}

function PersonalFound({ personal }: { readonly personal: Readonly<Record<string, number>> }) {
  const found = personalWords(personal)
  return found === '' ? null : (
    <Note state="late" title="正文中疑似有个人信息">
      {found}。不应公开的，请退回遮蔽或者删除。
    </Note>
  )
}
