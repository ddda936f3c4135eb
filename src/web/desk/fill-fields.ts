/** Writes what is known into the fields of a form: the way back of `readFields`. */
import { momentText } from '../ui/moment-text.ts'
import type { FormField } from './forms-desk.ts'

/** What stands in each field, by its whole name. */
export type Filled = Readonly<Record<string, readonly string[]>>

/** `value`: an object as the API takes it. What no field holds is left out. */
export function fillFields(fields: readonly FormField[], value: object, within = ''): Filled {
  return Object.assign({}, ...fields.map((field) => filled(field, value, within)))
}

function filled(field: FormField, value: object, within: string): Filled {
  const name = within + field.name
  const known = (value as Readonly<Record<string, unknown>>)[name.slice(name.lastIndexOf('.') + 1)]
  if (known === undefined || known === null) return {}
  switch (field.kind) {
    case 'choices':
      return { [name]: [known].flat().map(String) }
    case 'moment':
      return { [name]: [momentText(String(known))] }
    case 'lines':
      return { [name]: [[known].flat().join('\n')] }
    case 'group':
      return fillFields(field.fields, known as object, name.slice(0, name.length - field.name.length))
    case 'rows':
      return Object.assign(
        {},
        ...[known].flat().map((row, place) => fillFields(field.fields, row as object, `${name}.${place}.`)),
      )
    default:
      return typeof known === 'object' ? {} : { [name]: [String(known)] }
  }
}
