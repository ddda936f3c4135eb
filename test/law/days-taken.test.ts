/** How many working days an answer took, as the clock counts them. */
import { expect, test } from 'vitest'
import { nationalCalendar } from '../../src/law/calendar.ts'
import { type ClockEvent, clock } from '../../src/law/clock.ts'
import type { Day } from '../../src/law/day.ts'

const at = (events: readonly ClockEvent[]) => clock(events, nationalCalendar)
const received: ClockEvent = { kind: 'received', on: '2025-04-07' }
const sent: ClockEvent = {
  kind: 'consultationSent',
  on: '2025-04-14',
  id: 'a',
  party: 'thirdParty',
  receivedOn: '2025-04-16',
}

test('条例§33 答复用时按期限计算的工作日计，征求意见和等待补正的时间不计', () => {
  const answered = (on: Day): ClockEvent => ({ kind: 'answered', on })
  expect(at([received]).took).toBeNull()
  expect(at([received, { kind: 'withdrawn', on: '2025-04-10' }]).took).toBeNull()
  expect(at([received, answered('2025-04-07')]).took).toBe(0)
  expect(at([received, answered('2025-05-07')]).took).toBe(20)
  expect(at([received, answered('2025-05-08')]).took).toBe(21)
  const returned: ClockEvent = { kind: 'consultationReturned', on: '2025-04-21', id: 'a' }
  const consulted = at([received, sent, returned, answered('2025-05-07')])
  expect(consulted.took).toBe(20 - consulted.excluded)
  expect(consulted.excluded).toBeGreaterThan(0)
  const asked: ClockEvent = { kind: 'correctionAsked', on: '2025-04-10' }
  expect(at([received, asked, answered('2025-06-20')]).took).toBe(3)
  const corrected: ClockEvent = { kind: 'corrected', on: '2025-04-18' }
  expect(at([received, asked, corrected, answered('2025-04-22')]).took).toBe(2)
})
