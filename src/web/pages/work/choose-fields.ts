import type { Choice, FormField } from '../../desk/forms-desk.ts'
import type { Typed } from './deed-fields.tsx'

/** Those fields of a form that are named, in their order; of a group the parts that are, or all where it is named itself. */
export const chooseFields = (
  fields: readonly FormField[],
  wanted: (name: string) => boolean,
): readonly FormField[] =>
  fields.flatMap((field): readonly FormField[] => {
    if (wanted(field.name)) return [field]
    if (field.kind !== 'group') return []
    const kept = chooseFields(field.fields, wanted)
    return kept.length === 0 ? [] : [{ ...field, fields: kept }]
  })

/** The form with some of its fields turned into choices among what there is. */
export const withChoices = (
  fields: readonly FormField[],
  options: Readonly<Record<string, readonly Choice[]>>,
): readonly FormField[] =>
  fields.map((field): FormField => {
    const among = options[field.name]
    if (among !== undefined) {
      const { name, label, hint, required } = field
      return { name, label, hint, required, kind: 'choice', options: among, nullable: false }
    }
    return field.kind === 'group' ? { ...field, fields: withChoices(field.fields, options) } : field
  })

/** A record as a form shows it again: its values by the names of the fields. */
export function typedOf(value: unknown, name = ''): Typed {
  if (value === null || value === undefined) return {}
  if (Array.isArray(value))
    return value.some((each) => typeof each === 'object')
      ? Object.assign({}, ...value.map((each, place) => typedOf(each, `${name}.${place}`)))
      : { [name]: value.map(String) }
  if (typeof value !== 'object') return { [name]: [String(value)] }
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, part]) => typedOf(part, name === '' ? key : `${name}.${key}`)),
  )
}
