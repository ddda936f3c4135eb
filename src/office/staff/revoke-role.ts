import type { Office } from '../ports.ts'
import { roles } from '../requests/permissions.ts'
import { type Deed, deed, type StaffContext, type StaffOutcome } from './deed.ts'
import type { RoleChange } from './grant-role.ts'
import { lastSecurityAdmin } from './last-security-admin.ts'
import { refuse } from './refusal.ts'

/** Takes a role at the organ back; from those suspended too. */
export const revokeRole = (
  office: Office,
  change: RoleChange,
  context: StaffContext,
): Promise<StaffOutcome> =>
  deed(office, 'assignRoles', change.staff, context, revoking(change, context).decide)

/** The deed that does it, at whatever organ the unit is. */
export const revoking = ({ staff: id, role }: RoleChange, { today }: Pick<StaffContext, 'today'>): Deed => ({
  action: 'assignRoles',
  id,
  async decide(unit) {
    const grant = { staff: id, organ: unit.organ, role }
    if (!(await unit.staff.revoke(grant)))
      return refuse('notGranted', `该人员在该机关不是${roles[role]}，无需收回。`, '个保法§51')
    const last = await lastSecurityAdmin(unit, [grant])
    return last ?? { kind: 'roleRevoked', on: today, data: { role } }
  },
})
