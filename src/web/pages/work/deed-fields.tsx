import { useState } from 'react'
import { type Day, formatChinese } from '../../../law/day.ts'
import type { FormField } from '../../desk/forms-desk.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../ui/choice-group.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { readDay } from '../../ui/day-text.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** What was typed before, by the names of the fields. */
export type Typed = Readonly<Record<string, readonly string[]>>

interface FieldsProps {
  readonly fields: readonly FormField[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly today: string
  /** Fields that are offered what to type, each with the address where that is asked for. */
  readonly suggest?: Readonly<Record<string, string>>
}

/** Fields of a verb, each as the component of its kind. */
export function DeedFields({ fields, ...rest }: FieldsProps) {
  return fields.map((field) => <DeedField key={field.name} field={field} {...rest} />)
}

interface OneProps extends Omit<FieldsProps, 'fields'> {
  readonly field: FormField
}

/** More choices than this stand beside each other. */
const manyChoices = 12

/** Most characters of what still fits on one line. */
const oneLine = 300

function DeedField({ field, ...rest }: OneProps) {
  const { typed, errors, today, suggest } = rest
  const { name, label, hint, required } = field
  const before = typed[name]?.[0]
  const common = {
    name,
    label,
    required,
    error: errors[name],
    ...(hint !== null && { hint }),
  }
  switch (field.kind) {
    case 'text':
      if (suggest?.[name] !== undefined)
        return <ComboBox {...common} candidates={[]} suggest={suggest[name]} defaultValue={before} />
      return field.limit !== null && field.limit <= oneLine ? (
        <TextField {...common} defaultValue={before} autoComplete="off" />
      ) : (
        <TextArea
          {...common}
          defaultValue={before}
          rows={3}
          {...(field.limit !== null && { limit: field.limit })}
        />
      )
    case 'number':
      return <TextField {...common} defaultValue={before} inputMode="numeric" autoComplete="off" short />
    case 'moment':
      return (
        <TextField
          {...common}
          hint={hint ?? '日期和时间，24 小时制。'}
          placeholder={`如 ${formatChinese(today as Day)} 09:30`}
          defaultValue={before}
          autoComplete="off"
        />
      )
    case 'day':
      return (
        <DateField
          {...common}
          today={today as Day}
          defaultValue={before === undefined ? null : readDay(before)}
        />
      )
    case 'yesNo':
      return (
        <RadioGroup
          {...common}
          row
          options={[
            { value: 'true', label: '是' },
            { value: 'false', label: '否' },
          ]}
          defaultValue={before ?? (field.given === null ? undefined : String(field.given))}
        />
      )
    case 'choice':
      return (
        <SelectField
          {...common}
          options={field.options}
          empty={field.required ? '请选择' : '不填'}
          defaultValue={before ?? ''}
        />
      )
    case 'choices':
      return (
        <CheckboxGroup
          {...common}
          row={field.options.length > manyChoices}
          options={field.options}
          defaultValue={typed[name]}
        />
      )
    case 'lines':
      return <TextArea {...common} hint={hint ?? '一行写一项。'} defaultValue={before} rows={3} />
    case 'group':
      return <Group field={field} {...rest} />
    case 'rows':
      return <Rows field={field} {...rest} />
  }
}

/** What may be left out altogether is folded away, unless something was said in it. */
function Group({ field, ...rest }: OneProps & { readonly field: Extract<FormField, { kind: 'group' }> }) {
  const { name, label, hint, fields, required } = field
  const touched = [...Object.keys(rest.errors), ...Object.keys(rest.typed)].some(
    (key) => key.startsWith(`${name}.`) && (rest.typed[key]?.some((text) => text !== '') ?? true),
  )
  const body = (
    <div className="stack">
      {hint !== null && <p>{hint}</p>}
      <DeedFields fields={fields} {...rest} />
    </div>
  )
  return required ? (
    <fieldset className="deed__row">
      <legend>{label}</legend>
      {body}
    </fieldset>
  ) : (
    <details className="deed__row" open={touched || undefined}>
      <summary>{label}</summary>
      {body}
    </details>
  )
}

function Rows({ field, ...rest }: OneProps & { readonly field: Extract<FormField, { kind: 'rows' }> }) {
  const { name, label, hint, fields } = field
  const places = Object.keys(rest.typed).flatMap((key) =>
    key.startsWith(`${name}.`) ? Number(key.slice(name.length + 1).split('.', 1)[0]) + 1 : [],
  )
  const [count, setCount] = useState(Math.max(1, ...places))
  return (
    <fieldset className="stack">
      <legend>
        <strong>{label}</strong>
      </legend>
      {hint !== null && <p>{hint}</p>}
      {rest.errors[name] !== undefined && <p className="field__error">{rest.errors[name]}</p>}
      {Array.from({ length: count }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
        <fieldset className="deed__row stack" key={place}>
          <legend>第 {place + 1} 项</legend>
          <DeedFields {...rest} fields={fields.map((each) => within(each, `${name}.${place}.`))} />
        </fieldset>
      ))}
      <Button small onClick={() => setCount(count + 1)}>
        再加一项
      </Button>
    </fieldset>
  )
}

/** A field of a row by its whole name. */
const within = (field: FormField, prefix: string): FormField => ({ ...field, name: prefix + field.name })
