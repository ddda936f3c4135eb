import type { ComponentProps, Ref } from 'react'
import { controlProps, Field, type FieldProps, fieldId } from './field.tsx'

interface TextAreaProps extends FieldProps, Pick<ComponentProps<'textarea'>, 'defaultValue' | 'placeholder'> {
  readonly rows?: number
  /** Most characters that are taken. What is beyond stays in the field and is counted, never cut off. */
  readonly limit?: number
  /** Id of what shows the results, where script looks for what is typed. */
  readonly look?: string
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** Several lines of text. Where script runs, the characters left are counted below it. */
export function TextArea({
  name,
  label,
  hint,
  error,
  required,
  rows = 5,
  limit,
  look,
  ...native
}: TextAreaProps) {
  const field = { name, label, hint, error, required }
  return (
    <Field {...field}>
      <textarea
        {...native}
        {...controlProps(field)}
        rows={rows}
        className="input"
        {...(limit !== undefined && { 'data-limit': limit })}
        {...(look !== undefined && { 'data-look': look })}
      />
      {limit !== undefined && (
        <p
          className="field__count"
          data-count-of={fieldId(name)}
          aria-live="polite"
          suppressHydrationWarning
        />
      )}
    </Field>
  )
}
