/** Invented staff of the county's department, and the messages that wait to be sent. */
import type { MailPayload, SmsPayload } from '../../../src/office/messages/payloads.ts'
import type { ClaimedMessage, StaffMember } from '../../../src/office/ports.ts'
import type { Store } from '../../../src/store/store.ts'
import { here } from '../replies/house.ts'

export const member = (id: string, more: Partial<StaffMember> = {}): StaffMember => ({
  id,
  organ: here,
  name: `示例${id}`,
  account: id,
  mail: `${id}@water.example`,
  phone: null,
  suspended: false,
  ...more,
})

/** `staff-1` handles, `staff-3` heads the office. */
export const employ = (
  store: Store,
  members: readonly StaffMember[] = [member('staff-1'), member('staff-2'), member('staff-3')],
  heads: readonly string[] = ['staff-3'],
): Promise<void> =>
  store.inTransaction(here, async ({ staff }) => {
    for (const each of members) await staff.put(each)
    for (const id of heads) await staff.grant({ staff: id, organ: here, role: 'head' })
  })

const farAway = '2099-01-01T00:00:00.000Z'

/** Every message that waits, taken out. */
export async function outgoing(store: Store): Promise<readonly ClaimedMessage[]> {
  const messages = await store.dispatch.claim(farAway, farAway, 100_000)
  for (const { organ, id } of messages) await store.dispatch.done(organ, id, farAway)
  return messages.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

export const textOf = ({ payload }: ClaimedMessage): string => (payload as MailPayload | SmsPayload).text
export const toOf = ({ payload }: ClaimedMessage): string => (payload as MailPayload | SmsPayload).to
