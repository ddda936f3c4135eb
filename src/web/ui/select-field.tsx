import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { controlProps, Field, type FieldProps } from './field.tsx'

/** Something to choose: what is sent and what is read. */
export interface Option {
  readonly value: string
  readonly label: string
}

interface SelectFieldProps extends FieldProps, Pick<ComponentProps<'select'>, 'defaultValue' | 'onChange'> {
  readonly options: readonly Option[]
  /** First entry, with an empty value: 请选择. */
  readonly empty?: string
  readonly short?: boolean
}

/** One of a list, by the control of the platform: it works everywhere, by keyboard and without script. */
export function SelectField({
  name,
  label,
  hint,
  error,
  required,
  options,
  empty,
  short,
  ...native
}: SelectFieldProps) {
  const field = { name, label, hint, error, required }
  return (
    <Field {...field}>
      <select {...native} {...controlProps(field)} className={classes('input', short && 'input--short')}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
