/** The form of the columns that an organ opens, and how it is sent. */
import { data } from 'react-router'
import { type ColumnKey, columns } from '../../../../office/documents/columns.ts'
import type { Api } from '../../../desk/api.ts'
import { type Outcome, refusedBy } from '../administration/outcome.tsx'

export const columnKeys = Object.keys(columns) as readonly ColumnKey[]

export const openField = 'open'
export const countField = (column: ColumnKey): string => `ages.${column}.count`
export const unitField = (column: ColumnKey): string => `ages.${column}.unit`

export async function settleColumns(api: Api, organ: string, form: FormData) {
  const open = new Set(form.getAll(openField).map(String))
  const ages = Object.fromEntries(
    columnKeys.flatMap((column) => {
      const count = String(form.get(countField(column)) ?? '').trim()
      if (count === '' || !open.has(column)) return []
      // What is no number is left as it was typed: the API says what is wrong with it.
      return [[column, { count: Number(count) || count, unit: String(form.get(unitField(column))) }]]
    }),
  )
  const body = { closed: columnKeys.filter((column) => !open.has(column)), ages } as never
  const done = await api.call('settleColumns', { params: { organ }, body })
  if (done.ok) return { done: '已经保存，下面按新的设置判断。' } satisfies Outcome as Outcome
  const { errors = [] } = done.problem
  const at = Object.fromEntries(
    errors.map(({ field, message }) => {
      const column = columnKeys.find((key) => field.startsWith(`ages.${key}`))
      return [field, column === undefined ? message : `${columns[column].caption}：应为 1 至 120 的整数`]
    }),
  )
  const refused = refusedBy(done.problem, form)
  return data<Outcome>(
    { ...refused.data, message: errors.length > 0 ? null : done.problem.detail, errors: at },
    { status: done.problem.status },
  )
}
