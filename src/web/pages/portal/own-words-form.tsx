import type { ReactNode } from 'react'
import { Form } from 'react-router'
import type { ProblemDocument } from '../../http/problem.ts'
import { SubmitButton } from '../../ui/button.tsx'
import type { FormErrors } from '../../ui/error-summary.tsx'
import { fieldId } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type Typed, textIn } from './apply-form.ts'
import { opened, openedField, tooSoon, trapped } from './apply-guard.ts'
import { errorsOf, wholeForm } from './problem-errors.ts'
import { Trap } from './trap.tsx'

/** Most characters that are taken. */
const longest = 5000

const fields = ['text', 'name', 'contact'] as const

/** What somebody outside writes: words, and who wrote them as far as they say. */
export const ownWordsIn = (typed: Typed) => ({
  text: textIn(typed, 'text'),
  name: textIn(typed, 'name'),
  contact: textIn(typed, 'contact'),
})

/** What is wrong before anything is sent; null where nothing is. `button`: what the form is sent by. */
export function faultsIn(typed: Typed, wanting: string, button: string, now: number): FormErrors | null {
  const doubt = trapped(typed, button)
  if (doubt !== null) return { [wholeForm]: doubt }
  if (textIn(typed, 'text') === '') return { text: wanting }
  const soon = tooSoon(typed, now, button)
  return soon === null ? null : { [wholeForm]: soon }
}

/** What the API found wrong, at the fields of this form. */
export const faultsOf = (problem: ProblemDocument): FormErrors => errorsOf(problem, fields)

interface OwnWordsFormProps {
  readonly label: string
  readonly hint: string
  readonly button: string
  readonly typed: Typed
  readonly errors: FormErrors | undefined
  /** When the page was made, in milliseconds. */
  readonly now: number
  /** Said before the fields. */
  readonly children?: ReactNode
}

/** A form for words from outside, with who wrote them left to them. It keeps what was typed, and works without script. */
export function OwnWordsForm({ label, hint, button, typed, errors, now, children }: OwnWordsFormProps) {
  const begun = textIn(typed, openedField) || textIn(opened(typed, now), openedField)
  return (
    <Form id={fieldId(wholeForm)} className="portal__form" method="post" noValidate data-keep>
      <input type="hidden" name={openedField} value={begun} />
      <Trap />
      {children}
      <TextArea
        name="text"
        label={label}
        hint={hint}
        rows={6}
        limit={longest}
        required
        defaultValue={textIn(typed, 'text')}
        error={errors?.text}
      />
      <TextField
        name="name"
        label="姓名或者名称"
        hint="可以不填。"
        defaultValue={textIn(typed, 'name')}
        error={errors?.name}
        autoComplete="name"
      />
      <TextField
        name="contact"
        label="联系方式"
        hint="可以不填；填了的，只用于核实和答复，密封保存。"
        defaultValue={textIn(typed, 'contact')}
        error={errors?.contact}
        autoComplete="tel"
      />
      <p>
        <SubmitButton>{button}</SubmitButton>
      </p>
    </Form>
  )
}
