import { Form } from 'react-router'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import type { OwnOrgan } from './who.ts'

/** For those who work for several organs. */
export function OrganChoice({
  organs,
  chosen,
}: {
  readonly organs: readonly OwnOrgan[]
  readonly chosen: string
}) {
  if (organs.length < 2) return null
  return (
    <Form className="work-filter noprint" method="get" action="/work">
      <SelectField
        name="organ"
        label="机关"
        options={organs.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={chosen}
      />
      <Button type="submit">切换</Button>
    </Form>
  )
}
