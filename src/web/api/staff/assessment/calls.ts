/** What the routes of assessment have in common: the names of organs. */
import type { OrganId } from '../../../../office/ports.ts'
import type { OrganCaller } from '../../admission.ts'

/** Names of the organ of the address and all below it. */
export async function namesBelow({ parts, organ }: OrganCaller): Promise<ReadonlyMap<OrganId, string>> {
  const rows = await parts.office.organs.withSubordinates(organ.id)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
