import type { Day } from '../../law/day.ts'
import type { CaseId, Moment, NewMessage, StaffMember } from '../ports.ts'
import type { MessageFact } from './facts.ts'
import type { FactsFor, KindFor, MessageKind } from './kinds.ts'
import type { MessageHouse } from './message-house.ts'
import type { Payloads, Topic } from './payloads.ts'
import { notBefore } from './quiet-hours.ts'
import { nowhere, type Reach } from './recipients.ts'
import { fillMessage, type MessagePart } from './template.ts'

/** What a message is about, and why it is sent now. */
export interface Notice<Kind extends MessageKind> {
  readonly kind: Kind
  /** The case, or what else it is about. */
  readonly about: CaseId
  /** The organ's number of the case; empty where it is about none. */
  readonly number: string
  readonly facts: FactsFor<Kind>
  /** Names the occasion: a second message of the kind about the case on the same occasion is not sent. */
  readonly once: string
  readonly today: Day
  readonly at: Moment
}

/** The messages to be put into the outbox: none where nobody is to be reached or the kind is not sent. Pure. */
export function composeMessages<Kind extends MessageKind>(
  house: MessageHouse,
  { kind, about, number, facts, once, at }: Notice<Kind>,
  { mail: address, sms: phone }: Reach,
): readonly NewMessage[] {
  if (house.isSilent(kind)) return []
  const known: Partial<Record<MessageFact, string>> = { ...house.facts, ...facts, number }
  const say = (part: MessagePart): string => fillMessage(house.text(kind, part) ?? '', known)
  const message = <T extends Topic>(topic: T, payload: Payloads[T]): NewMessage => ({
    id: `${about}/${kind}/${once}/${topic}`,
    topic,
    payload,
    notBefore: notBefore(at),
  })
  return [
    ...(address === null
      ? []
      : [message('mail', { to: address, subject: say('subject'), text: say('mail') })]),
    ...(phone === null || house.text(kind, 'sms') === null
      ? []
      : [message('sms', { to: phone, text: say('sms') })]),
  ]
}

/** The same for each of several members of staff, by mail. */
export const composeForStaff = <Kind extends KindFor<'staff'>>(
  house: MessageHouse,
  notice: Notice<Kind>,
  members: readonly StaffMember[],
): readonly NewMessage[] =>
  members.flatMap(({ id, mail }) =>
    composeMessages(house, { ...notice, once: `${notice.once}/${id}` }, { ...nowhere, mail }),
  )
