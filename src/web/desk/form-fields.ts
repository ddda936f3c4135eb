/** Makes the fields of a form out of the schema of what is sent. */
import type { z } from 'zod'
import { captionTables } from '../http/schemas.ts'
import type { Choice, FormField } from './forms-desk.ts'

/** A schema as it is looked into: zod tells its parts untyped. */
interface Looked {
  readonly def: {
    readonly type: string
    readonly format?: string
    readonly innerType?: Looked
    readonly element?: Looked
    readonly options?: readonly Looked[]
    readonly defaultValue?: unknown
  }
  readonly shape?: Readonly<Record<string, Looked>>
  readonly options?: readonly string[]
  readonly maxLength?: number | null
  meta(): { readonly title?: string; readonly description?: string } | undefined
}

const wrappers = ['optional', 'default', 'nullable', 'nonoptional', 'readonly', 'prefault']

/** Fields of an object. Those that no form can hold are left out. */
export function fieldsOf(schema: z.ZodType, within = ''): readonly FormField[] {
  const { shape = {} } = schema as unknown as Looked
  return Object.entries(shape).flatMap(([key, part]) => fieldOf(`${within}${key}`, part) ?? [])
}

function fieldOf(name: string, schema: Looked): FormField | null {
  const { inner, title, description, required, nullable, given } = unwrapped(schema)
  const captions = captionTables.get(inner as unknown as z.ZodType)?.captions
  // The description of a list of words is the list; it is shown as the choice itself.
  const hint = captions === undefined ? (description ?? null) : null
  const named = { name, label: title ?? name, hint, required }
  const { type, format } = inner.def
  if (type === 'string')
    return format === 'date'
      ? { ...named, kind: 'day' }
      : format === 'datetime'
        ? { ...named, kind: 'moment' }
        : { ...named, kind: 'text', limit: inner.maxLength ?? null }
  if (type === 'number') return { ...named, kind: 'number' }
  if (type === 'boolean') return { ...named, kind: 'yesNo', given: typeof given === 'boolean' ? given : null }
  if (type === 'enum') return { ...named, kind: 'choice', options: choicesOf(inner), nullable }
  if (type === 'object')
    return { ...named, kind: 'group', fields: fieldsOf(inner as unknown as z.ZodType, `${name}.`) }
  if (type === 'array') return listField(named, inner.def.element!)
  return null
}

function listField(
  named: Pick<FormField, 'name' | 'label' | 'hint' | 'required'>,
  element: Looked,
): FormField {
  const { inner } = unwrapped(element)
  if (inner.def.type === 'object')
    return { ...named, kind: 'rows', fields: fieldsOf(inner as unknown as z.ZodType) }
  if (inner.def.type === 'enum') return { ...named, kind: 'choices', options: choicesOf(inner) }
  return { ...named, kind: 'lines' }
}

function unwrapped(schema: Looked) {
  let inner = schema
  let { title, description } = schema.meta() ?? {}
  let required = true
  let nullable = false
  let given: unknown
  while (wrappers.includes(inner.def.type) && inner.def.innerType !== undefined) {
    if (inner.def.type === 'optional' || inner.def.type === 'default') required = false
    if (inner.def.type === 'nullable') nullable = true
    if (inner.def.type === 'default') given ??= inner.def.defaultValue
    inner = inner.def.innerType
    title ??= inner.meta()?.title
    description ??= inner.meta()?.description
  }
  return { inner, title, description, required: required && !nullable, nullable: nullable && required, given }
}

function choicesOf(schema: Looked): readonly Choice[] {
  const captions = captionTables.get(schema as unknown as z.ZodType)?.captions ?? {}
  return (schema.options ?? []).map((value) => ({ value, label: captions[value] ?? value }))
}
