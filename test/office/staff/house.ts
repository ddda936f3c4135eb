/** An invented house to try rights in: a city with two counties, each with a town. */

import type { Grant, OrganId, StaffMember } from '../../../src/office/ports.ts'
import { projectCase } from '../../../src/office/requests/index.ts'
import type { Store } from '../../../src/store/store.ts'
import { open, organ } from '../../store/support/office.ts'

export const superiors: Readonly<Record<OrganId, OrganId | null>> = {
  city: null,
  county: 'city',
  county2: 'city',
  town: 'county',
  town2: 'county2',
}

/** A store in memory with the organs of the house. */
export async function house(): Promise<Store> {
  const store = await open(':memory:', { project: projectCase })
  for (const [id, parent] of Object.entries(superiors)) await store.organs.put(organ(id, parent))
  return store
}

export const member = (id: string, organ: OrganId, change: Partial<StaffMember> = {}): StaffMember => ({
  id,
  organ,
  name: `示例人员${id}`,
  account: id.toLowerCase(),
  mail: null,
  phone: null,
  suspended: false,
  ...change,
})

/** Rows of the register written directly, without a use case and its rules. */
export async function enter(
  store: Store,
  row: StaffMember,
  ...grants: Omit<Grant, 'staff'>[]
): Promise<void> {
  await store.inTransaction(row.organ, ({ staff }) => staff.put(row))
  for (const grant of grants)
    await store.inTransaction(grant.organ, ({ staff }) => staff.grant({ ...grant, staff: row.id }))
}
