import { Form } from 'react-router'
import { SubmitButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { textIn } from './apply-form.ts'
import type { TrackAnswer } from './track-action.ts'

/** Asks for number and secret. */
export function TrackDoor({ answer }: { readonly answer: TrackAnswer | undefined }) {
  const wrong = answer !== undefined && 'errors' in answer ? answer : undefined
  return (
    <div className="alone portal__door">
      <Form className="panel stack" method="post" noValidate>
        <h1>查询办理进度</h1>
        <ErrorSummary errors={wrong?.errors} />
        <input type="hidden" name="intent" value="open" />
        <TextField
          name="number"
          label="登记编号"
          hint="写在回执上，如 2026-1"
          autoComplete="off"
          defaultValue={wrong === undefined ? '' : textIn(wrong.typed, 'number')}
          error={wrong?.errors.number}
        />
        <TextField
          name="secret"
          label="查询码"
          hint="写在回执上；遗失的，请与受理机关联系"
          autoComplete="off"
          error={wrong?.errors.secret}
        />
        <SubmitButton block pending="正在查询…">
          查询
        </SubmitButton>
      </Form>
    </div>
  )
}
