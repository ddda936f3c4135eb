import type { Grant, Unit } from '../ports.ts'
import { refuse, type StaffRefusal } from './refusal.ts'

/**
 * Whether the house would be left without anybody to give rights if these grants were lost: one of them makes the
 * holder the last who can sign in as security administrator of an organ that has none above it.
 */
export async function lastSecurityAdmin(
  { organs, staff }: Pick<Unit, 'organs' | 'staff'>,
  lost: readonly Grant[],
): Promise<StaffRefusal | null> {
  for (const { organ, role, staff: holder } of lost) {
    if (role !== 'securityAdmin' || (await organs.get(organ))?.parent !== null) continue
    const others = (await staff.grantsAt(organ)).filter(
      (grant) => grant.role === 'securityAdmin' && grant.staff !== holder,
    )
    const members = await Promise.all(others.map((grant) => staff.get(grant.staff)))
    if (!members.some((member) => member?.suspended === false)) return last
  }
  return null
}

const last = refuse(
  'lastSecurityAdmin',
  '这是最高一级机关仅有的安全管理员，收回或者停用后将无人可以授权；请先授予另一名人员。',
  '等保要求',
)
