/** Departments that have a daily round made, with staff to be reminded and cases to be found. Invented. */
import type { Day } from '../../../src/law/day.ts'
import { rowOf } from '../../../src/office/organs/organ.ts'
import type { Office } from '../../../src/office/ports.ts'
import type { SweepFindings } from '../../../src/office/sweep/findings.ts'
import { sweep } from '../../../src/office/sweep/sweep.ts'
import { askThirdParty } from '../../../src/office/third-party/ask-third-party.ts'
import type { Store } from '../../../src/store/store.ts'
import { application, department, thirdParty } from '../replies/house.ts'
import { momentOf, must, type OfficeWalk, walkOffice } from '../replies/walk-office.ts'
import { member } from '../tracking/staffed.ts'

let made = 0
/** Another department with a handler, a head and a security administrator: nothing of other tests lies there. */
export async function newOrgan(store: Store): Promise<string> {
  const organ = `organ-${++made}`
  const code = `1133000000000${String(1000 + made)}F`
  await store.organs.put(rowOf({ ...department, code }, organ, 'government'))
  await store.inTransaction(organ, async ({ staff }) => {
    for (const id of ['handler', 'head', 'security']) await staff.put({ ...member(`${organ}-${id}`), organ })
    await staff.grant({ staff: `${organ}-head`, organ, role: 'head' })
    await staff.grant({ staff: `${organ}-security`, organ, role: 'securityAdmin' })
  })
  return organ
}

export const walkers = (organ: string) => ({
  handler: `${organ}-handler`,
  reviewer: `${organ}-reviewer`,
  head: `${organ}-head`,
})
export async function received(
  store: Store,
  organ: string,
  request: string,
  today: Day,
  assigned = true,
): Promise<OfficeWalk> {
  const walked = walkOffice(store, { organ, request, today, staff: walkers(organ) })
  await walked.receive(application)
  return assigned ? walked.act('assign', { handler: `${organ}-handler` }) : walked
}

export const round = (office: Office, organ: string, today: Day): Promise<SweepFindings> =>
  sweep(office, organ, { today, now: momentOf(today) })

/** A third party is asked, and its letter arrives on the day told. */
export async function thirdPartyAsked(
  store: Store,
  walked: OfficeWalk,
  request: string,
  reached: Day | null,
): Promise<void> {
  const acting = walked.acting('consultThirdParty')
  const command = { id: 'c1', counterpart: `party-${request}`, matter: '合同单价表' } as const
  const letter = { letterId: `asked-${request}`, facts: { interest: '商业秘密' }, thirdParty, online: null }
  must('ask', await askThirdParty(store, { ...acting, ...letter, command }))
  if (reached !== null) await walked.on(reached).act('recordConsultationReceipt', { id: 'c1' })
}
