import type { FormField } from '../../../desk/forms-desk.ts'
import type { Fact } from '../../../ui/facts.tsx'
import { momentText } from '../../../ui/moment-text.ts'

type Data = Readonly<Record<string, string | number | boolean | null>>

/** What a form was told, by its captions; what was left out is left out here. */
export function factsOfFields(fields: readonly FormField[], data: Data): readonly Fact[] {
  return fields.flatMap((field) => {
    const value = data[field.name]
    if (value === undefined || value === null || value === '') return []
    return [{ label: field.label, value: textOf(field, value) }]
  })
}

function textOf(field: FormField, value: string | number | boolean): string {
  if (field.kind === 'moment') return momentText(String(value))
  if (field.kind === 'yesNo') return value === true ? '是' : '否'
  if (field.kind === 'choice')
    return field.options.find((option) => option.value === value)?.label ?? String(value)
  return String(value)
}
