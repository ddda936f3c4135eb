import { SubmitButton } from '../../../ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/choice-group.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Typed } from '../deed-fields.tsx'

interface FormProps {
  /** Whether the organ may enter what counts for the whole country. */
  readonly highest: boolean
  /** The year that the next notice is probably for. */
  readonly year: number
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  /** What it would move was looked at. */
  readonly previewed: boolean
}

/** A notice of the State Council, or days that a region has beside it. */
export function CalendarPaperForm({ highest, year, typed, errors, previewed }: FormProps) {
  const field = (name: string) => ({ name, error: errors[name], defaultValue: typed[name]?.[0] })
  const scopes = [
    ...(highest ? [{ value: 'national', label: '国务院办公厅的放假通知', note: '对全部机关有效' }] : []),
    { value: 'organ', label: '地方、民族节日等', note: '对本机关及下级机关有效' },
  ]
  return (
    <GuardedForm method="post" className="stack">
      <RadioGroup
        name="scope"
        label="哪一种"
        options={scopes}
        defaultValue={typed.scope?.[0] ?? scopes[0]!.value}
      />
      <TextField {...field('number')} label="文号" hint="如 国办发明电〔2026〕7号" required />
      {highest && (
        <>
          <TextField
            name="year"
            error={errors.year}
            label="哪一年的安排"
            hint="国务院通知填写。"
            inputMode="numeric"
            defaultValue={typed.year?.[0] ?? String(year)}
            short
          />
          <CheckboxGroup
            name="amends"
            label="是否调整"
            options={[{ value: 'yes', label: '这是对同一年原通知的调整，原通知其余部分仍有效' }]}
            defaultValue={typed.amends}
          />
        </>
      )}
      <TextField {...field('name')} label="名称" hint="地方、民族节日填写，如 开斋节。" />
      <TextArea
        {...field('holidays')}
        label="放假"
        hint="一行一个节日：名称、起日、止日，如“元旦 2027-1-1 2027-1-3”。可以从通知粘贴后整理。"
        rows={7}
      />
      <TextArea
        {...field('makeUpDays')}
        label="调休上班"
        hint="用空格或者顿号隔开，如“2027-1-9、2027-2-20”。"
        rows={2}
      />
      <div className="acts">
        <SubmitButton kind={previewed ? 'plain' : 'primary'} name="intent" value="preview">
          看哪些期限会变
        </SubmitButton>
        {previewed && (
          <SubmitButton name="intent" value="publish">
            公布
          </SubmitButton>
        )}
      </div>
    </GuardedForm>
  )
}
