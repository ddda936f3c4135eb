import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import type { ActorId, Office, OrganId } from '../ports.ts'
import type { Role } from '../requests/permissions.ts'
import { deedWithin, done, notPermitted, type StaffContext, type StaffOutcome } from './deed.ts'
import { granting } from './grant-role.ts'
import { refuse } from './refusal.ts'
import { revoking } from './revoke-role.ts'

export interface MoveStaff {
  readonly staff: ActorId
  /** The organ they go to, and what they are there. */
  readonly to: OrganId
  readonly role: Role
}

/**
 * Somebody goes to another organ: all roles at the organ of the context are taken back and one is given there, both or
 * neither. Whoever moves them needs the right at both. Their record stays with the organ that employs them.
 */
export async function moveStaff(
  office: Office,
  { staff: id, to, role }: MoveStaff,
  context: StaffContext,
): Promise<StaffOutcome> {
  const { organ, by } = context
  if (to === organ) return refuse('sameOrgan', '所选的就是本机关，请选择要调到的机关。', '个保法§51')
  for (const each of [organ, to]) if ((await office.organs.get(each)) === null) return notPermitted
  return allOrNothing(office, organ, async (unit): Promise<StaffOutcome> => {
    const held = (await unit.staff.grantsAt(organ)).filter(({ staff }) => staff === id)
    for (const grant of held) {
      const revoked = await deedWithin(unit, revoking(grant, context), by)
      if (hasFailed(revoked)) return revoked
    }
    const granted = await unit.within(to, (there) =>
      deedWithin(there, granting({ staff: id, role }, context), by),
    )
    return hasFailed(granted) ? granted : done
  })
}
