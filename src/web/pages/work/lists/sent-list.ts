/** A list that is sent in: looked at first, and taken in only as it was looked at. */
import { data } from 'react-router'
import type { Called } from '../../../desk/api.ts'
import { digestOf } from '../digest-of.ts'

/** Name of the field with the file. */
export const listField = 'list'

/** What a list would bring or has brought. `seen`: names the list that was looked at. */
export interface Looked<Plan> {
  readonly plan: Plan
  readonly seen: string
  /** Another list was sent than was looked at; it is looked at now, and nothing was taken in. */
  readonly changed: boolean
}

/** The same, or why it could not be read. */
export type ListAnswer<Plan> = Looked<Plan> | { readonly errors: Readonly<Record<string, string>> }

interface Asked {
  /** Said where no file was chosen: 请选择要导入的台账（XLSX 或者 CSV）。 */
  readonly missing: string
  /** What is wrong with the other fields of the form. */
  readonly errors?: Readonly<Record<string, string>>
  /** Other fields that go along. */
  readonly fields?: Readonly<Record<string, string>>
}

/** What became of the form: `send` asks the API, with `do` true only for a list that was looked at before. */
export async function answerList<Plan>(
  form: FormData,
  { missing, errors: wrong = {}, fields = {} }: Asked,
  send: (out: FormData, query: { readonly do: 'true' | 'false' }) => Promise<Called<Plan>>,
) {
  const file = form.get(listField)
  const isEmpty = !(file instanceof File) || file.size === 0
  const errors = { ...(isEmpty && { [listField]: missing }), ...wrong }
  if (isEmpty || Object.keys(errors).length > 0) return data<ListAnswer<Plan>>({ errors }, 422)
  const seen = await digestOf(file)
  const confirmed = form.get('intent') === 'import'
  const changed = confirmed && form.get('seen') !== seen
  const out = new FormData()
  for (const [name, value] of Object.entries(fields)) out.append(name, value)
  out.append(listField, file, file.name)
  const called = await send(out, { do: confirmed && !changed ? 'true' : 'false' })
  if (called.ok) return data<ListAnswer<Plan>>({ plan: called.body, seen, changed })
  const { detail, errors: faults = [], status } = called.problem
  const said = faults.map(({ message }) => message).join(' ') || detail
  return data<ListAnswer<Plan>>({ errors: { [listField]: said } }, status)
}
