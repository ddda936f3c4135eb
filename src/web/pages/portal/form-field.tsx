import type { FormField as FormFieldData } from '../../../office/intake/application-form.ts'
import { CheckboxGroup, RadioGroup } from '../../ui/choice-group.tsx'
import { fieldId } from '../../ui/field.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type Typed, textIn } from './apply-form.ts'

interface FormFieldProps {
  readonly field: FormFieldData
  readonly typed: Typed
  readonly error: string | undefined
}

/** More than these are a list to open, not a row of buttons. */
const mostButtons = 6

/** One field of a form that is told as data, by the control that fits what it asks. */
export function FormField({ field, typed, error }: FormFieldProps) {
  const { key, caption, input, options, longest } = field
  const common = {
    name: key,
    label: caption,
    hint: field.hint ?? undefined,
    error,
    required: field.wanted === 'always',
  }
  const choices = options.map(({ value, caption }) => ({ value, label: caption }))
  const text = textIn(typed, key)
  switch (input) {
    case 'text':
      return <TextArea {...common} defaultValue={text} {...(longest !== null && { limit: longest })} />
    case 'choice':
      return choices.length > mostButtons ? (
        <SelectField {...common} options={choices} empty="请选择" defaultValue={text} />
      ) : (
        <RadioGroup {...common} options={choices} defaultValue={text} />
      )
    case 'choices':
      return <CheckboxGroup {...common} options={choices} defaultValue={typed[key]} />
    case 'tick':
      return (
        <label className="choice">
          <input id={fieldId(key)} type="checkbox" name={key} value="yes" defaultChecked={text !== ''} />
          <span>{caption}</span>
        </label>
      )
    case 'file':
      return <FileField {...common} multiple />
    case 'date':
      return (
        <TextField
          {...common}
          hint={`${field.hint === null ? '' : `${field.hint}；`}如 20260306`}
          defaultValue={text}
          autoComplete="off"
        />
      )
    case 'line':
      return <TextField {...common} defaultValue={text} autoComplete={field.autocomplete ?? 'off'} />
  }
}
