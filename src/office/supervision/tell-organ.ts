/** Mails about supervision to an organ below, or to those who supervise themselves; never at night, once an occasion. */
import type { Day } from '../../law/day.ts'
import { composeForStaff } from '../messages/compose-message.ts'
import type { FactsFor } from '../messages/kinds.ts'
import { messageHouseOf } from '../messages/message-house.ts'
import { type AddressBook, addressBookOf } from '../messages/recipients.ts'
import type { Moment, Office, OrganId, StaffMember } from '../ports.ts'
import { everyRecord } from './every-record.ts'

export type SupervisionMessage = 'supervisionTold' | 'supervisionDue' | 'supervisionLate' | 'supervisionBack'

/** Of what is for the organ that supervises to settle: complaints (条例§47¶2, §51), test requests that it sent. */
export type SupervisorMessage = 'complaintDue' | 'complaintLate' | 'mockSought'

interface Telling<Kind extends SupervisionMessage | SupervisorMessage> {
  /** The organ that is told. */
  readonly organ: OrganId
  readonly kind: Kind
  readonly facts: FactsFor<Kind>
  readonly once: string
  readonly today: Day
  readonly at: Moment
}

export interface TellOrgan<Kind extends SupervisionMessage> extends Telling<Kind> {
  /** The organ that supervises. */
  readonly by: OrganId
}

/** To its liaison officer (联络员), or else its heads. Whether anything new went into the outbox. */
export async function tellOrgan<Kind extends SupervisionMessage>(
  office: Office,
  { by, ...telling }: TellOrgan<Kind>,
): Promise<boolean> {
  const liaison = await liaisonOf(office, by, telling.organ)
  return tell(office, telling, (book) => book.reach(liaison))
}

/** To those who supervise at the organ itself, or else its heads. Whether anything new went into the outbox. */
export const tellSupervisors = <Kind extends SupervisorMessage>(
  office: Office,
  telling: Telling<Kind>,
): Promise<boolean> =>
  tell(office, telling, (book) => {
    const supervisors = book.holders('authority')
    return supervisors.length === 0 ? book.holders('head') : supervisors
  })

const tell = <Kind extends SupervisionMessage | SupervisorMessage>(
  office: Office,
  { organ, kind, facts, once, today, at }: Telling<Kind>,
  whom: (book: AddressBook) => readonly StaffMember[],
): Promise<boolean> =>
  office.inTransaction(organ, async (unit) => {
    const notice = { kind, about: organ, number: '', facts, once, today, at }
    const staff = whom(await addressBookOf(unit.staff, organ))
    const messages = composeForStaff(await messageHouseOf(unit), notice, staff)
    return (await unit.outbox.putAll(messages, at)).length > 0
  })

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
