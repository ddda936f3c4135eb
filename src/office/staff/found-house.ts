/**
 * The first run: somebody has to be there who can let others in. The first organ and its three administrators are
 * made together, while nothing is there yet, by whoever holds the code that the server printed when it started.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Day } from '../../law/day.ts'
import type { Act, Moment, Office, OrganRow } from '../ports.ts'
import type { Role } from '../requests/permissions.ts'
import { streamOfStaff } from '../streams.ts'
import { memberOf, type NewStaff } from './add-staff.ts'
import { done, type StaffOutcome } from './deed.ts'
import type { StaffEvent } from './events.ts'
import { refuse } from './refusal.ts'

/** One person each. */
export interface Founders {
  readonly systemAdmin: NewStaff
  readonly securityAdmin: NewStaff
  readonly auditAdmin: NewStaff
}

export interface Founding {
  /** The first has no superior here; those above it are entered later. */
  readonly organ: OrganRow
  readonly founders: Founders
  readonly at: Moment
  /** The civil day of `at`. */
  readonly today: Day
}

/** Whether nothing has been founded yet: the set-up is open. */
export async function isUnfounded({ organs }: Pick<Office, 'organs'>): Promise<boolean> {
  return (await organs.all()).length === 0
}

/** Founds the house, or refuses where there is one. The administrators have no password yet. */
export async function foundHouse(office: Office, founding: Founding): Promise<StaffOutcome> {
  const { organ, founders, at, today } = founding
  const by: Act = { actor: 'system', at }
  const entries = Object.entries(founders) as [Role, NewStaff][]
  const people = entries.map(([role, staff]) => ({ role, member: memberOf(staff, organ.id) }))
  if (!(await isUnfounded(office))) return notEmpty
  for (const { member } of people) if ('refused' in member) return member
  if (new Set(entries.map(([, { id }]) => id)).size < entries.length) return samePerson
  return office.inTransaction(organ.id, async (unit) => {
    const fault = await settle()
    if (fault !== null) unit.abandon()
    return fault ?? done

    async function settle() {
      await unit.staff.hold()
      // Asked again under the lock: of two who set up at once, the second finds a house.
      if ((await unit.organs.all()).length > 0) return notEmpty
      await unit.organs.put({ ...organ, parent: null })
      for (const { role, member } of people) {
        if ('refused' in member) return member
        if ((await unit.staff.put(member)) !== null) return samePerson
        await unit.staff.grant({ staff: member.id, organ: organ.id, role })
        const events: readonly StaffEvent[] = [
          { kind: 'staffAdded', on: today, data: {} },
          { kind: 'roleGranted', on: today, data: { role } },
        ]
        await unit.events.append(streamOfStaff(member.id), 0, events, by)
      }
      return null
    }
  })
}

const notEmpty = refuse('notEmpty', '系统已经初始化，不能再次初始化；请由安全管理员添加人员。', '等保要求')

const samePerson = refuse(
  'samePerson',
  '系统、安全、审计三员应当由三名不同的人员担任，账号也不得相同。',
  '等保要求',
)

/**
 * Whether what was entered is the code that the server printed. People copy it from a screen: hyphens, blanks and
 * capitals do not matter. Takes as long for a wrong code as for the right one.
 */
export function setUpCode(printed: string, entered: string): boolean {
  return bare(entered) !== '' && timingSafeEqual(digest(entered), digest(printed))
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')

const digest = (text: string): Buffer => createHash('sha256').update(bare(text)).digest()
