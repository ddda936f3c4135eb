import { createContext, type ReactNode, useContext } from 'react'
import { SubmitButton } from '../../../ui/button.tsx'
import { CheckboxGroup } from '../../../ui/choice-group.tsx'
import type { FormErrors } from '../../../ui/error-summary.tsx'
import { type Option, SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'

interface Editing {
  readonly errors: FormErrors
  /** Name of what was acted on last, whose fields stay unfolded. */
  readonly at: string
}

/** What is wrong with the fields of the page, and where somebody works. */
const Here = createContext<Editing>({ errors: {}, at: '' })
export const EditingHere = Here.Provider

interface InputProps {
  readonly name: string
  readonly label: string
  readonly value: string | number | undefined
  readonly hint?: string
}

export function TextInput({ value, ...field }: InputProps) {
  const { errors } = useContext(Here)
  return <TextField {...field} defaultValue={value ?? ''} error={errors[field.name]} autoComplete="off" />
}

export function NumberInput({ value, ...field }: InputProps) {
  const { errors } = useContext(Here)
  return (
    <TextField
      {...field}
      defaultValue={value === undefined ? '' : String(value)}
      error={errors[field.name]}
      inputMode="decimal"
      autoComplete="off"
    />
  )
}

/** A share, in per cent. */
export const ShareInput = ({ value, ...field }: InputProps & { readonly value: number }) => (
  <NumberInput {...field} value={Math.round(value * 1e8) / 1e6} />
)

export function ChoiceInput({
  options,
  empty,
  value,
  ...field
}: InputProps & { readonly options: readonly Option[]; readonly empty?: string }) {
  const { errors } = useContext(Here)
  return (
    <SelectField
      {...field}
      options={options}
      {...(empty !== undefined && { empty })}
      defaultValue={value}
      error={errors[field.name]}
    />
  )
}

/** Boxes of which none may be ticked; the form says that they were there. */
export function TickInput({
  options,
  value,
  ...field
}: Omit<InputProps, 'value'> & { readonly options: readonly Option[]; readonly value: readonly string[] }) {
  const { errors } = useContext(Here)
  return (
    <>
      <input type="hidden" name={`with:${field.name}`} value="1" />
      <CheckboxGroup {...field} row options={options} defaultValue={value} error={errors[field.name]} />
    </>
  )
}

/** Does one thing to the system, and keeps what was typed. `says`: what it is done to, for those who hear the page. */
export const ActButton = ({
  act,
  says,
  children,
}: {
  readonly act: string
  readonly says?: string
  readonly children: string
}) => (
  <SubmitButton
    kind="quiet"
    small
    name="act"
    value={act}
    {...(says !== undefined && { 'aria-label': `${children}：${says}` })}
  >
    {children}
  </SubmitButton>
)

/** Folded away unless something in it is wrong, or was acted on. `names`: what the names of its fields begin with. */
export function Folded({
  summary,
  names,
  children,
}: {
  readonly summary: ReactNode
  readonly names: readonly string[]
  readonly children: ReactNode
}) {
  const { errors, at } = useContext(Here)
  const open = [at, ...Object.keys(errors)].some((name) => names.some((each) => name.startsWith(each)))
  return (
    <details className="assess__more" open={open || undefined}>
      <summary>{summary}</summary>
      <div className="stack">{children}</div>
    </details>
  )
}

/** Rows of a list, each with what takes it away, and a button for one more. */
export function RowsInput<Row>({
  list,
  rows,
  add,
  keyOf,
  says,
  children,
}: {
  readonly list: string
  readonly rows: readonly Row[]
  /** On the button: 加一档. */
  readonly add: string
  readonly keyOf: (row: Row, at: number) => string
  /** By what a row is known. */
  readonly says: (row: Row) => string
  readonly children: (row: Row, prefix: string) => ReactNode
}) {
  return (
    <>
      {rows.map((row, at) => (
        <div key={keyOf(row, at)} className="assess__cells">
          {children(row, `${list}.${at}`)}
          <div className="deed__acts">
            <ActButton act={`dropRow|${list}.${at}`} says={says(row)}>
              删去
            </ActButton>
          </div>
        </div>
      ))}
      <ActButton act={`addRow|${list}`}>{add}</ActButton>
    </>
  )
}
