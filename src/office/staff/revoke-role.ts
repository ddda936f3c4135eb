import type { Office } from '../ports.ts'
import { roles } from '../requests/permissions.ts'
import { deed, type StaffContext, type StaffOutcome } from './deed.ts'
import type { RoleChange } from './grant-role.ts'
import { lastSecurityAdmin } from './last-security-admin.ts'
import { refuse } from './refusal.ts'

/** Takes a role at the organ back; from those suspended too. */
export async function revokeRole(
  office: Office,
  { staff: id, role }: RoleChange,
  context: StaffContext,
): Promise<StaffOutcome> {
  const grant = { staff: id, organ: context.organ, role }
  return deed(office, 'assignRoles', id, context, async (unit) => {
    if (!(await unit.staff.revoke(grant)))
      return refuse('notGranted', `该人员在该机关不是${roles[role]}，无需收回。`, '个保法§51')
    const last = await lastSecurityAdmin(unit, [grant])
    return last ?? { kind: 'roleRevoked', on: context.today, data: { role } }
  })
}
