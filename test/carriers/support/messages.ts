import type { Payloads, Topic } from '../../../src/office/messages/payloads.ts'
import type { ClaimedMessage } from '../../../src/office/ports.ts'

export const now = '2026-11-22T04:22:23.120Z'

export const message = <T extends Topic>(topic: T, payload: Payloads[T], id = 'm1'): ClaimedMessage => ({
  organ: 'o1',
  id,
  topic,
  payload,
  notBefore: now,
  attempt: 1,
})
