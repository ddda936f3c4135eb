import type { ActionFunctionArgs } from 'react-router'
import type { AnsweredBy } from '../../desk/api.ts'
import { deskOf } from '../load-context.ts'
import { entryIn } from './intake-form.ts'
import { told } from './told.ts'

export type Ahead = AnsweredBy<'lookAhead'>

const looked = ['applicant', 'content', 'channel', 'arrivedOn', 'confirmedOn', 'misaddressed', 'unreachable']

/** What is known of an application while it is typed. Sent, never asked for by an address: it names people. */
export async function action({ params, request, context }: ActionFunctionArgs): Promise<Response> {
  const { api, forms } = deskOf(context)
  const form = await request.formData()
  const organ = params.organ ?? ''
  const { asOf } = told(await api.call('readBoard', { params: { organ } }))
  const entry = entryIn(forms, form, asOf)
  const body = Object.fromEntries(Object.entries(entry).filter(([name]) => looked.includes(name)))
  const called = await api.call('lookAhead', { params: { organ }, body: body as never })
  // What cannot be looked at yet is told when it is sent.
  if (called.ok) return Response.json(called.body)
  const { status } = called.problem
  return new Response(null, { status: status > 428 ? status : 204 })
}
