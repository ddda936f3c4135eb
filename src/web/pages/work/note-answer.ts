/** Notes over the API. They change nothing of a case, so what others did meanwhile is no reason to hold one up. */
import { data, redirect } from 'react-router'
import type { Api, Called } from '../../desk/api.ts'
import type { FormsDesk } from '../../desk/forms-desk.ts'
import type { NoteAnswer } from './case-notes.tsx'
import { faultsOf, typedIn } from './filled-in.ts'
import { told } from './told.ts'

interface OfCase {
  readonly organ: string
  readonly id: string
}

/** Tries again where somebody was faster; `times` bounds it. */
async function anyhow(
  api: Api,
  { organ, id }: OfCase,
  action: string,
  body: object,
  times = 3,
): Promise<Called<unknown>> {
  const { version } = told(await api.call('readRequest', { params: { organ, id } }))
  const done = await api.act({ organ, request: id, action, seen: version, body })
  const lost = !done.ok && done.problem.type.endsWith(':conflict') && times > 1
  return lost ? anyhow(api, { organ, id }, action, body, times - 1) : done
}

export async function seeNotes(api: Api, where: OfCase, back: string) {
  await anyhow(api, where, 'noteSeen', {})
  return redirect(back)
}

export async function writeNote(api: Api, forms: FormsDesk, where: OfCase, form: FormData, back: string) {
  const text = String(form.get('text') ?? '')
  const mentions = form.getAll('mentions').map(String)
  const done = await anyhow(api, where, 'annotate', { text, mentions })
  if (done.ok) return redirect(back)
  const { errors, message } = faultsOf(done.problem, forms.fieldsOf('annotate') ?? [])
  return data<NoteAnswer>({ intent: 'note', errors, message, typed: typedIn(form) }, { status: 422 })
}
