import type { ActorId, Office } from '../ports.ts'
import { deed, type StaffContext, type StaffOutcome } from './deed.ts'
import type { SuspensionReason } from './events.ts'
import { lastSecurityAdmin } from './last-security-admin.ts'
import { memberHere } from './member-here.ts'
import { refuse } from './refusal.ts'

export interface Suspension {
  readonly staff: ActorId
  readonly because: SuspensionReason
}

/**
 * From now on somebody may not sign in and has no rights; what they did stays theirs, and what was granted to them
 * is on record for the day they come back. Their sessions are for sign-in to end.
 */
export async function suspendStaff(
  office: Office,
  { staff: id, because }: Suspension,
  context: StaffContext,
): Promise<StaffOutcome> {
  return deed(office, 'manageStaff', id, context, async (unit) => {
    const member = await memberHere(unit, id)
    if ('refused' in member) return member
    if (id === context.by.actor)
      return refuse('ownAccount', '不能停用自己的账号，请由另一名安全管理员办理。', '等保要求')
    if (member.suspended) return refuse('alreadySuspended', '该人员已经停用。', '个保法§51')
    const last = await lastSecurityAdmin(unit, await unit.staff.grantsOf(id))
    if (last !== null) return last
    await unit.staff.put({ ...member, suspended: true })
    return { kind: 'staffSuspended', on: context.today, data: { because } }
  })
}
