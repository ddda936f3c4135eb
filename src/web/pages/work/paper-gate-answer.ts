/** What a person decides of an enclosure, done over the API: let go as it is, replaced, or held back. */
import { data, redirect } from 'react-router'
import type { PaperPurpose } from '../../../office/requests/paper-purposes.ts'
import type { AnsweredBy, Api } from '../../desk/api.ts'
import { acknowledgementsIn, type Finding, gateFaults } from './gate-reasons.ts'
import { paperHref, papersHref } from './rooms.ts'

/** Why the file itself is not given, in the form of that decision. */
export const becauseField = (decision: string): string => `${decision}.because`

interface Decided {
  readonly organ: string
  readonly id: string
  /** Of the enclosure. */
  readonly hash: string
  readonly findings: readonly Finding[]
  readonly form: FormData
}

const refused = (form: FormData, errors: Readonly<Record<string, string>>, message: string | null) =>
  data(
    {
      errors,
      message,
      typed: Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Readonly<
        Record<string, string>
      >,
    },
    { status: 422 },
  )

/** Lets the enclosure go as it is, with the reasons for what was found. */
export async function release(api: Api, { organ, id, hash, findings, form }: Decided) {
  const done = await api.call('clearPaper', {
    params: { organ, id, hash },
    seen: Number(form.get('seen')),
    body: { acknowledgements: acknowledgementsIn(form, findings) },
  })
  if (done.ok) return redirect(papersHref(organ, id))
  const { errors, message } = gateFaults(done.problem, findings)
  return refused(form, errors, message)
}

/** Holds the enclosure back; with a file, that goes in its place, and is itself to be looked into next. */
export async function withhold(api: Api, { organ, id, hash, form }: Decided) {
  const replaces = form.get('decision') === 'replace'
  const field = becauseField(replaces ? 'replace' : 'withhold')
  const because = String(form.get(field) ?? '').trim()
  const file = form.get('file')
  const errors = {
    ...(replaces && (!(file instanceof File) || file.size === 0) && { file: '请选择处理后的文件。' }),
    ...(because === '' && { [field]: '请写明不提供原文件的理由。' }),
  }
  if (Object.keys(errors).length > 0) return refused(form, errors, null)
  let seen = Number(form.get('seen'))
  let instead: AnsweredBy<'addPaper'>['paper'] | null = null
  if (replaces) {
    const paper = new FormData()
    paper.set('purpose', 'enclosure' satisfies PaperPurpose)
    paper.set('description', String(form.get('description') ?? ''))
    paper.set('file', file as File)
    const added = await api.send('addPaper', { params: { organ, id }, form: paper })
    if (!added.ok) return refused(form, { file: added.problem.detail }, null)
    instead = added.body.paper
    seen = added.body.version
  }
  const body = { hash, because, ...(instead !== null && { replacedBy: instead.hash }) }
  const done = await api.act({ organ, request: id, action: 'withholdPaper', seen, body })
  if (!done.ok) return refused(form, {}, done.problem.detail)
  return redirect(instead === null ? papersHref(organ, id) : `${paperHref(organ, id, instead.id)}/gate`)
}
