import { data, redirect } from 'react-router'
import type { Api } from '../../../desk/api.ts'
import { annualYearHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { AnnualFinding, AnnualSection } from './annual-words.ts'
import { annualParams } from './open-report.ts'

/** What became of a section that was sent. */
export interface SectionAnswer {
  readonly intent: 'save' | 'preview'
  /** As it was sent. */
  readonly text: string
  /** Version of the section after it was kept; null where it was not. */
  readonly saved: number | null
  /** Somebody else was quicker: the version now. Both texts are kept. */
  readonly conflict: number | null
  readonly message: string | null
  readonly preview: { readonly section: AnnualSection; readonly findings: readonly AnnualFinding[] } | null
}

interface Of {
  readonly organ: string
  readonly year: string
  readonly section: string
}

/** Keeps a section, or shows what it would be. With `quiet` the page stays where it is. */
export async function actOnSection(api: Api, of: Of, form: FormData) {
  const text = String(form.get('text') ?? '').replace(/\r/g, '')
  const intent = form.get('intent') === 'preview' ? 'preview' : 'save'
  const params = { ...annualParams(of), section: of.section as AnnualSection['key'] }
  const answer = (rest: Partial<SectionAnswer>, status = 200) =>
    data<SectionAnswer>(
      { intent, text, saved: null, conflict: null, message: null, preview: null, ...rest },
      { status },
    )
  if (intent === 'preview') {
    const called = await api.call('previewAnnualSection', { params, body: { text } })
    return called.ok
      ? answer({ preview: called.body })
      : answer({ message: called.problem.detail }, called.problem.status)
  }
  const over = Number(form.get('over'))
  const settles = form.getAll('settles').map(String)
  const called = await api.call('writeAnnualSection', { params, seen: over, body: { text, settles } })
  if (called.ok) {
    if (form.has('quiet')) return answer({ saved: over + 1 })
    return redirect(`${annualYearHref(of.organ, of.year)}/sections/${of.section}?kept`)
  }
  const { problem } = called
  if (problem.status === 401) told(called)
  if (problem.type.endsWith(':conflict'))
    return answer({ conflict: problem.version ?? over, message: problem.detail }, 409)
  const said = (problem.errors ?? []).map(({ message }) => message).join(' ') || problem.detail
  return answer({ message: said }, problem.status)
}
