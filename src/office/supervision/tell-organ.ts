/** A mail to whoever is liaison officer (联络员) at an organ, or else to its heads; never at night, once an occasion. */
import type { Day } from '../../law/day.ts'
import { composeForStaff } from '../messages/compose-message.ts'
import type { FactsFor } from '../messages/kinds.ts'
import { messageHouseOf } from '../messages/message-house.ts'
import { addressBookOf } from '../messages/recipients.ts'
import type { Moment, Office, OrganId } from '../ports.ts'
import { everyRecord } from './every-record.ts'

export type SupervisionMessage = 'supervisionTold' | 'supervisionDue' | 'supervisionLate' | 'supervisionBack'

export interface TellOrgan<Kind extends SupervisionMessage> {
  /** The organ that supervises, and the one that is told. */
  readonly by: OrganId
  readonly organ: OrganId
  readonly kind: Kind
  readonly facts: FactsFor<Kind>
  readonly once: string
  readonly today: Day
  readonly at: Moment
}

/** Whether anything new went into the outbox. */
export async function tellOrgan<Kind extends SupervisionMessage>(
  office: Office,
  { by, organ, kind, facts, once, today, at }: TellOrgan<Kind>,
): Promise<boolean> {
  const liaison = await liaisonOf(office, by, organ)
  return office.inTransaction(organ, async (unit) => {
    const book = await addressBookOf(unit.staff, organ)
    const notice = { kind, about: organ, number: '', facts, once, today, at }
    const messages = composeForStaff(await messageHouseOf(unit), notice, book.reach(liaison))
    return (await unit.outbox.putAll(messages, at)).length > 0
  })
}

/** The id of the liaison officer that an organ has named to its superior; null where it has none. */
export async function liaisonOf(
  office: Pick<Office, 'supervision'>,
  by: OrganId,
  organ: OrganId,
): Promise<string | null> {
  const [row] = (await everyRecord(office, { organs: [by], kind: 'liaison', about: organ })).filter(
    ({ state }) => state === 'open',
  )
  return typeof row?.data.staff === 'string' ? row.data.staff : null
}
