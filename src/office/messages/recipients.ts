/** Where a message can reach somebody. */
import type { Day } from '../../law/day.ts'
import { agentMay } from '../applicants/agent.ts'
import type { Applicant, Contact } from '../applicants/applicant.ts'
import { phoneKey } from '../applicants/sealed.ts'
import type { ActorId, OrganId, Staff, StaffMember } from '../ports.ts'
import type { Role } from '../requests/index.ts'

/** Null where nothing is known, or no SMS goes there. */
export interface Reach {
  readonly mail: string | null
  readonly sms: string | null
}

export const nowhere: Reach = { mail: null, sms: null }

/** By mail and by mobile telephone; a landline takes no SMS. */
export const reachOf = ({ email, phone }: Pick<Contact, 'email' | 'phone'>): Reach => ({
  mail: email,
  sms: phone !== null && /^1[3-9]\d{9}$/.test(phoneKey(phone)) ? phone : null,
})

/** Of an applicant whose agent may receive papers for them, the agent is called. */
export function reachOfApplicant({ contact, agent }: Applicant, on: Day): Reach {
  const forAgent = agent !== null && agent.phone !== null && agentMay(agent, 'receive', on)
  return reachOf({ email: contact.email, phone: forAgent ? agent.phone : contact.phone })
}

/** Whom staff messages reach, looked up once for however many messages. */
export interface AddressBook {
  /** The handler; where there is none, or none that can be reached, the heads; with `headsToo` all of them. */
  reach(handler: ActorId | null, headsToo?: boolean): readonly StaffMember[]
  /** Everybody who holds the role at the organ. */
  holders(role: Role): readonly StaffMember[]
}

/** Of an organ: those who work there, and the heads, whoever employs them. */
export async function addressBookOf(staff: Staff, organ: OrganId): Promise<AddressBook> {
  const members = new Map((await staff.ofOrgan(organ)).map((member) => [member.id, member]))
  const grants = await staff.grantsAt(organ)
  for (const { staff: id } of grants) {
    const elsewhere = members.has(id) ? null : await staff.get(id)
    if (elsewhere !== null) members.set(id, elsewhere)
  }
  const reachable = (id: ActorId): readonly StaffMember[] => {
    const member = members.get(id)
    return member === undefined || member.suspended || member.mail === null ? [] : [member]
  }
  const holders = (role: Role): readonly StaffMember[] =>
    grants.filter((grant) => grant.role === role).flatMap(({ staff: id }) => reachable(id))
  const heads = holders('head')
  return {
    holders,
    reach(handler, headsToo = false) {
      const own = handler === null ? [] : reachable(handler)
      if (own.length === 0) return heads
      return headsToo ? [...own, ...heads.filter(({ id }) => id !== handler)] : own
    },
  }
}
