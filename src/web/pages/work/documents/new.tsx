import { data, Link } from 'react-router'
import {
  type DocumentClass,
  type DocumentClassRecord,
  documentClasses,
} from '../../../../office/documents/classes.ts'
import { reviews } from '../../../../office/documents/reviews.ts'
import { Cites } from '../../../ui/cite.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { deskOf } from '../../load-context.ts'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/new.ts'
import { DocumentHead } from './document-head.tsx'
import { documentHref, documentsHref, newDocumentHref } from './document-href.ts'
import { classOf, writeDraft } from './draft-action.ts'
import { DraftDesk } from './draft-desk.tsx'
import { draftFields } from './draft-fields.ts'
import { contentIn, openDocument } from './open-document.ts'

export async function loader({ params: { organ }, request, context }: Route.LoaderArgs) {
  const { api, forms } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const [called, board] = await Promise.all([
    api.call('readMe', {}),
    api.call('readBoard', { params: { organ } }),
  ])
  const me = told(called)
  if (!mayAt(me, organ, 'draftDocument')) throw data(null, { status: 403 })
  const interprets = searchParams.get('interprets')
  const explained = interprets === null ? null : contentIn(await openDocument(api, { organ, id: interprets }))
  const organName = me.grants.find((grant) => grant.organ === organ)?.organName ?? ''
  return {
    of: classOf(searchParams.get('class')),
    fields: draftFields(forms),
    interprets: explained === null ? null : interprets,
    explained: explained?.title ?? null,
    // What explains a document shares its subject.
    given: {
      issuer: [organName],
      ...(explained !== null && {
        title: [`《${explained.title}》政策解读`.slice(0, 300)],
        ...(explained.theme !== null && { theme: [explained.theme] }),
        ...(explained.field !== null && { field: [explained.field] }),
        genre: ['other'],
        audiences: explained.audiences,
      }),
    },
    today: board.ok ? board.body.asOf : '',
  }
}

export async function action({ params: { organ }, request, context }: Route.ActionArgs) {
  const { api, forms } = deskOf(context)
  return writeDraft({ api, forms, organ, id: null, form: await request.formData() })
}

export const meta = () => [{ title: '起草文件 · 主动公开' }]

interface ClassRow extends DocumentClassRecord {
  readonly key: DocumentClass
}

const rows: readonly ClassRow[] = (Object.keys(documentClasses) as DocumentClass[]).map((key) => ({
  key,
  ...documentClasses[key],
}))

/** A new document: its class first, since that says what is asked of it, then the text. */
export default function NewDocument({ loaderData, actionData, params: { organ } }: Route.ComponentProps) {
  const { of, fields, given, interprets, explained, today } = loaderData
  if (of === null) {
    return (
      <>
        <DocumentHead
          organ={organ}
          title="起草文件"
          note="先选信息种类：由谁审查、多少日内公开、要不要解读，都随它而定。"
        />
        <Panel kind="list" title="信息种类">
          <DataTable
            caption="信息种类"
            columns={[
              {
                key: 'caption',
                head: '种类',
                names: true,
                cell: ({ key, caption }: ClassRow) => (
                  <Link to={newDocumentHref(organ, { class: key })}>{caption}</Link>
                ),
              },
              {
                key: 'chain',
                head: '要经过的审查',
                cell: ({ chain }: ClassRow) => chain.map((each) => reviews[each].caption).join('、'),
              },
              {
                key: 'read',
                head: '解读',
                cell: ({ interpreted }: ClassRow) => (interpreted ? '应当有' : ''),
              },
              {
                key: 'cites',
                head: '依据',
                cell: ({ cites }: ClassRow) => <Cites of={cites} audience="staff" />,
              },
            ]}
            groups={[{ key: 'all', rows }]}
            keyOf={({ key }) => key}
            empty={null}
          />
        </Panel>
      </>
    )
  }
  return (
    <>
      <DocumentHead
        organ={organ}
        title={`起草${documentClasses[of].caption}`}
        {...(explained !== null && { note: `解读《${explained}》，保存后自动关联。` })}
      />
      <DraftDesk
        of={of}
        otherClass={interprets === null ? newDocumentHref(organ) : null}
        fields={fields}
        given={given}
        html=""
        version={0}
        today={today}
        back={interprets === null ? documentsHref(organ) : documentHref(organ, interprets)}
        answer={actionData}
        values={interprets === null ? {} : { interprets }}
        keeps={false}
      />
    </>
  )
}
