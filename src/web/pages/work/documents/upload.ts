import { type ActionFunctionArgs, data } from 'react-router'
import type { Api } from '../../../desk/api.ts'
import { deskOf } from '../../load-context.ts'
import { documentFileHref } from './document-href.ts'

/** Where an attachment that was taken in is looked into; or why it was not taken. */
export type Uploaded = { readonly gate: string } | { readonly fault: string }

/** Adds the file of a form to the document. */
export async function addFileOf(
  api: Api,
  params: { organ: string; id: string },
  form: FormData,
): Promise<Uploaded> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return { fault: '请选择要添加的文件。' }
  const handed = new FormData()
  handed.set('file', file, file.name)
  const sent = await api.send('addDocumentFile', { params, form: handed })
  return sent.ok
    ? { gate: `${documentFileHref(params.organ, params.id, sent.body.file)}/gate` }
    : { fault: sent.problem.detail }
}

/** For script, which tells how far the file is; without script the page of the attachments takes the form itself. */
export async function action({ params: { organ = '', id = '' }, request, context }: ActionFunctionArgs) {
  const outcome = await addFileOf(deskOf(context).api, { organ, id }, await request.formData())
  return data(outcome, { status: 'fault' in outcome ? 422 : 200 })
}
