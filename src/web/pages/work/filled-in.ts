import type { FormField } from '../../desk/forms-desk.ts'
import type { ProblemDocument } from '../../http/problem.ts'
import type { Typed } from './deed-fields.tsx'

/** Everything that was typed into a form, to be shown again. */
export function typedIn(form: FormData): Typed {
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)]))
}

/** The faults of a problem at their fields; those that belong to no field of the form are said above it. */
export function faultsOf(
  { type, detail, errors = [] }: Pick<ProblemDocument, 'type' | 'detail' | 'errors'>,
  fields: readonly FormField[],
) {
  const at: Record<string, string> = {}
  const apart: string[] = []
  const names = namesOf(fields)
  for (const { field, caption, message: says } of errors) {
    const message = caption === field || says.includes(caption) ? says : `${caption}：${says}`
    // What a letter lacks is named by the fact alone.
    const name = names.find((each) => each === field || each.endsWith(`.${field}`))
    const inRow = fields.some(({ name: each, kind }) => kind === 'rows' && field.startsWith(`${each}.`))
    if (name !== undefined) at[name] = message
    else if (inRow) at[field] = message
    else apart.push(message)
  }
  // Where every fault stands at its field, that there are some is said by the summary.
  const all = type.endsWith(':invalid') && apart.length === 0 && errors.length > 0
  const message = all ? null : [detail, ...apart].join(' ')
  return { errors: at, apart, message }
}

const namesOf = (fields: readonly FormField[]): readonly string[] =>
  fields.flatMap((field) => [field.name, ...(field.kind === 'group' ? namesOf(field.fields) : [])])
