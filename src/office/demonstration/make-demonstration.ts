/** Makes the demonstration county on an empty house, through the use cases that a real one is worked by. */
import { nationalCalendar, workingDayOnOrAfter, works } from '../../law/calendar.ts'
import { addDays, type Day, dayOf, yearOf } from '../../law/day.ts'
import type { ActorId, Moment, Office } from '../ports.ts'
import { settleLetters } from '../replies/settle-letters.ts'
import { addStaff } from '../staff/add-staff.ts'
import { foundHouse } from '../staff/found-house.ts'
import { grantRole } from '../staff/grant-role.ts'
import { demonstrateReports } from './annual-reports.ts'
import { countyId, demonstrationOrgans, demonstrationStaff, rowOfDemonstration } from './county.ts'
import { publishForDemonstration } from './published.ts'
import { makeReports } from './reports.ts'
import { type Days, storiesUpTo } from './stories.ts'
import { makeDocuments } from './walk-documents.ts'
import { momentOf, must, walkOffice } from './walk-office.ts'
import { makeSupervision } from './walk-supervision.ts'

export interface DemonstrationParts {
  readonly office: Office
  readonly now: Moment
  /** The civil day of `now`. */
  readonly today: Day
  /** Lets a member of staff sign in with the password of the demonstration. */
  readonly letIn: (member: { readonly id: ActorId; readonly account: string }) => Promise<void>
  /** Told how far it is. */
  readonly progress?: (done: number, all: number) => void
}

/** By what the applicants of the demonstration find their requests again. */
export const demonstrationSecret = 'SHILI-XIAN-2026'

/** Makes organs, staff and cases up to today. The house has to be empty; on any fault it throws. */
export async function makeDemonstration({
  office,
  now,
  today,
  letIn,
  progress,
}: DemonstrationParts): Promise<void> {
  const days = daysUpTo(today)
  const begun = days.lastYear(1, 1)
  await settle(office, begun, letIn)
  // What happened today happened by now.
  const at = (day: Day): Moment => (momentOf(day) < now ? momentOf(day) : now)
  const stories = storiesUpTo(days)
  for (const [done, { organ, request, arrives, application, tell }] of stories.entries()) {
    progress?.(done, stories.length)
    const walk = walkOffice(office, {
      organ,
      request,
      today: arrives,
      secret: demonstrationSecret,
      staff: {
        handler: `staff-${organ}-handler`,
        reviewer: `staff-${organ}-reviewer`,
        head: `staff-${organ}-head`,
      },
      at,
    })
    await walk.receive(application)
    await tell(walk, office)
  }
  await publishForDemonstration(office, yearOf(today) - 1, today, { actor: staffId('admin.system'), at: now })
  await makeReports({ office, actor: staffId('county.handler'), today, at })
  await demonstrateReports(
    office,
    demonstrationOrgans.map(({ id }) => id),
    { today, now },
  )
  await makeDocuments(office, today, now)
  await makeSupervision(office, countyId, today, { actor: staffId('county.supervisor'), at: now })
  progress?.(stories.length, stories.length)
}

const staffId = (account: string): ActorId => demonstrationStaff.find((each) => each.account === account)!.id

/** Founds the county and lets its people in: the security administrator gives every role. */
async function settle(office: Office, today: Day, letIn: DemonstrationParts['letIn']): Promise<void> {
  const at = momentOf(today)
  const [county, ...others] = demonstrationOrgans.map(rowOfDemonstration)
  const founder = (role: string) => newStaff(demonstrationStaff.find((each) => each.role === role)!)
  const founders = {
    systemAdmin: founder('systemAdmin'),
    securityAdmin: founder('securityAdmin'),
    auditAdmin: founder('auditAdmin'),
  }
  must('foundHouse', await foundHouse(office, { organ: county!, founders, at, today }))
  for (const row of others)
    if ((await office.organs.put(row)) !== null) throw new Error(`The organ ${row.id} is taken`)

  const by = { actor: staffId('admin.security'), at }
  const known: ReadonlySet<ActorId> = new Set(Object.values(founders).map(({ id }) => id))
  for (const member of demonstrationStaff) {
    if (!known.has(member.id)) {
      const context = { organ: member.organ, by, today }
      must('addStaff', await addStaff(office, newStaff(member), context))
      must('grantRole', await grantRole(office, { staff: member.id, role: member.role }, context))
    }
    await letIn(member)
  }
  const actor = { id: staffId('admin.system'), role: 'systemAdmin', scope: 'organ' } as const
  for (const { id } of demonstrationOrgans) {
    const settled = { onlineReview: 'https://review.shili.example' }
    const fault = await settleLetters(office, { organ: id, actor, at, settled })
    if (fault !== null) must('settleLetters', fault)
  }
}

const newStaff = ({ id, name, account }: (typeof demonstrationStaff)[number]) => ({
  id,
  name,
  account,
  mail: `${account}@mail.example`,
  phone: null,
})

function daysUpTo(today: Day): Days {
  return {
    today,
    ago(workingDays) {
      let day = today
      for (let left = workingDays; left > 0; ) {
        day = addDays(day, -1)
        if (works(nationalCalendar, day)) left--
      }
      return day
    },
    lastYear: (month, day) => workingDayOnOrAfter(nationalCalendar, dayOf(yearOf(today) - 1, month, day)),
  }
}
