import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { controlProps, Field, type FieldProps } from './field.tsx'

type Native = Pick<
  ComponentProps<'input'>,
  'defaultValue' | 'placeholder' | 'autoComplete' | 'inputMode' | 'maxLength' | 'readOnly'
>

interface TextFieldProps extends FieldProps, Native {
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'url'
  /** As wide as what goes in, instead of as wide as the form. */
  readonly short?: boolean
}

/** One line of text. */
export function TextField({ name, label, hint, error, required, short, ...native }: TextFieldProps) {
  const field = { name, label, hint, error, required }
  return (
    <Field {...field}>
      <input
        type="text"
        {...native}
        {...controlProps(field)}
        className={classes('input', short && 'input--short')}
      />
    </Field>
  )
}
