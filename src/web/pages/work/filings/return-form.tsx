import { Form } from 'react-router'
import { chineseNumeral } from '../../../../law/chinese-numeral.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { ownRows, type ReturnAttempt } from './return-reasons.ts'

interface ReturnFormProps {
  readonly version: number
  readonly places: readonly { readonly key: string; readonly caption: string }[]
  readonly sections: readonly { readonly key: string; readonly title: string }[]
  readonly attempt: ReturnAttempt | null
}

/** Gives the report back, with reasons at cells, at sections, or about the whole. */
export function ReturnForm({ version, places, sections, attempt }: ReturnFormProps) {
  const options = [
    ...sections.map(({ key, title }) => ({
      value: key,
      label: key === 'preamble' ? '引言' : `第${chineseNumeral(Number(key))}部分 ${title}`,
    })),
    ...places.map(({ key, caption }) => ({ value: key, label: caption })),
  ]
  return (
    <Form method="post" id="return" className="stack" noValidate>
      <ErrorSummary errors={attempt?.errors} />
      <p>勾选上面的发现作为理由，也可以另写。该机关的负责人会收到邮件，打开报告就看到理由在哪一处。</p>
      <input type="hidden" name="deed" value="return" />
      <input type="hidden" name="seen" value={version} />
      {Array.from({ length: ownRows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
        <div key={at} className="filings__reason">
          <SelectField
            name={`about.${at}`}
            label={`理由${chineseNumeral(at + 1)}关于`}
            empty="整份报告"
            options={options}
            defaultValue={attempt?.rows[at]?.about ?? ''}
          />
          <TextArea
            name={`text.${at}`}
            label={`理由${chineseNumeral(at + 1)}`}
            rows={2}
            limit={1000}
            defaultValue={attempt?.rows[at]?.text}
            error={attempt?.errors?.[`text.${at}`]}
          />
        </div>
      ))}
      <div>
        <SubmitButton kind="danger" pending="正在退回…">
          退回
        </SubmitButton>
      </div>
    </Form>
  )
}
