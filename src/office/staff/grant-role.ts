import type { ActorId, Office } from '../ports.ts'
import { type Role, roles } from '../requests/permissions.ts'
import { type Deed, deed, type StaffContext, type StaffOutcome } from './deed.ts'
import { refuse } from './refusal.ts'
import { grantableRoles, incompatible } from './rules.ts'

/** A role at the organ of the context. The holder may be employed by another. */
export interface RoleChange {
  readonly staff: ActorId
  readonly role: Role
}

/** Gives somebody a role at the organ: never to oneself, and never one that does not go with another they hold. */
export const grantRole = (office: Office, change: RoleChange, context: StaffContext): Promise<StaffOutcome> =>
  deed(office, 'assignRoles', change.staff, context, granting(change, context).decide)

/** The deed that does it, at whatever organ the unit is. */
export const granting = (
  { staff: id, role }: RoleChange,
  { by, today }: Pick<StaffContext, 'by' | 'today'>,
): Deed => ({
  action: 'assignRoles',
  id,
  async decide({ organ, staff }) {
    if (!grantableRoles.includes(role))
      return refuse('notGrantable', `“${roles[role]}”不是可以授予工作人员的身份。`, '个保法§51')
    if (id === by.actor)
      return refuse('ownAccount', '不能给自己授予身份，请由另一名安全管理员办理。', '等保要求')
    const member = await staff.get(id)
    if (member === null) return refuse('unknownStaff', '没有这一人员，请核对。', '个保法§51')
    if (member.suspended) return refuse('suspended', '该人员已经停用，请先恢复。', '个保法§51')
    const held = await staff.grantsOf(id)
    if (held.some((grant) => grant.organ === organ && grant.role === role))
      return refuse('alreadyGranted', `该人员在该机关已是${roles[role]}。`, '个保法§51')
    const fault = incompatible([...held.map((grant) => grant.role), role])
    if (fault !== null) return fault
    await staff.grant({ staff: id, organ, role })
    return { kind: 'roleGranted', on: today, data: { role } }
  },
})
