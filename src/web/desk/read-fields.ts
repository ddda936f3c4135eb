/** Reads a form that was filled in, by its fields. */

import { readDay } from '../ui/day-text.ts'
import { momentIn } from '../ui/moment-text.ts'
import type { FormField } from './forms-desk.ts'

/** Where nothing was said, undefined: it is then not sent at all. */
type Said = unknown

export const readFields = (
  fields: readonly FormField[],
  form: FormData,
  within = '',
): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueIn(field, form, within + field.name)
      return value === undefined ? [] : [[lastOf(field.name), value]]
    }),
  )

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

function valueIn(field: FormField, form: FormData, name: string): Said {
  const typed = String(form.get(name) ?? '').trim()
  switch (field.kind) {
    case 'text':
      return typed === '' ? undefined : typed
    case 'day':
      return typed === '' ? undefined : (readDay(typed) ?? typed)
    case 'moment':
      return typed === '' ? undefined : (momentIn(typed) ?? typed)
    case 'number':
      return typed === '' ? undefined : Number.isNaN(Number(typed)) ? typed : Number(typed)
    case 'yesNo':
      return typed === '' ? undefined : typed === 'true'
    case 'choice':
      return typed === '' ? (field.nullable ? null : undefined) : typed
    case 'choices': {
      const chosen = form.getAll(name).map(String)
      return chosen.length === 0 ? undefined : chosen
    }
    case 'lines': {
      const lines = typed.split(/\r?\n/).flatMap((line) => line.trim() || [])
      return lines.length === 0 ? undefined : lines
    }
    case 'group': {
      const within = name.slice(0, name.length - field.name.length)
      const group = readFields(field.fields, form, within)
      return isEmpty(group) && !field.required ? undefined : group
    }
    case 'rows':
      return rowsOf(field, form, name)
  }
}

/** Empty rows at the end are no rows; one in between is left where it is, so that faults are said at the right place. */
function rowsOf(field: Extract<FormField, { kind: 'rows' }>, form: FormData, name: string): Said {
  const rows: Record<string, unknown>[] = []
  const places = [...form.keys()].flatMap((key) =>
    key.startsWith(`${name}.`) ? Number(key.slice(name.length + 1).split('.', 1)[0]) : [],
  )
  for (let place = 0; place <= Math.max(-1, ...places); place++)
    rows.push(readFields(field.fields, form, `${name}.${place}.`))
  while (rows.length > 0 && isEmpty(rows.at(-1)!)) rows.pop()
  if (rows.length > 0) return rows
  // Of a list that is wanted one row is sent as it is, so that each of its fields is said to be missing.
  return field.required ? [{}] : undefined
}

const isEmpty = (group: Record<string, unknown>): boolean =>
  Object.values(group).every((value) => value === null || value === undefined)
