import { describe, expect, test } from 'vitest'
import { nationalCalendar as calendar } from '../../../src/law/calendar.ts'
import { type ClockEvent, clock } from '../../../src/law/clock.ts'
import { addDays, type Day } from '../../../src/law/day.ts'
import { type Ruler, rulerOf, rulerSentence, tally } from '../../../src/web/ui/ruler.ts'

const rulerFor = (events: readonly ClockEvent[], today: Day, look: Day = today): Ruler | null =>
  rulerOf(clock(events, calendar, {}, look), calendar, today)

const received: ClockEvent = { kind: 'received', on: '2026-09-10' }
const shape = (ruler: Ruler | null) => ruler?.spans.map(({ kind, days }) => `${kind} ${days}`)

describe('条例§33 工作日尺', () => {
  test('§33¶2 二十个工作日，国庆放假不在尺上，调休上班在尺上', () => {
    const ruler = rulerFor([received], '2026-09-21')!
    const counted = ruler.spans.reduce((sum, { days }) => sum + days, 0)
    expect(counted).toBe(20)
    expect(ruler.spans.at(-1)?.to).toBe(clock([received], calendar).due)
    expect(tally(ruler).used).toBe(ruler.gone)
  })

  test('收到当天不算，次日是第一格', () => {
    expect(rulerFor([received], '2026-09-10')).toMatchObject({ gone: 0 })
    expect(shape(rulerFor([received], '2026-09-11'))).toEqual(['used 1', 'left 19'])
  })

  test('§33¶3 征求意见期间不计入；今天以后的只是至多', () => {
    const events: ClockEvent[] = [
      { kind: 'received', on: '2026-11-17' },
      { kind: 'consultationSent', on: '2026-11-24', id: 'c', party: 'thirdParty', receivedOn: '2026-11-26' },
    ]
    const ruler = rulerFor(events, '2026-12-08', '2026-12-31')!
    expect(shape(ruler)).toEqual(['used 5', 'held 10', 'ahead 7', 'left 10', 'provisional 5'])
    expect(rulerSentence(ruler)).toBe(
      '20个工作日中已用5个；已暂停10个工作日，不计入期限；至多还暂停7个工作日；还剩15个工作日；其中5个所在年份放假安排未公布，为暂定。',
    )
  })

  test('§33¶3 两次征求意见重叠，每天只排除一次', () => {
    const events: ClockEvent[] = [
      { kind: 'received', on: '2026-03-02' },
      { kind: 'consultationSent', on: '2026-03-04', id: 'a', party: 'thirdParty' },
      { kind: 'consultationSent', on: '2026-03-06', id: 'b', party: 'agency' },
      { kind: 'consultationReturned', on: '2026-03-10', id: 'a' },
      { kind: 'consultationReturned', on: '2026-03-12', id: 'b' },
    ]
    const seen = clock(events, calendar, {}, '2026-03-20')
    const ruler = rulerOf(seen, calendar, '2026-03-20')!
    expect(tally(ruler).held).toBe(seen.excluded)
    expect(tally(ruler).used + tally(ruler).left).toBe(20)
  })

  test('§30 补正后重新起算，以前的天数不在尺上', () => {
    const events: ClockEvent[] = [
      { kind: 'received', on: '2026-03-02' },
      { kind: 'correctionAsked', on: '2026-03-04' },
      { kind: 'corrected', on: '2026-03-20' },
    ]
    expect(rulerFor(events, '2026-03-24')?.spans[0]).toMatchObject({ kind: 'used', from: '2026-03-23' })
  })

  test('等待补正时没有届满日，也没有尺', () => {
    const events: ClockEvent[] = [
      { kind: 'received', on: '2026-03-02' },
      { kind: 'correctionAsked', on: '2026-03-04' },
    ]
    expect(rulerFor(events, '2026-03-10')).toBeNull()
    expect(rulerFor([], '2026-03-10')).toBeNull()
  })

  test('§33¶2 延长的天数接在后面', () => {
    const ruler = rulerFor([received, { kind: 'extended', on: '2026-09-20', days: 10 }], '2026-09-21')!
    expect(tally(ruler).used + tally(ruler).left).toBe(30)
  })

  test('逾期的工作日另记，不与已用混淆', () => {
    const due = clock([received], calendar).due!
    const ruler = rulerFor([received], addDays(due, 1))!
    expect(tally(ruler)).toMatchObject({ used: 20, left: 0, over: 1 })
    expect(rulerSentence(ruler)).toContain('已过届满日1个工作日')
  })
})
