import { type ActionFunctionArgs, data } from 'react-router'
import type { AnsweredBy, Api } from '../../../desk/api.ts'
import { deskOf } from '../../load-context.ts'

export type Kept = AnsweredBy<'keepReportSources'>

/** Hands the files of a form on to be kept; what was kept and what was not, or why nothing was. */
export async function keepFiles(api: Api, organ: string, request: Request) {
  const form = await request.formData()
  const files = form.getAll('files').filter((file) => file instanceof File && file.size > 0)
  if (files.length === 0) return { fault: '请选择文件。' } as const
  const handed = new FormData()
  for (const file of files) if (file instanceof File) handed.append('files', file, file.name)
  const called = await api.send('keepReportSources', { params: { organ }, form: handed })
  return called.ok ? called.body : ({ fault: called.problem.detail } as const)
}

/** For script, which sends file by file to tell how far it is; without script the list itself takes the form. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const outcome = await keepFiles(deskOf(context).api, params.organ ?? '', request)
  return data(outcome, { status: 'fault' in outcome ? 422 : 200 })
}
