import type { ActorId, Office, StaffMember } from '../ports.ts'
import { entryOf } from './add-staff.ts'
import { deed, type StaffContext, type StaffOutcome } from './deed.ts'
import type { MemberField } from './events.ts'
import { memberHere } from './member-here.ts'
import { refuse } from './refusal.ts'

/** What is not named stays as it is. The account stays for good: it is what the sign-in is kept under. */
export type StaffChange = { readonly staff: ActorId } & Partial<Pick<StaffMember, MemberField>>

/** Changes a name or how somebody is reached. The event says which of them, not what. */
export async function renameStaff(
  office: Office,
  change: StaffChange,
  context: StaffContext,
): Promise<StaffOutcome> {
  const { staff: id, ...changes } = change
  return deed(office, 'manageStaff', id, context, async (unit) => {
    const member = await memberHere(unit, id)
    if ('refused' in member) return member
    const entry = entryOf({ ...member, ...changes })
    if ('refused' in entry) return entry
    const fields = (Object.keys(entry) as MemberField[]).filter((field) => entry[field] !== member[field])
    if (fields.length === 0) return refuse('noChange', '没有要修改的内容。', '个保法§51')
    await unit.staff.put({ ...member, ...entry })
    return { kind: 'staffChanged', on: context.today, data: { fields } }
  })
}
