/** What is on record of a test that was sent otherwise than online. Pure. */
import type { Day } from '../../../law/day.ts'
import type { Channel } from '../../../law/receipt.ts'
import type { MockRecord } from './mock.ts'
import { type SentChannel, sentChannels } from './sent-channels.ts'

export interface Sent {
  readonly channel: SentChannel
  readonly sentOn: Day
  readonly deliveredOn: Day | null
}

/** Null for one that was filed online. */
export const sentOf = ({ data }: Pick<MockRecord, 'data'>): Sent | null =>
  (sentChannels as readonly unknown[]).includes(data.channel) ? (data as unknown as Sent) : null

/** Of these the day on which they reach the organ is not the day on which they are sent. */
const travels: ReadonlySet<Channel> = new Set(['registeredPost', 'ordinaryPost'])

/** By when it had to be on the register of the organ (条例§31); null while nobody knows when it was delivered. */
export const expectedOn = ({ channel, sentOn, deliveredOn }: Sent): Day | null =>
  deliveredOn ?? (travels.has(channel) ? null : sentOn)
