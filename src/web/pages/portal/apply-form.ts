/** The application form of an organ between the page and the API: which fields apply, what was typed, what is wanting. */
import type {
  ApplicationForm,
  Condition,
  FormField,
  FormSection,
} from '../../../office/intake/application-form.ts'
import { readDay } from '../../ui/day-text.ts'
import type { FormErrors } from '../../ui/error-summary.tsx'

/** Texts of a form by field, as they were sent. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** What was typed in a form; files are no text. */
export function typedIn(form: FormData): Typed {
  const typed = new Map<string, string[]>()
  for (const [name, value] of form)
    if (typeof value === 'string') typed.set(name, [...(typed.get(name) ?? []), value])
  return Object.fromEntries(typed)
}

export const textIn = (typed: Typed, name: string): string => typed[name]?.[0]?.trim() ?? ''

/** Files that were chosen for a field. */
export const filesIn = (form: FormData, name: string): readonly File[] =>
  form.getAll(name).filter((value): value is File => value instanceof File && value.size > 0)

/** Questions that are answered before the form, because they settle which fields it has. */
export const kindField = 'applicant.kind'
export const agentField = 'agent'
export const variantField = 'variant'

const applies = (only: Condition | null | undefined, typed: Typed): boolean =>
  !only || only.values.includes(textIn(typed, only.field))

/** The sections as they are to be filled in by this applicant. */
export function sectionsFor({ sections }: ApplicationForm, typed: Typed): readonly FormSection[] {
  const byAgent = textIn(typed, agentField) === 'yes'
  const wanted = (field: FormField) =>
    field.key !== kindField && (byAgent || field.key !== 'authorisation') && applies(field.only, typed)
  return sections
    .filter(({ key }) => byAgent || key !== 'agent')
    .map((section) => ({
      ...section,
      fields: section.fields.filter(wanted).map((field) => ({
        ...field,
        options: field.options.filter(({ only }) => applies(only, typed)),
      })),
    }))
}

export const fieldsOf = (sections: readonly FormSection[]): readonly FormField[] =>
  sections.flatMap(({ fields }) => fields)

function valueFor({ key, input }: FormField, typed: Typed): unknown {
  const text = textIn(typed, key)
  if (input === 'tick') return text !== '' || undefined
  if (input === 'choices') return typed[key]
  if (text === '' || input === 'file') return undefined
  return input === 'date' ? (readDay(text) ?? text) : text
}

/** The application as the API takes it. */
export function applicationIn(form: ApplicationForm, typed: Typed): object {
  const application = {
    applicant: { kind: textIn(typed, kindField), notice: form.notice.version },
    content: { variant: form.variant },
  }
  for (const field of fieldsOf(sectionsFor(form, typed))) {
    const value = valueFor(field, typed)
    if (value !== undefined) put(application, field.key.split('.'), value)
  }
  return application
}

/** Sets a value at a path of the form's own. */
function put(into: object, [name, ...rest]: readonly string[], value: unknown): void {
  const held = into as Record<string, object>
  if (rest.length === 0) held[name!] = value as object
  else {
    held[name!] ??= {}
    put(held[name!]!, rest, value)
  }
}

/** What 条例§29¶2 wants and was left empty. It keeps nothing out (条例§30); it is better said before than asked for later. */
export function wantingIn(sections: readonly FormSection[], typed: Typed, files: FormData): FormErrors {
  const fields = fieldsOf(sections)
  const empty = ({ key, input }: FormField) =>
    input === 'file' ? filesIn(files, key).length === 0 : textIn(typed, key) === ''
  const errors: Record<string, string> = {}
  for (const field of fields) {
    const { key, caption, input, requirement } = field
    if (field.wanted === 'always' && empty(field))
      errors[key] = `${input === 'choice' ? '请选择' : '请填写'}${caption}。`
    if (field.wanted !== 'oneOf') continue
    const group = fields.filter((each) => each.wanted === 'oneOf' && each.requirement === requirement)
    if (group[0] === field && group.every(empty))
      errors[key] = `请至少填写或者提交一项：${group.map((each) => each.caption).join('、')}。`
  }
  return errors
}
