/**
 * A second, independent reckoning of the clock, to hold the first against: it lives through the days one by one,
 * as a clerk with a tally would, and knows nothing of intervals. And lawful histories to run both on.
 */
import fc from 'fast-check'
import { addWorkingDays, type Calendar, nationalCalendar, works } from '../../src/law/calendar.ts'
import type { ClockEvent, ConsultedParty } from '../../src/law/clock.ts'
import { addDays, type Day } from '../../src/law/day.ts'

export interface History {
  readonly events: readonly ClockEvent[]
  readonly asOf: Day
}

export function simulate(events: readonly ClockEvent[], asOf: Day, calendar: Calendar) {
  const open = new Map<string, Day>()
  let [tally, excluded, allowance] = [0, 0, 20]
  let [counting, waiting] = [false, false]
  let lastCounted = events[0]!.on

  for (let today = events[0]!.on; ; today = addDays(today, 1)) {
    if (counting && !waiting && works(calendar, today) && tally < allowance) {
      if (open.size > 0) excluded += 1
      else [tally, lastCounted] = [tally + 1, today]
    }
    for (const [id, limit] of open) if (limit === today && today < asOf) open.delete(id)
    for (const event of events.filter(({ on }) => on === today)) {
      switch (event.kind) {
        case 'received':
          counting = true
          break
        case 'correctionAsked':
        case 'feeAsked':
          waiting = true
          break
        case 'corrected':
        case 'feePaid':
          waiting = false
          ;[tally, excluded, allowance] = [0, 0, 20]
          break
        case 'extended':
          allowance += event.days
          break
        case 'consultationSent':
          open.set(event.id, event.by ?? addWorkingDays(calendar, event.receivedOn ?? event.on, 15).to)
          break
        case 'consultationReturned':
          open.delete(event.id)
          break
      }
    }
    if (!waiting && tally === allowance && happened(events, today)) return { due: lastCounted, excluded }
    // Nobody knows when the other side will move: no day can be named.
    if (today >= asOf && (waiting || open.size > 0)) return { due: null, excluded: 0 }
  }
}

function happened(events: readonly ClockEvent[], today: Day): boolean {
  return events.every(({ on }) => on <= today)
}

interface Draw {
  readonly gap: number
  readonly wish: 'consult' | 'return' | 'extend' | 'correct' | 'charge'
  readonly days: number
  readonly party: ConsultedParty
  readonly delivery: number | null
}

const draw: fc.Arbitrary<Draw> = fc.record({
  gap: fc.integer({ min: 0, max: 9 }),
  wish: fc.constantFrom('consult', 'return', 'extend', 'correct', 'charge'),
  days: fc.integer({ min: 1, max: 20 }),
  party: fc.constantFrom('thirdParty', 'agency', 'otherAgency'),
  delivery: fc.option(fc.integer({ min: 0, max: 4 })),
})

/** Histories in which every event is one the law allows at that time. */
export const history: fc.Arbitrary<History> = fc
  .tuple(
    fc.integer({ min: 0, max: 2_400 }),
    fc.array(draw, { maxLength: 14 }),
    fc.integer({ min: 0, max: 45 }),
  )
  .map(([start, draws, look]) => {
    const events = lawful(addDays('2019-06-01', start), draws)
    return { events, asOf: addDays(events.at(-1)!.on, look) }
  })

function lawful(received: Day, draws: readonly Draw[]): readonly ClockEvent[] {
  const events: ClockEvent[] = [{ kind: 'received', on: received }]
  const open = new Map<string, Day>()
  let [base, on] = [received, received]
  let waiting: 'corrected' | 'feePaid' | null = null
  let [wasCorrected, wasCharged, wasExtended] = [false, false, false]

  draws.forEach(({ gap, wish, days, party, delivery }, index) => {
    on = addDays(on, gap)
    const [firstOpen] = [...open].filter(([, limit]) => limit >= on)
    // The 20th working day after the base is never later than the due day, whatever was excluded meanwhile.
    const inTime = on <= addWorkingDays(nationalCalendar, base, 20).to
    if (waiting !== null) {
      events.push({ kind: waiting, on })
      waiting = null
      wasExtended = false
      base = on
    } else if (wish === 'return' && firstOpen) {
      events.push({ kind: 'consultationReturned', on, id: firstOpen[0] })
      open.delete(firstOpen[0])
    } else if (wish === 'consult' && inTime && open.size < 3) {
      const id = `consultation-${index}`
      const receivedOn = delivery === null ? null : addDays(on, delivery)
      const by = party === 'otherAgency' ? addDays(on, days) : null
      events.push({
        kind: 'consultationSent',
        on,
        id,
        party,
        ...(receivedOn && { receivedOn }),
        ...(by && { by }),
      })
      open.set(id, by ?? addWorkingDays(nationalCalendar, receivedOn ?? on, 15).to)
    } else if (wish === 'extend' && inTime && !wasExtended) {
      events.push({ kind: 'extended', on, days })
      wasExtended = true
    } else if (wish === 'charge' && inTime && !wasCharged) {
      events.push({ kind: 'feeAsked', on, ...(delivery !== null && { receivedOn: addDays(on, delivery) }) })
      wasCharged = true
      waiting = 'feePaid'
    } else if (
      wish === 'correct' &&
      !wasCorrected &&
      on <= addWorkingDays(nationalCalendar, received, 7).to
    ) {
      events.push({ kind: 'correctionAsked', on })
      wasCorrected = true
      waiting = 'corrected'
    }
  })
  return events
}
