import { data, redirect } from 'react-router'
import type { Api, Called } from '../../../desk/api.ts'
import type { ProblemDocument } from '../../../http/problem.ts'
import { reportHref, reportsHref } from '../rooms.ts'
import { told } from '../told.ts'
import { cellOfField, correctionsIn, fieldOfCell } from './correction-values.ts'
import type { Attempt } from './examination.tsx'
import type { MatchAttempt } from './match-form.tsx'
import type { Withdrawal } from './report-steps.tsx'
import { readingsOf } from './report-view.ts'

interface Of {
  readonly organ: string
  readonly report: string
}

/** What came of a step that was not done; what was typed goes back to its form. */
export interface Answer {
  readonly said?: string
  readonly attempt?: Attempt
  readonly match?: MatchAttempt
  readonly withdrawal?: Withdrawal
}

const answered = (answer: Answer, { status }: Pick<ProblemDocument, 'status'>) =>
  data<Answer>(answer, { status })

/** Does a step on a report: correct, match, read again, take out. */
export async function actOnReport(api: Api, params: Of, request: Request) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const here = reportHref(params.organ, params.report)
  switch (form.get('intent')) {
    case 'correct':
      return correct(api, params, form)
    case 'match': {
      const [organ, organName, year] = [text('organ'), text('organName'), text('year')]
      if (!/^20\d\d$/.test(year)) {
        const errors = { year: '请填写四位数的年度，如 2025。' }
        return answered({ match: { organ, organName, year, errors } }, { status: 422 })
      }
      const body = { organ: organ === '' ? null : organ, organName, year: Number(year) }
      const called = await api.call('matchExaminedReport', { params, body })
      if (called.ok) return redirect(here)
      const errors = { [organ === '' ? 'organName' : 'organ']: says(called) }
      return answered({ match: { organ, organName, year, errors } }, called.problem)
    }
    case 'again': {
      const called = await api.call('readReportAgain', { params })
      return called.ok ? redirect(here) : answered({ said: says(called) }, called.problem)
    }
    case 'withdraw': {
      const reason = text('withdrawReason')
      const called = await api.call('withdrawExaminedReport', { params, body: { reason } })
      if (called.ok) return redirect(reportsHref(params.organ))
      return answered({ withdrawal: { reason, errors: { withdrawReason: says(called) } } }, called.problem)
    }
    default:
      return answered({ said: '没有这样的办理。' }, { status: 400 })
  }
}

/** What a problem says to whoever typed. */
function says<Body>(called: Called<Body>): string {
  if (called.ok) return ''
  const { problem } = called
  if (problem.status === 401) told(called)
  return (problem.errors ?? []).map(({ message }) => message).join(' ') || problem.detail
}

async function correct(api: Api, params: Of, form: FormData) {
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => {
      const key = cellOfField(name)
      return key === null ? [] : [[key, String(value)] as const]
    }),
  )
  const reason = String(form.get('reason') ?? '').trim()
  const seen = Number(form.get('seen'))
  // What was typed is a correction of what its writer saw, whatever others have read since.
  const query = { reading: form.get('base') } as object
  const { report } = told(await api.call('readExaminedReport', { params, query }))
  const { cells, faults } = correctionsIn(typed, report === null ? {} : readingsOf(report))
  const own = Object.fromEntries(Object.entries(typed).filter(([key]) => key in cells || key in faults))
  const again = (attempt: Partial<Attempt>, problem: Pick<ProblemDocument, 'status'>) =>
    answered({ attempt: { typed: own, reason, seen, errors: {}, message: null, ...attempt } }, problem)
  const errors = {
    ...Object.fromEntries(Object.entries(faults).map(([key, fault]) => [fieldOfCell(key), fault])),
    ...(reason === '' && { reason: '请写明更正的理由，以便日后查考。' }),
  }
  if (Object.keys(errors).length > 0) return again({ errors }, { status: 422 })
  if (Object.keys(cells).length === 0)
    return again({ message: '所填的与现有读数相同，没有要更正的。' }, { status: 422 })
  const called = await api.call('correctExaminedReport', { params, seen, body: { cells, reason } })
  if (called.ok) return redirect(`${reportHref(params.organ, params.report)}?kept`)
  if (called.problem.type.endsWith(':conflict')) {
    const message =
      '您打开以后，已经有人改过这份读数。填写的都还在：表中其他格已经换成现有的读数，请核对后再保存一次。'
    return again({ message, seen: called.problem.version ?? seen }, called.problem)
  }
  return again({ message: says(called) }, called.problem)
}
