/** What the routes of assessment have in common: who acts on what, and the names of organs. */
import type { OrganId } from '../../../../office/ports.ts'
import type { OrganCaller } from '../../admission.ts'

/** Who acts, when, at the organ of the address. */
export const actingAt = ({ organ, actor, today, at }: OrganCaller) => ({
  organ: organ.id,
  on: today,
  by: { actor: actor.id, at },
})

/** Names of the organ of the address and all below it. */
export async function namesBelow({ parts, organ }: OrganCaller): Promise<ReadonlyMap<OrganId, string>> {
  const rows = await parts.office.organs.withSubordinates(organ.id)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
