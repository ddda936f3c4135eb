import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applicantKinds } from '../../../src/law/application.ts'
import { nationalCalendar } from '../../../src/law/calendar.ts'
import { type ClockEvent, clock } from '../../../src/law/clock.ts'
import type { CaseFacts, StoredEvent } from '../../../src/office/ports.ts'
import {
  annualReadings,
  type CaseMore,
  clockOf,
  defaultCountingPolicy,
  fold,
  movesOf,
  projectCase,
  type RecordedEvent,
  statusOf,
  verbs,
} from '../../../src/office/requests/index.ts'
import { check } from '../../../src/report/check.ts'
import { editionFor } from '../../../src/report/editions/index.ts'
import { figureAt, type Readings } from '../../../src/report/reading.ts'
import { live, type Plan, plans } from './histories.ts'

const anyPlan = plans('2024-01-02', 900)
const someCases = (from: '2019-06-03' | '2024-01-02') => fc.array(plans(from, 700), { maxLength: 12 })
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028]
const columns = [...Object.keys(applicantKinds), 'total']

function brokenIn(readings: Readings, year: number) {
  const edition = editionFor(year)!.id
  return check({
    organ: null,
    year,
    edition,
    script: 'simplified',
    sections: [],
    forms: { requests: edition, disputes: edition },
    readings,
    claims: [],
    publication: {},
  }).filter(({ verdict }) => verdict === 'broken')
}

describe('任意合法的办理历史', () => {
  test.each([
    ['默认口径', defaultCountingPolicy],
    [
      '撤回和转出不计、不属于政府信息计入信访类',
      {
        withdrawn: 'leftOut',
        movedOn: { petition: null, inquiry: 'otherEnding', complaint: 'petition' },
        rows: { notGovernmentInformation: 'outcome.declined.petition' },
      },
    ],
  ] as const)('条例§50(2) 每年每列：新收＋上年结转＝办结＋结转，%s', (_, policy) => {
    fc.assert(
      fc.property(fc.oneof(someCases('2019-06-03'), someCases('2024-01-02')), (all: readonly Plan[]) => {
        const states = all.map((plan, index) => live(plan, index).state)
        let before: Readings | null = null
        for (const year of years) {
          const readings = annualReadings(states, year, policy)!
          expect(brokenIn(readings, year)).toEqual([])
          for (const column of columns) {
            const at = (row: string) => figureAt(readings, `requests/${row}@${column}`)!
            expect(at('received') + at('carriedIn')).toBe(at('outcome.total') + at('carriedOut'))
            if (before !== null)
              expect(at('carriedIn')).toBe(figureAt(before, `requests/carriedOut@${column}`))
          }
          before = readings
        }
      }),
      { numRuns: 30 },
    )
  })

  test('同样的事项总是得到同样的状态，分段计算亦然，经过JSON亦然', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), (plan, cut) => {
        const { events, state } = live(plan)
        const at = cut % (events.length + 1)
        expect(fold(events)).toEqual(state)
        expect(fold(events.slice(at), fold(events.slice(0, at)))).toEqual(state)
        expect(fold(JSON.parse(JSON.stringify(events)) as RecordedEvent[])).toEqual(state)
        expect(live(plan).events).toEqual(events)
      }),
      { numRuns: 80 },
    )
  })

  test('列表中的一行与完整状态一致', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { events, state } = live(plan)
        const row = events.reduce<CaseFacts | null>(
          (facts, event) => projectCase(facts, event as unknown as StoredEvent),
          null,
        )
        expect(row).toMatchObject({
          number: state.number,
          status: statusOf(state.progress),
          receivedOn: state.progress.receivedOn,
          answeredOn: state.progress.answeredOn,
          closedOn: state.progress.ended?.on ?? null,
          handler: state.handler,
          more: { progress: state.progress },
        })
        const { consultations = [], disputes = [], archivedOn = null, ...waited } = row!.more as CaseMore
        expect({ disputes, archivedOn }).toEqual({ disputes: state.disputes, archivedOn: state.archivedOn })
        expect(consultations).toEqual(state.consultations.filter(({ endedOn }) => endedOn === null))
        const { correction, fee, reasons } = state
        expect(waited.correction ?? null).toEqual(correction?.correctedOn ? null : correction)
        expect(waited.fee ?? null).toEqual(fee?.paidOn ? null : fee)
        const isJudged = reasons?.rejectedOn || reasons?.deferredUntil
        expect(waited.reasons ?? null).toEqual(isJudged ? null : reasons)
      }),
      { numRuns: 80 },
    )
  })

  test('条例§33 期限与法律时钟一致，合法的办理不含无效的事项', () => {
    const warnings = new Set([
      'correctionNoticeLate',
      'correctedLate',
      'consultationReturnedLate',
      'answeredLate',
      'overdue',
      'correctionOverdue',
      'feeOverdue',
    ])
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { events, state, today } = live(plan)
        expect(state.clock).toEqual(clockEventsIn(events))
        const seen = clockOf(state, nationalCalendar, today)
        expect(seen).toEqual(clock(clockEventsIn(events), nationalCalendar, {}, today))
        expect(seen.problems.map(({ code }) => code).filter((code) => !warnings.has(code))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('工作台说不可办理的，办理时必遭同样的拒绝', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const walked = live(plan)
        const context = walked.context('draft', { role: 'head' })
        for (const { action, refusal } of movesOf(walked.state, context))
          if (refusal !== null) expect(verbs[action](walked.state, {} as never, context)).toEqual(refusal)
      }),
      { numRuns: 30 },
    )
  })
})

/** The events of the clock, taken from those of the request in the plainest way. */
function clockEventsIn(events: readonly RecordedEvent[]): readonly ClockEvent[] {
  const found: ClockEvent[] = []
  const add = (event: ClockEvent) => found.push(event)
  const answer = (on: RecordedEvent['on']) => {
    if (!found.some(({ kind }) => kind === 'answered')) add({ kind: 'answered', on })
  }
  for (const { kind, on, data } of events) {
    if (kind === 'received' || kind === 'corrected' || kind === 'feePaid') add({ kind, on })
    if (kind === 'withdrawn' && found.length > 0) add({ kind, on })
    if (kind === 'correctionAsked') add({ kind, on, by: data.by })
    if (
      kind === 'consultationSent' &&
      (data.party === 'thirdParty' || data.party === 'agency' || data.party === 'otherAgency')
    ) {
      const reached = events.find((each) => each.kind === 'consultationReached' && each.data.id === data.id)
      add({
        kind,
        on,
        id: data.id,
        party: data.party,
        ...(data.by && { by: data.by }),
        ...(reached && { receivedOn: reached.on }),
      })
    }
    if (
      (kind === 'consultationReturned' || kind === 'consultationLapsed') &&
      found.some((each) => each.kind === 'consultationSent' && each.id === data.id)
    )
      add({ kind, on, id: data.id })
    if (kind === 'extended') add({ kind, on, days: data.days })
    if (kind === 'deferred') add({ kind, on, until: data.until })
    if (kind === 'feeAsked') {
      const served = events.find((each) => each.kind === 'feeNoticeServed')
      add({ kind, on, ...(served && { receivedOn: served.on }) })
    }
    if (kind === 'dispatched' && (data.method === 'post' || data.method === 'online')) answer(on)
    if (kind === 'served') answer(on)
  }
  return found
}
