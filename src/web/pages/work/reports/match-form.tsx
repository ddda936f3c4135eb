import type { AnsweredBy } from '../../../desk/api.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { ErrorSummary, type FormErrors } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { NamedOrgan } from './organs-below.ts'

type Whole = AnsweredBy<'readExaminedReport'>

/** What was answered and not taken, and why. */
export interface MatchAttempt {
  readonly organ: string
  readonly organName: string
  readonly year: string
  readonly errors: FormErrors
}

interface MatchFormProps extends Pick<Whole, 'row' | 'proposals'> {
  readonly organs: readonly NamedOrgan[]
  readonly attempt: MatchAttempt | undefined
  readonly label: string
  readonly primary?: boolean
}

/** Whose report it is and of which year: the likeliest first, any other of the house, or a name that is typed. */
export function MatchForm({ row, proposals, organs, attempt, label, primary }: MatchFormProps) {
  const likely = proposals.map(({ organ, name }) => ({ value: organ, label: name }))
  const others = organs
    .filter(({ id }) => !likely.some(({ value }) => value === id))
    .map(({ id, name }) => ({ value: id, label: name }))
  const given = {
    organ: attempt?.organ ?? row.organ ?? (row.confirmed ? '' : (likely[0]?.value ?? '')),
    organName: attempt?.organName ?? (row.organ === null ? (row.organName ?? row.printedOrgan ?? '') : ''),
    year: attempt?.year ?? (row.year === null ? '' : String(row.year)),
  }
  return (
    <GuardedForm method="post" className="stack">
      <ErrorSummary errors={attempt?.errors} />
      <div className="work-filter">
        <SelectField
          name="organ"
          label="机关"
          empty="不在名录内"
          options={[...likely, ...others]}
          defaultValue={given.organ}
          error={attempt?.errors.organ}
        />
        <TextField
          name="organName"
          label="不在名录内的，填名称"
          autoComplete="off"
          defaultValue={given.organName}
          error={attempt?.errors.organName}
        />
        <TextField
          name="year"
          label="年度"
          inputMode="numeric"
          autoComplete="off"
          required
          short
          defaultValue={given.year}
          error={attempt?.errors.year}
        />
        <SubmitButton kind={primary ? 'primary' : 'plain'} name="intent" value="match" pending="正在记录…">
          {label}
        </SubmitButton>
      </div>
    </GuardedForm>
  )
}
