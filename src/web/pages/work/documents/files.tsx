import { type FormEvent, useState } from 'react'
import { data, Form, Link, redirect, useNavigate } from 'react-router'
import { attachmentLimits } from '../../../../office/attachments/limits.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { byteSize } from '../../../ui/byte-size.ts'
import { Cites } from '../../../ui/cite.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { deskOf } from '../../load-context.ts'
import { sendForm } from '../send-form.ts'
import type { Route } from './+types/files.ts'
import { DocumentHead } from './document-head.tsx'
import { documentFileHref, documentHref, documentPageHref } from './document-href.ts'
import { contentIn, openDocument, refusalOf, type StaffDocument } from './open-document.ts'
import { addFileOf, type Uploaded } from './upload.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const document = await openDocument(deskOf(context).api, params)
  return {
    title: contentIn(document).title,
    version: document.version,
    files: (document.work ?? document.versions.at(-1))!.files,
    refusal: refusalOf(document, 'addDocumentFile'),
    mayClear: refusalOf(document, 'clearDocumentFile') === null,
    mayRemove: refusalOf(document, 'removeDocumentFile') === null,
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  if (form.get('intent') !== 'remove') {
    const outcome = await addFileOf(api, params, form)
    return 'gate' in outcome ? redirect(outcome.gate) : data({ fault: outcome.fault }, { status: 422 })
  }
  const file = String(form.get('file') ?? '')
  const done = await api.call('removeDocumentFile', {
    params: { ...params, file },
    seen: Number(form.get('seen')),
  })
  if (done.ok) return redirect(documentPageHref(params.organ, params.id, 'files'))
  return data({ fault: done.problem.detail }, { status: done.problem.status })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `附件 · ${loaderData?.title ?? ''}` }]

type File = StaffDocument['versions'][number]['files'][number]

/** The attachments of what is being drafted: added, looked into, taken away. */
export default function Files({ loaderData, actionData, params: { organ, id } }: Route.ComponentProps) {
  const { title, version, files, refusal, mayClear, mayRemove } = loaderData
  return (
    <>
      <DocumentHead
        organ={organ}
        document={{ id, title }}
        title="附件"
        note="随文件公开的附件，逐份核查放行之后才能提交审查。"
      />
      <div className="stack">
        <Panel kind="list" title="附件" aside={`${files.length} 份`}>
          <DataTable
            caption="附件"
            columns={[
              {
                key: 'name',
                head: '文件名',
                names: true,
                cell: ({ id: file, name }: File) => <a href={documentFileHref(organ, id, file)}>{name}</a>,
              },
              { key: 'size', head: '大小', kind: 'number', cell: ({ size }: File) => byteSize(size) },
              {
                key: 'state',
                head: '核查',
                cell: ({ id: file, cleared }: File) => (
                  <span>
                    <Badge state={cleared ? 'ok' : 'soon'}>{cleared ? '已放行' : '待核查'}</Badge>{' '}
                    {mayClear && (
                      <Link to={`${documentFileHref(organ, id, file)}/gate`}>
                        {cleared ? '重新核查' : '核查'}
                      </Link>
                    )}
                  </span>
                ),
              },
              ...(mayRemove
                ? [
                    {
                      key: 'acts',
                      head: '办理',
                      cell: ({ id: file, name }: File) => (
                        <Form method="post">
                          <input type="hidden" name="seen" value={version} />
                          <input type="hidden" name="file" value={file} />
                          <Button small type="submit" name="intent" value="remove" aria-label={`移除${name}`}>
                            移除
                          </Button>
                        </Form>
                      ),
                    },
                  ]
                : []),
            ]}
            groups={[{ key: 'all', rows: files }]}
            keyOf={({ id: file }) => file}
            empty={<EmptyState title="没有附件">需要随文件公开的表格、图纸等在下面添加。</EmptyState>}
          />
        </Panel>
        <Panel title="添加附件">
          {refusal === null ? (
            <UploadForm organ={organ} id={id} fault={actionData?.fault} key={files.length} />
          ) : (
            <Note state="soon" title="现在不能添加">
              {refusal.message} <Cites of={refusal.cites as never} audience="staff" />{' '}
              <Link to={documentHref(organ, id)}>返回文件</Link>
            </Note>
          )}
        </Panel>
      </div>
    </>
  )
}

interface UploadProps {
  readonly organ: string
  readonly id: string
  readonly fault: string | undefined
}

/** Where script runs it says how far the file is, and goes on to the look into it. */
function UploadForm({ organ, id, fault: before }: UploadProps) {
  const navigate = useNavigate()
  const [share, setShare] = useState<number | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const fault = failed ?? before
  const errors = fault == null ? {} : { file: fault }
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setFailed(null)
    setShare(0)
    const answer = (await sendForm(documentPageHref(organ, id, 'upload'), form, setShare)) as Uploaded | null
    setShare(null)
    if (answer !== null && 'gate' in answer) void navigate(answer.gate)
    else setFailed(answer?.fault ?? '没有传上去，请检查网络后再传一次。')
  }
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="stack work-narrow"
      noValidate
      onSubmit={send}
    >
      <ErrorSummary errors={errors} />
      <FileField
        name="file"
        label="文件"
        required
        limit={attachmentLimits.bytes}
        hint="先检查再收：标有密级、带宏、加密、损坏的不收。涉密文件不得在本系统处理。"
        error={fault ?? undefined}
      />
      {share !== null && (
        <Progress
          label={share < 1 ? `已传 ${Math.floor(share * 100)}%` : '已传完，正在检查文件'}
          done={share}
          of={1}
        />
      )}
      <div className="deed__acts">
        <SubmitButton pending="正在检查并添加…">添加</SubmitButton>
        <Link to={documentHref(organ, id)}>返回文件</Link>
      </div>
    </Form>
  )
}
