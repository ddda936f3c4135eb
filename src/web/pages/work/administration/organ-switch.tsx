import { Form } from 'react-router'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { ManagedOrgan } from './room.ts'

/** Goes to the same room at another organ. */
export function OrganSwitch({
  organ,
  organs,
}: {
  readonly organ: ManagedOrgan
  readonly organs: readonly ManagedOrgan[]
}) {
  if (organs.length < 2) return null
  return (
    <Form className="work-filter noprint" method="get" key={organ.id}>
      <SelectField
        name="organ"
        label="机关"
        options={organs.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={organ.id}
      />
      <Button type="submit">切换</Button>
    </Form>
  )
}
