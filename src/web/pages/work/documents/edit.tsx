import { Link, useSearchParams } from 'react-router'
import { Cites } from '../../../ui/cite.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { deskOf } from '../../load-context.ts'
import type { Route } from './+types/edit.ts'
import { DocumentHead } from './document-head.tsx'
import { documentHref } from './document-href.ts'
import { writeDraft } from './draft-action.ts'
import { DraftDesk } from './draft-desk.tsx'
import { draftFields } from './draft-fields.ts'
import { contentIn, openDocument, refusalOf } from './open-document.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api, forms } = deskOf(context)
  const [document, board] = await Promise.all([
    openDocument(api, params),
    api.call('readBoard', { params: { organ: params.organ } }),
  ])
  const amends = document.work === null
  const content = contentIn(document)
  const fields = draftFields(forms)
  return {
    amends,
    refusal: refusalOf(document, amends ? 'amendDocument' : 'draftDocument'),
    returned: document.work?.returned ?? null,
    content,
    fields,
    given: forms.fill(fields, content),
    version: document.version,
    today: board.ok ? board.body.asOf : '',
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api, forms } = deskOf(context)
  return writeDraft({ api, forms, ...params, form: await request.formData() })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `修改 · ${loaderData?.content.title ?? ''}` },
]

/** A draft written on, or a new version of what was signed. */
export default function EditDocument({
  loaderData,
  actionData,
  params: { organ, id },
}: Route.ComponentProps) {
  const { amends, refusal, returned, content, fields, given, version, today } = loaderData
  const [asked] = useSearchParams()
  const title = amends ? '修改，形成新版本' : '修改草稿'
  return (
    <>
      <DocumentHead
        organ={organ}
        document={{ id, title: content.title }}
        title={title}
        note={content.title}
      />
      {refusal !== null ? (
        <Panel>
          <Note state="soon" title="现在不能修改">
            {refusal.message} <Cites of={refusal.cites as never} audience="staff" />{' '}
            <Link to={documentHref(organ, id)}>返回文件</Link>
          </Note>
        </Panel>
      ) : (
        <div className="stack">
          {asked.has('kept') && actionData === undefined && (
            <Note state="ok" live>
              草稿已经保存。
            </Note>
          )}
          {returned !== null && (
            <Note state="late" title="退回的意见">
              {returned.remark}
            </Note>
          )}
          {amends && (
            <Note state="info">
              新版本重新审查、签发、发布；在那以前公众看到的仍是现在的版本，以后也能查到。
            </Note>
          )}
          <DraftDesk
            of={content.class}
            otherClass={null}
            fields={fields}
            given={given}
            html={content.html ?? ''}
            version={version}
            today={today}
            back={documentHref(organ, id)}
            answer={actionData?.kept === null ? actionData : undefined}
            values={amends ? { amend: 'yes' } : {}}
            keeps={!amends}
          />
        </div>
      )}
    </>
  )
}
