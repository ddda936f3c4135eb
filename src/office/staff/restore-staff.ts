import type { ActorId, Office } from '../ports.ts'
import { deed, type StaffContext, type StaffOutcome } from './deed.ts'
import { memberHere } from './member-here.ts'
import { refuse } from './refusal.ts'

/** Somebody suspended may sign in again, with what was granted to them and not taken since. */
export async function restoreStaff(
  office: Office,
  { staff: id }: { readonly staff: ActorId },
  context: StaffContext,
): Promise<StaffOutcome> {
  return deed(office, 'manageStaff', id, context, async (unit) => {
    const member = await memberHere(unit, id)
    if ('refused' in member) return member
    if (!member.suspended) return refuse('notSuspended', '该人员没有停用，无需恢复。', '个保法§51')
    await unit.staff.put({ ...member, suspended: false })
    return { kind: 'staffRestored', on: context.today, data: {} }
  })
}
