import type { FormField } from '../../../desk/forms-desk.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { type Outcome, Said } from '../administration/outcome.tsx'
import { DeedFields } from '../deed-fields.tsx'

interface RecordStepFormProps {
  readonly step: 'note' | 'close'
  readonly title: string
  readonly fields: readonly FormField[]
  readonly today: string
  readonly outcome: Outcome | undefined
}

/** A step of a record. Closing is said to be for good. */
export const RecordStepForm = ({ step, title, fields, today, outcome }: RecordStepFormProps) => (
  <Panel title={title}>
    <GuardedForm method="post" className="stack">
      <ErrorSummary errors={outcome?.errors} />
      <Said outcome={outcome} />
      {step === 'close' && <p>登记以后不能更改。</p>}
      <DeedFields fields={fields} typed={outcome?.typed ?? {}} errors={outcome?.errors ?? {}} today={today} />
      <div className="deed__acts">
        <input type="hidden" name="step" value={step} />
        <SubmitButton kind={step === 'note' ? 'primary' : 'plain'}>{title}</SubmitButton>
      </div>
    </GuardedForm>
  </Panel>
)
