/** Sends the file of an existing site to the API, a step at a time where script says so. */
import type { AnsweredBy, Api } from '../../../desk/api.ts'
import { answerList } from '../lists/sent-list.ts'

/** What a step brought. `from`: where it began. */
export type SitePlan = AnsweredBy<'importSite'> & { readonly from: number }

export const fromField = 'from'
export const mostField = 'most'

export async function answerSite(api: Api, organ: string, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const from = Number(text(fromField)) || 0
  const most = Number(text(mostField)) || null
  return answerList<SitePlan>(form, { missing: '请选择旧网站的文件。' }, async (out, query) => {
    const told = {
      ...query,
      class: text('class'),
      ...(text('base') !== '' && { base: text('base') }),
      ...(query.do === 'true' && { from, ...(most !== null && { most }) }),
    } as object
    const called = await api.send('importSite', { params: { organ }, query: told, form: out })
    return called.ok ? { ...called, body: { ...called.body, from } } : called
  })
}
