/** Who acts, when, at the organ of the address: what every use case of supervision is told. */
import type { OrganCaller } from '../admission.ts'

export const actingAt = ({ organ, actor, today, at }: OrganCaller) => ({
  organ: organ.id,
  on: today,
  by: { actor: actor.id, at },
})

/** The same, on the record of the address. */
export const actingOn = (call: OrganCaller & { readonly params: { readonly record: string } }) => ({
  ...actingAt(call),
  id: call.params.record,
})
