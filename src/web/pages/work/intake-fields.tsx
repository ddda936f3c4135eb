import { useState } from 'react'
import { type Day, formatChinese, formatWeekday } from '../../../law/day.ts'
import { type Channel, channels } from '../../../law/receipt.ts'
import type { FormField } from '../../desk/forms-desk.ts'
import { classes } from '../../ui/classes.ts'
import { readRecentDay } from '../../ui/day-text.ts'
import { controlProps, Field } from '../../ui/field.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { DeedFields, type Typed } from './deed-fields.tsx'
import { paperChannels, toldOf } from './intake-form.ts'

interface FieldsProps {
  readonly fields: readonly FormField[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly today: Day
}

/** The entry, in the order in which a letter is read: how and when it came, who asks, for what, in what form. */
export function IntakeFields({ fields, typed, errors, today }: FieldsProps) {
  const [channel, setChannel] = useState(typed.channel?.[0] as Channel)
  const common = (name: string) => {
    const field = fields.find((each) => each.name === name)
    const error = errors[name]
    return {
      name,
      label: field?.label ?? name,
      required: field?.required ?? false,
      before: typed[name]?.[0] ?? '',
      options: field !== undefined && 'options' in field ? field.options : [],
      ...(error !== undefined && { error }),
    }
  }
  const wants = (name: string) => toldOf[name]?.includes(channel) ?? true
  const line = (name: string) => wants(name) && <Line key={name} {...common(name)} />
  const agent = fields.filter(({ name }) => name === 'applicant.agent')
  return (
    <>
      <fieldset className="intake__group">
        <legend>来件</legend>
        <Choice
          {...common('channel')}
          required={false}
          options={paperChannels.map((value) => ({ value, label: channels[value].caption }))}
          onChoose={(value) => setChannel(value as Channel)}
        />
        <DayLine {...common('arrivedOn')} required={false} today={today} />
        {wants('confirmedOn') && <DayLine {...common('confirmedOn')} today={today} />}
        {line('posting.carrier')}
        {line('posting.number')}
        {line('oralBecause')}
        <div className="intake__ticks">
          {['misaddressed', 'unreachable', 'doubtful'].map(
            (name) => wants(name) && <Tick key={name} {...common(name)} />,
          )}
        </div>
      </fieldset>
      <fieldset className="intake__group">
        <legend>申请人</legend>
        <Choice {...common('applicant.kind')} required={false} />
        {line('applicant.name')}
        <Choice {...common('applicant.idKind')} empty="没有附证件" />
        {line('applicant.idNumber')}
        {line('applicant.contact.phone')}
        {line('applicant.contact.address')}
        {line('applicant.contact.postcode')}
        {line('applicant.contact.email')}
      </fieldset>
      <fieldset className="intake__group intake__group--wide">
        <legend>申请内容</legend>
        <Choice {...common('content.variant')} required={false} />
        {line('content.title')}
        {line('content.docNo')}
        <Area {...common('content.features')} />
        <Choice {...common('content.provision')} empty="没有写明" />
        <Choice {...common('content.delivery')} empty="没有写明" />
        {line('content.formNote')}
      </fieldset>
      <details className="intake__more" open={Object.keys(errors).some(isRare) || undefined}>
        <summary>代理人、法定代表人、需要的协助</summary>
        <div className="stack">
          {line('applicant.representative')}
          {line('applicant.assistance')}
          <DeedFields fields={agent} typed={typed} errors={errors} today={today} />
        </div>
      </details>
      <fieldset className="intake__group">
        <legend>扫描件</legend>
        <FileField name="papers" label="申请材料" hint="可以拖放到框内。" multiple />
        <FileField name="identity" label="身份证明" hint="可以拖放到框内。" />
      </fieldset>
    </>
  )
}

const isRare = (name: string): boolean => /^applicant\.(agent|representative|assistance)/.test(name)

interface LineProps {
  readonly name: string
  readonly label: string
  readonly required: boolean
  readonly before: string
  readonly error?: string
}

/** What is seldom short. */
const long: ReadonlySet<string> = new Set(['oralBecause', 'applicant.contact.address', 'content.title'])

const Line = ({ before, ...field }: LineProps) => (
  <div className={classes('intake__line', long.has(field.name) && 'intake__line--long')}>
    <Field {...field}>
      <input
        type="text"
        autoComplete="off"
        className="input"
        defaultValue={before}
        {...controlProps(field)}
      />
    </Field>
  </div>
)

const Area = ({ before, ...field }: LineProps) => (
  <div className="intake__whole">
    <Field {...field}>
      <textarea className="input" rows={3} defaultValue={before} {...controlProps(field)} />
    </Field>
  </div>
)

/** A day as it stands on the postmark; what it was read as is said at once. */
function DayLine({ before, today, ...field }: LineProps & { readonly today: Day }) {
  const [text, setText] = useState(before)
  const day = readRecentDay(text, today)
  const says =
    text.trim() === '' ? '' : day === null ? '看不出是哪一天' : `${formatChinese(day)}，${formatWeekday(day)}`
  return (
    <Field {...field}>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder="306、3-6 或者 2026年3月6日"
        className="input"
        defaultValue={before}
        onChange={(event) => setText(event.target.value)}
        {...controlProps(field)}
      />
      <p className="field__count field__count--left" aria-live="polite">
        {says}
      </p>
    </Field>
  )
}

interface ChoiceProps extends LineProps {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly empty?: string
  readonly onChoose?: (value: string) => void
}

/** One of a few, by its figure: lists of the platform go to what is typed. */
const Choice = ({ before, options, empty, onChoose, ...field }: ChoiceProps) => (
  <Field {...field}>
    <select
      className="input"
      defaultValue={before}
      onChange={(event) => onChoose?.(event.target.value)}
      {...controlProps(field)}
    >
      {empty !== undefined && <option value="">0 {empty}</option>}
      {options.map(({ value, label }, place) => (
        <option key={value} value={value}>
          {place + 1} {label}
        </option>
      ))}
    </select>
  </Field>
)

const Tick = ({ before, label, name, error }: LineProps) => (
  <label className={classes('choice', error !== undefined && 'field--wrong')}>
    <input type="checkbox" name={name} value="true" defaultChecked={before === 'true'} />
    <span>{label.replace(/^是否/, '')}</span>
  </label>
)
