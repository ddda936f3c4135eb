import { data, redirect } from 'react-router'
import { type DocumentClass, documentClasses } from '../../../../office/documents/classes.ts'
import type { Api, Called } from '../../../desk/api.ts'
import type { FormsDesk } from '../../../desk/forms-desk.ts'
import { type DeedAnswer, isConflict } from '../deed-answer.ts'
import { faultsOf, typedIn } from '../filled-in.ts'
import { told } from '../told.ts'
import { documentHref, documentPageHref } from './document-href.ts'
import { draftFields } from './draft-fields.ts'

/** What became of a draft that was sent. `kept`: the version now, where the page stays where it is. */
export interface DraftAnswer extends DeedAnswer {
  readonly kept: number | null
  /** Somebody else wrote meanwhile, and nothing was overwritten. */
  readonly conflict: boolean
}

interface Writing {
  readonly api: Api
  readonly forms: FormsDesk
  readonly organ: string
  /** Null for a new document. */
  readonly id: string | null
  readonly form: FormData
}

export const classOf = (named: unknown): DocumentClass | null =>
  typeof named === 'string' && Object.hasOwn(documentClasses, named) ? (named as DocumentClass) : null

/** Keeps a draft: a new one, the one in hand, or a new version of what was signed. */
export async function writeDraft({ api, forms, organ, id, form }: Writing) {
  const fields = draftFields(forms)
  const typed = typedIn(form)
  const said = (name: string) => String(form.get(name) ?? '')
  const answer = (rest: Partial<DraftAnswer>, status: number) =>
    data<DraftAnswer>(
      { typed, errors: {}, message: null, cites: [], kept: null, conflict: false, ...rest },
      { status },
    )
  const body = { ...forms.read(fields, form), class: classOf(said('class'))!, html: said('html') } as never
  const called: Called<{ readonly id: string; readonly version: number }> =
    id === null
      ? await api.call('createDocument', { params: { organ }, body })
      : await api.call(said('amend') === '' ? 'draftDocument' : 'amendDocument', {
          params: { organ, id },
          seen: Number(said('seen')),
          body,
        })
  if (!called.ok) {
    const { problem } = called
    if (problem.status === 401) told(called)
    const { errors, message } = faultsOf(problem, fields)
    return answer({ errors, message, cites: problem.cites, conflict: isConflict(problem) }, problem.status)
  }
  if (form.has('quiet')) return answer({ kept: called.body.version }, 200)
  const document = called.body.id
  const linked = said('interprets')
  if (id === null && linked !== '') {
    const body = { relation: 'interprets', target: linked }
    await api.act({ organ, request: document, action: 'linkDocument', seen: called.body.version, body })
  }
  const next = said('intent')
  if (next === 'preview') return redirect(documentPageHref(organ, document, 'preview'))
  if (next === 'done') return redirect(documentHref(organ, document))
  return redirect(`${documentPageHref(organ, document, 'edit')}?kept`)
}
