/** What is sent from the page of a request: number and secret, something handed in, a withdrawal, a farewell. */
import { redirect } from 'react-router'
import type { Desk } from '../../desk/desk.ts'
import { forgottenPass, keptPass } from '../../desk/pass-cookie.ts'
import type { FormErrors } from '../../ui/error-summary.tsx'
import { filesIn, type Typed, textIn, typedIn } from './apply-form.ts'
import { errorsOf } from './problem-errors.ts'

export type Intent = 'open' | 'leave' | 'withdraw' | 'contact' | 'rating' | HandIn
export type HandIn = 'correction' | 'reasons' | 'suggestion'

/** What an applicant writes and hands in: which act it is in the view, and what the page calls it. */
export const handIns = {
  correction: { act: 'correct', title: '补正申请', label: '补正的内容', done: '补正已经提交。' },
  reasons: { act: 'giveReasons', title: '说明理由', label: '申请的理由', done: '理由已经提交。' },
  suggestion: { act: 'suggest', title: '建议主动公开', label: '建议的内容', done: '建议已经提交。' },
} as const

const tells: Readonly<Record<string, string>> = {
  correction: handIns.correction.done,
  reasons: handIns.reasons.done,
  suggestion: handIns.suggestion.done,
  rating: '评价已经提交，感谢您的意见。',
  withdraw: '申请已经撤回。',
  contact: '联系方式已经变更，并通知了原来的联系方式。',
  leave: '已经退出。要再看的，请重新填写编号和查询码。',
}

/** What is said after something was done; null where the address names nothing that can be done. */
export const tellOf = (done: string | null): string | null =>
  done !== null && Object.hasOwn(tells, done) ? tells[done]! : null

/** Something is wrong with what was sent, or has to be confirmed. */
export type TrackAnswer =
  | { readonly intent: Intent; readonly errors: FormErrors; readonly typed: Typed }
  | { readonly ask: 'withdraw' }

export const contactWays = [
  { name: 'contact.phone', label: '电话', autoComplete: 'tel' },
  { name: 'contact.email', label: '电子邮箱', autoComplete: 'email' },
  { name: 'contact.address', label: '通信地址', autoComplete: 'street-address' },
  { name: 'contact.postcode', label: '邮政编码', autoComplete: 'postal-code' },
] as const

export async function answerTracking(
  desk: Desk,
  organ: string,
  sent: FormData,
): Promise<TrackAnswer | Response> {
  const typed = typedIn(sent)
  const intent = textIn(typed, 'intent')
  switch (intent) {
    case 'leave':
      return gone(organ, intent, forgottenPass('applicant'))
    case 'withdraw':
      return textIn(typed, 'confirmed') === '' ? { ask: 'withdraw' } : withdraw(desk, organ, typed)
    case 'contact':
      return contact(desk, organ, typed)
    case 'rating':
      return rate(desk, organ, typed)
    case 'correction':
    case 'reasons':
    case 'suggestion':
      return handIn(desk, organ, intent, sent, typed)
    default:
      return open(desk, organ, typed)
  }
}

function gone(organ: string, done: string | null, cookie?: string): Response {
  const to = `/organs/${encodeURIComponent(organ)}/track${done === null ? '' : `?done=${done}`}`
  return redirect(to, cookie === undefined ? {} : { headers: { 'set-cookie': cookie } })
}

async function open({ api, secure }: Desk, organ: string, typed: Typed): Promise<TrackAnswer | Response> {
  const [number, secret] = [textIn(typed, 'number'), textIn(typed, 'secret')]
  // The secret is not sent back to the page: only the number is kept.
  const stay = (errors: FormErrors): TrackAnswer => ({ intent: 'open', errors, typed: { number: [number] } })
  const errors = {
    ...(number === '' && { number: '请填写登记编号。' }),
    ...(secret === '' && { secret: '请填写查询码，它写在回执上。' }),
  }
  if (Object.keys(errors).length > 0) return stay(errors)
  const opened = await api.call('openTracking', { params: { organ }, body: { number, secret } })
  if (!opened.ok) return stay({ number: opened.problem.detail })
  const { token, until } = opened.body
  return gone(organ, null, keptPass('applicant', token, until, secure))
}

async function handIn(
  { api }: Desk,
  organ: string,
  intent: HandIn,
  sent: FormData,
  typed: Typed,
): Promise<TrackAnswer | Response> {
  const text = textIn(typed, intent)
  const files = filesIn(sent, `${intent}.papers`)
  const stay = (errors: FormErrors): TrackAnswer => ({ intent, errors, typed })
  if (text === '' && files.length === 0) return stay({ [intent]: `请填写${handIns[intent].label}。` })
  const form = new FormData()
  form.append('words', JSON.stringify({ text }))
  for (const file of files) form.append('papers', file, file.name)
  const done = await api.send(`handIn-${intent}`, { params: { organ }, form })
  if (done.ok) return gone(organ, intent)
  return stay({ [intent]: done.problem.errors?.[0]?.message ?? done.problem.detail })
}

async function withdraw({ api }: Desk, organ: string, typed: Typed): Promise<TrackAnswer | Response> {
  const done = await api.call('withdrawOwn', { params: { organ } })
  return done.ok ? gone(organ, 'withdraw') : { intent: 'withdraw', errors: errorsOf(done.problem, []), typed }
}

async function contact({ api }: Desk, organ: string, typed: Typed): Promise<TrackAnswer | Response> {
  const stay = (errors: FormErrors): TrackAnswer => ({ intent: 'contact', errors, typed })
  const filled = contactWays.map(({ name }) => [name, textIn(typed, name)] as const)
  const given = filled.filter(([, value]) => value !== '')
  if (given.length === 0) return stay({ [contactWays[0].name]: '请至少填写一项要变更的联系方式。' })
  const body = { contact: Object.fromEntries(given.map(([name, value]) => [name.split('.')[1], value])) }
  const done = await api.call('changeOwnContact', { params: { organ }, body })
  if (done.ok) return gone(organ, 'contact')
  const fields = contactWays.map(({ name }) => name)
  return stay(errorsOf(done.problem, fields))
}

async function rate({ api }: Desk, organ: string, typed: Typed): Promise<TrackAnswer | Response> {
  const stay = (errors: FormErrors): TrackAnswer => ({ intent: 'rating', errors, typed })
  const level = textIn(typed, 'level')
  if (level === '') return stay({ level: '请选择满意程度。' })
  const body = { level, text: textIn(typed, 'words') } as never
  const done = await api.call('rateService', { params: { organ }, body })
  return done.ok ? gone(organ, 'rating') : stay({ level: done.problem.detail })
}
