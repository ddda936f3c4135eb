import { isProblem, type Problem, problem } from '../../http/problem.ts'
import type { Sent } from '../../http/route.ts'

/** The bytes of the one file of a form, or what is to be said where there is none. */
export async function sentFile({ upload }: Pick<Sent, 'upload'>): Promise<Uint8Array | Problem> {
  const form = await upload()
  if (isProblem(form)) return form
  const [file] = form.files
  return file?.bytes ?? problem('bad-request', { detail: '请在表单中附一个文件。' })
}
