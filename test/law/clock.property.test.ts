import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalCalendar, withOverlay, workingDaysBetween, works } from '../../src/law/calendar.ts'
import { resolveCitation } from '../../src/law/citation.ts'
import { type ClockEvent, clock } from '../../src/law/clock.ts'
import { addDays, type Day } from '../../src/law/day.ts'
import { type History, history, simulate } from './simulation.ts'

const at = (events: readonly ClockEvent[], asOf?: Day) => clock(events, nationalCalendar, {}, asOf)

describe('对任意合法经过都成立', () => {
  const due = (events: readonly ClockEvent[]) => at(events).due

  test('与逐日模拟一致', () => {
    fc.assert(
      fc.property(history, ({ events, asOf }: History) => {
        const result = at(events, asOf)
        const unlawful = result.problems.filter(({ code }) => code !== 'overdue' && code !== 'feeOverdue')
        expect(unlawful).toEqual([])
        expect({ due: result.due, excluded: result.excluded }).toEqual(
          simulate(events, asOf, nationalCalendar),
        )
      }),
      { numRuns: 2_000 },
    )
  })

  test('届满日总是工作日，所引条款都能找到', () => {
    fc.assert(
      fc.property(history, ({ events, asOf }) => {
        const result = at(events, asOf)
        expect(result.due === null || works(nationalCalendar, result.due)).toBe(true)
        for (const { cites } of result.steps)
          for (const cite of cites) expect(resolveCitation(cite)).toHaveProperty('mark')
      }),
    )
  })

  test('次序混乱、重复、不合法的经过也有结果，不会出错', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((offset) => addDays('2026-06-01', offset))
    const id = fc.constantFrom('a', 'b')
    const event: fc.Arbitrary<ClockEvent> = fc.oneof(
      fc.record({
        kind: fc.constantFrom(
          'received',
          'correctionAsked',
          'corrected',
          'feeAsked',
          'feePaid',
          'answered',
          'withdrawn',
        ),
        on: day,
      }),
      fc.record({
        kind: fc.constant('consultationSent'),
        on: day,
        id,
        party: fc.constantFrom('thirdParty', 'agency', 'otherAgency'),
      }),
      fc.record({ kind: fc.constant('consultationReturned'), on: day, id }),
      fc.record({ kind: fc.constant('extended'), on: day, days: fc.integer({ min: -5, max: 60 }) }),
      fc.record({ kind: fc.constant('deferred'), on: day, until: day }),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.option(day, { nil: undefined }), (events, asOf) => {
        const { steps, due, running, firm } = at(events, asOf)
        expect(running && due === null).toBe(false)
        expect(firm && due === null).toBe(false)
        for (const { because } of steps) expect(because).toMatch(/^[^。]+。$/)
      }),
      { numRuns: 2_000 },
    )
  })

  test('收到越晚，届满越晚', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_500 }), fc.integer({ min: 0, max: 30 }), (start, later) => {
        const on = addDays('2019-06-01', start)
        const first = due([{ kind: 'received', on }])!
        expect(first <= due([{ kind: 'received', on: addDays(on, later) }])!).toBe(true)
      }),
    )
  })

  test('多一个假日，届满日不会提前', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 150 }), ({ events }, offset) => {
        const ended = events.filter(
          ({ kind }) => kind !== 'consultationSent' && kind !== 'consultationReturned',
        )
        const day = addDays(ended[0]!.on, offset)
        const calendar = withOverlay(nationalCalendar, {
          name: '地方节日',
          number: '测试1号',
          holidays: [{ name: '地方节日', from: day, to: day }],
          makeUpDays: [],
        })
        const before = clock(ended, nationalCalendar).due
        const after = clock(ended, calendar).due
        expect(before === null ? after === null : after !== null && before <= after).toBe(true)
      }),
    )
  })

  test('同日发出并收回的征求意见不改变届满日', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_500 }), fc.integer({ min: 0, max: 27 }), (start, offset) => {
        const on = addDays('2019-06-01', start)
        const plain: ClockEvent[] = [{ kind: 'received', on }]
        const day = addDays(on, offset)
        const consulted: ClockEvent[] = [
          ...plain,
          { kind: 'consultationSent', on: day, id: 'a', party: 'agency' },
          { kind: 'consultationReturned', on: day, id: 'a' },
        ]
        if (day <= due(plain)!) expect(at(consulted)).toMatchObject({ due: due(plain), excluded: 0 })
      }),
    )
  })

  test('重叠的征求意见合起来等于其合并的期间', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_500 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 8 }),
        (start, first, second, third, fourth) => {
          const on = addDays('2019-06-01', start)
          const a = addDays(on, first)
          const b = addDays(a, second)
          const c = addDays(b, third)
          const d = addDays(c, fourth)
          const result = at([
            { kind: 'received', on },
            { kind: 'consultationSent', on: a, id: 'a', party: 'thirdParty' },
            { kind: 'consultationSent', on: b, id: 'b', party: 'agency' },
            { kind: 'consultationReturned', on: c, id: 'a' },
            { kind: 'consultationReturned', on: d, id: 'b' },
          ])
          expect(result.excluded).toBe(workingDaysBetween(nationalCalendar, a, d))
        },
      ),
    )
  })
})
