/**
 * Messages put into the outbox of a unit: they go out if the unit is kept, once. What they say is in `kinds.ts`; that
 * one was sent is no event of the case, for the law knows letters alone.
 */
import type { Day } from '../../law/day.ts'
import { applicantIn } from '../applicants/sealed.ts'
import type { ActorId, NewMessage, Unit } from '../ports.ts'
import { thirdPartyIn } from '../third-party/third-party.ts'
import { composeForStaff, composeMessages, type Notice } from './compose-message.ts'
import type { KindFor, MessageKind } from './kinds.ts'
import { messageHouseOf } from './message-house.ts'
import type { Topic } from './payloads.ts'
import { addressBookOf, nowhere, type Reach, reachOf, reachOfApplicant } from './recipients.ts'

/** A notice about a case; its number is looked up. */
export type CaseNotice<Kind extends MessageKind> = Omit<Notice<Kind>, 'number'>

/**
 * Tells an applicant by mail and SMS, as far as they can be reached.
 *
 * @param reach where, if not as it is on record now: a change of contact is told to where they were reached before
 * @returns the topics put; empty where nobody is to be reached, the record is erased, or the kind is not sent
 */
export async function notifyApplicant<Kind extends KindFor<'applicant'>>(
  unit: Unit,
  notice: CaseNotice<Kind>,
  reach?: Reach,
): Promise<readonly Topic[]> {
  const row = await unit.cases.get(notice.about)
  if (row === null) return []
  const to = reach ?? (await reachIn(unit, row.applicant, notice.today))
  const numbered = { ...notice, number: row.number ?? '' } as Notice<Kind>
  return put(unit, composeMessages(await messageHouseOf(unit), numbered, to), notice)
}

/** Tells a third party; `thirdParty`: id of the vault. Never who asks, nor for what. */
export async function notifyThirdParty<Kind extends KindFor<'thirdParty'>>(
  unit: Unit,
  notice: CaseNotice<Kind>,
  thirdParty: string,
): Promise<readonly Topic[]> {
  const to = await reachIn(unit, thirdParty, notice.today)
  const numbered = { ...notice, number: '', once: `${notice.once}/${thirdParty}` } as Notice<Kind>
  return put(unit, composeMessages(await messageHouseOf(unit), numbered, to), notice)
}

/**
 * Tells the handler of the case by mail; the heads where nobody handles it or can be reached, and with `headsToo`.
 *
 * @returns to how many it was put
 */
export async function notifyStaff<Kind extends KindFor<'staff'>>(
  unit: Unit,
  notice: CaseNotice<Kind>,
  headsToo = false,
): Promise<number> {
  const row = await unit.cases.get(notice.about)
  if (row === null) return 0
  const members = (await addressBookOf(unit.staff, unit.organ)).reach(row.handler, headsToo)
  const numbered = { ...notice, number: row.number ?? '' } as Notice<Kind>
  const topics = await put(unit, composeForStaff(await messageHouseOf(unit), numbered, members), notice)
  return topics.length
}

/** Tells one member of staff and nobody in their place; to how many it was put. */
export async function notifyMember<Kind extends KindFor<'staff'>>(
  unit: Unit,
  notice: CaseNotice<Kind>,
  member: ActorId,
): Promise<number> {
  const [row, found] = [await unit.cases.get(notice.about), await unit.staff.get(member)]
  if (row === null || found === null || found.suspended || found.mail === null) return 0
  const numbered = { ...notice, number: row.number ?? '' } as Notice<Kind>
  const topics = await put(unit, composeForStaff(await messageHouseOf(unit), numbered, [found]), notice)
  return topics.length
}

async function reachIn({ vault }: Pick<Unit, 'vault'>, id: string | null, on: Day): Promise<Reach> {
  const entry = id === null ? null : await vault.open(id)
  if (entry === null || 'failure' in entry) return nowhere
  const applicant = applicantIn(entry)
  if (applicant !== null) return reachOfApplicant(applicant, on)
  const thirdParty = thirdPartyIn(entry)
  return thirdParty === null ? nowhere : reachOf(thirdParty.contact)
}

async function put(
  { outbox }: Pick<Unit, 'outbox'>,
  messages: readonly NewMessage[],
  { at }: Pick<Notice<MessageKind>, 'at'>,
): Promise<readonly Topic[]> {
  const fresh = new Set(await outbox.putAll(messages, at))
  return messages.filter(({ id }) => fresh.has(id)).map(({ topic }) => topic as Topic)
}
