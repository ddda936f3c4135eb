import type { ActorId, StaffMember, Unit } from '../ports.ts'
import { refuse, type StaffRefusal } from './refusal.ts'

/** A member whom the unit's organ employs. Those of other organs are as unknown as those who are not there. */
export async function memberHere(
  { organ, staff }: Pick<Unit, 'organ' | 'staff'>,
  id: ActorId,
): Promise<StaffMember | StaffRefusal> {
  const member = await staff.get(id)
  return member?.organ === organ ? member : unknown
}

const unknown = refuse('unknownStaff', '本机关没有这一人员，请核对。', '个保法§51')
