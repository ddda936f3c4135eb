/** What is sent from the list of cases: a number to look for, a filter to keep or to drop. */
import { data, redirect } from 'react-router'
import { scanPersonalData } from '../../../office/attachments/personal-data.ts'
import type { Api } from '../../desk/api.ts'
import { askedIn, queryOf } from './list-filter.ts'
import { requestHref, requestsHref } from './rooms.ts'

const wrong = (field: 'find' | 'name', message: string) => data({ field, message }, { status: 422 })

/** Jumps to the case of that number; else lists those whose number has it in it. Names are never looked for. */
export async function find(api: Api, organ: string, typed: string) {
  const number = typed.trim()
  if (number === '') return wrong('find', '请填写登记编号或者文号。')
  if (number.length > 60 || !/\d/.test(number) || scanPersonalData(number).length > 0)
    return wrong('find', '只能按登记编号、文号查找；申请人、申请内容和证件号码不作检索。')
  const found = await api.call('findRequest', { params: { organ }, body: { number } })
  if (!found.ok) return wrong('find', found.problem.detail)
  const { request } = found.body
  return redirect(
    request === null
      ? `${requestsHref(organ)}?${new URLSearchParams({ numbered: number })}`
      : requestHref(organ, request),
  )
}

export async function saveView(api: Api, organ: string, form: FormData, search: URLSearchParams) {
  const body = { name: String(form.get('name') ?? ''), filter: queryOf(askedIn(search)) }
  const saved = await api.call('saveView', { params: { organ }, body })
  if (saved.ok) return redirect(`${requestsHref(organ)}?${search}`)
  const [fault] = saved.problem.errors ?? []
  return wrong('name', fault === undefined ? saved.problem.detail : `${fault.caption}${fault.message}`)
}

export async function removeView(api: Api, organ: string, form: FormData, search: URLSearchParams) {
  await api.call('removeView', { params: { organ, view: String(form.get('view') ?? '') } })
  return redirect(`${requestsHref(organ)}?${search}`)
}
