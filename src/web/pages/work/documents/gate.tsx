import { data, Link, redirect } from 'react-router'
import { SubmitButton } from '../../../ui/button.tsx'
import { byteSize } from '../../../ui/byte-size.ts'
import { Cites } from '../../../ui/cite.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { deskOf } from '../../load-context.ts'
import { GateFindings } from '../gate-findings.tsx'
import { acknowledgementsIn, gateFaults } from '../gate-reasons.ts'
import { RefusedNote } from '../refused-note.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/gate.ts'
import { DocumentHead } from './document-head.tsx'
import { documentFileHref, documentPageHref } from './document-href.ts'
import { contentIn, openDocument, refusalOf } from './open-document.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const document = await openDocument(api, params)
  const file = (document.work ?? document.versions.at(-1))!.files.find(({ id }) => id === params.file)
  if (file === undefined) throw data(null, { status: 404 })
  return {
    title: contentIn(document).title,
    version: document.version,
    file,
    inspection: told(await api.call('inspectDocumentFile', { params })),
    refusal: refusalOf(document, 'clearDocumentFile'),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const { hidden, personal } = told(await api.call('inspectDocumentFile', { params }))
  const findings = [...hidden, ...personal]
  const done = await api.call('clearDocumentFile', {
    params,
    seen: Number(form.get('seen')),
    body: { acknowledgements: acknowledgementsIn(form, findings) },
  })
  if (done.ok) return redirect(documentPageHref(params.organ, params.id, 'files'))
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  return data({ ...gateFaults(done.problem, findings), typed }, { status: 422 })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `核查附件 · ${loaderData?.title ?? ''}` }]

/** The gate before an attachment is made public: what was found in it, and why that may be public all the same. */
export default function Gate({ loaderData, actionData, params: { organ, id } }: Route.ComponentProps) {
  const { title, version, file, inspection, refusal } = loaderData
  const found = inspection.hidden.length + inspection.personal.length
  const back = documentPageHref(organ, id, 'files')
  return (
    <>
      <DocumentHead organ={organ} document={{ id, title }} title="核查附件" note={file.name} />
      <div className="case__facts">
        <Facts
          facts={[
            { label: '大小', value: byteSize(inspection.size) },
            { label: '现在', value: file.cleared ? '已放行' : '待核查' },
            { label: '文件', value: <a href={documentFileHref(organ, id, file.id)}>下载查看</a> },
          ]}
        />
      </div>
      <GuardedForm method="post" className="stack work-narrow">
        <ErrorSummary errors={actionData?.errors} />
        <RefusedNote message={actionData?.message} />
        <input type="hidden" name="seen" value={version} />
        <GateFindings
          inspection={inspection}
          typed={actionData?.typed ?? {}}
          errors={actionData?.errors ?? {}}
          purpose="公开"
        />
        <Panel title="原样公开">
          {refusal === null ? (
            <div className="stack">
              <p>
                {found === 0
                  ? '自动检查不能代替人的核对。打开文件看过、确认没有不应公开的内容后放行。'
                  : '每一项发现都写明仍可公开的理由，方可放行；写不出理由的，移除这份，处理后重新添加。'}{' '}
                <Cites of={['条例§15', '条例§17', '个保法§25']} audience="staff" />
              </p>
              <div className="deed__acts">
                <SubmitButton pending="正在放行…">确认放行</SubmitButton>
                <Link to={back}>返回附件</Link>
              </div>
            </div>
          ) : (
            <Note state="soon" title="现在不能核查">
              {refusal.message} <Cites of={refusal.cites as never} audience="staff" />{' '}
              <Link to={back}>返回附件</Link>
            </Note>
          )}
        </Panel>
      </GuardedForm>
    </>
  )
}
