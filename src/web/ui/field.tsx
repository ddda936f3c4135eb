import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/** What every field of a form is told. Labels are Chinese and always visible; a placeholder is only an example. */
export interface FieldProps {
  /** Name in the form that is sent, unique within a page. */
  readonly name: string
  readonly label: string
  /** How to fill it in, said before the field. */
  readonly hint?: ReactNode
  /** What is wrong with what was sent, and how to mend it. */
  readonly error?: string | undefined
  readonly required?: boolean | undefined
}

/** Id of a field, so that a summary of errors can lead to it. */
export const fieldId = (name: string): string => `f-${name}`
const hintId = (name: string) => `h-${name}`
const errorId = (name: string) => `e-${name}`

const describedBy = ({ name, hint, error }: FieldProps) => {
  const said = classes(hint !== undefined && hintId(name), error !== undefined && errorId(name))
  return said === '' ? {} : { 'aria-describedby': said }
}

/** Attributes of the control itself. The browser's own checks stay off: forms are `noValidate`, the server checks. */
export const controlProps = (field: FieldProps) => ({
  id: fieldId(field.name),
  name: field.name,
  ...(field.required && { 'aria-required': true as const }),
  ...(field.error !== undefined && { 'aria-invalid': true as const }),
  ...describedBy(field),
})

const Must = ({ required }: FieldProps) => (required ? <span className="field__must">必填</span> : null)

const Said = ({ name, hint, error }: FieldProps) => (
  <>
    {hint !== undefined && (
      <p className="field__hint" id={hintId(name)}>
        {hint}
      </p>
    )}
    {error !== undefined && (
      <p className="field__error" id={errorId(name)}>
        <span className="ic ic--late" aria-hidden="true" />
        {error}
      </p>
    )}
  </>
)

const look = ({ error }: FieldProps) => classes('field', error !== undefined && 'field--wrong')

/** Label, hint and error around one control. */
export function Field({ children, ...field }: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className={look(field)}>
      <label className="field__label" htmlFor={fieldId(field.name)}>
        {field.label}
        <Must {...field} />
      </label>
      <Said {...field} />
      {children}
    </div>
  )
}

/** The same around several controls that answer one question. */
export function FieldGroup({ children, ...field }: FieldProps & { readonly children: ReactNode }) {
  return (
    <fieldset className={look(field)} {...describedBy(field)}>
      <legend className="field__legend">
        {field.label}
        <Must {...field} />
      </legend>
      <Said {...field} />
      {children}
    </fieldset>
  )
}
