import { classes } from './classes.ts'
import { FieldGroup, type FieldProps, fieldId } from './field.tsx'
import type { Option } from './select-field.tsx'

/** Something to choose, with what it means. */
export interface Choice extends Option {
  readonly note?: string
}

interface GroupProps extends FieldProps {
  readonly options: readonly Choice[]
  /** Beside each other instead of below each other: for two or three short ones. */
  readonly row?: boolean
}

function Choices({
  type,
  chosen,
  ...group
}: GroupProps & { readonly type: 'radio' | 'checkbox'; readonly chosen: readonly string[] }) {
  const { options, row, ...field } = group
  return (
    <FieldGroup {...field}>
      <div className={classes('choices', row && 'choices--row')}>
        {options.map(({ value, label, note }, index) => (
          <label className="choice" key={value}>
            <input
              type={type}
              name={field.name}
              value={value}
              defaultChecked={chosen.includes(value)}
              {...(index === 0 && { id: fieldId(field.name) })}
            />
            <span>{label}</span>
            {note !== undefined && <small>{note}</small>}
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

/** One answer of a few, all of them to be seen. */
export function RadioGroup({
  defaultValue,
  ...group
}: GroupProps & { readonly defaultValue?: string | undefined }) {
  return <Choices {...group} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />
}

/** Any number of answers; each that is ticked is sent under the same name. */
export function CheckboxGroup({
  defaultValue = [],
  ...group
}: GroupProps & { readonly defaultValue?: readonly string[] | undefined }) {
  return <Choices {...group} type="checkbox" chosen={defaultValue} />
}
