import { data, redirect } from 'react-router'
import type { Api } from '../../../desk/api.ts'
import { told } from '../told.ts'
import { sumHref } from './filings-href.ts'

/** Makes the government's own report of the sum over the organs that were chosen, or of its own cases again. */
export async function adoptChosen(
  api: Api,
  params: { readonly organ: string; readonly year: string },
  form: FormData,
) {
  const chosen = form.getAll('organ').map(String)
  const body = { own: form.get('deed') === 'own', ...(chosen.length > 0 && { organs: chosen.join(',') }) }
  const called = await api.call('adoptAnnualSum', { params, body })
  if (!called.ok) {
    if (called.problem.status === 401) told(called)
    return data({ fault: called.problem.detail }, { status: called.problem.status })
  }
  const here = sumHref(params.organ, Number(params.year), chosen)
  return redirect(body.own ? here : `${here}${here.includes('?') ? '&' : '?'}adopted`)
}
