import { Form } from 'react-router'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { bulkDeeds } from './bulk-deeds.ts'
import { requestsHref } from './rooms.ts'

/** Id of the form that the boxes of the rows belong to. */
export const bulkForm = 'bulk'

interface ChoiceProps {
  readonly organ: string
  readonly handles: boolean
  readonly exports: boolean
}

/** What is to be done to the cases that are ticked. The next page says what will happen, and asks. */
export function BulkChoice({ organ, handles, exports }: ChoiceProps) {
  const options = Object.entries(bulkDeeds).flatMap(([value, { caption }]) =>
    (value === 'export' ? exports : handles) ? [{ value, label: caption }] : [],
  )
  if (options.length === 0) return null
  return (
    <Form id={bulkForm} method="get" action={`${requestsHref(organ)}/bulk`} className="work-filter noprint">
      <SelectField name="do" label="对选中的申请" options={options} defaultValue={options[0]?.value ?? ''} />
      <div className="work-filter__acts">
        <Button type="submit">下一步</Button>
      </div>
    </Form>
  )
}
