import { describe, expect, test } from 'vitest'
import { nationalCalendar, withNotice } from './calendar.ts'
import { type Clock, type ClockEvent, clock } from './clock.ts'
import type { Day } from './day.ts'

const at = (events: readonly ClockEvent[], asOf?: Day): Clock => clock(events, nationalCalendar, {}, asOf)
const received: ClockEvent = { kind: 'received', on: '2025-04-07' }
const sent: ClockEvent = {
  kind: 'consultationSent',
  on: '2025-04-14',
  id: 'a',
  party: 'thirdParty',
  receivedOn: '2025-04-16',
}
const codes = ({ problems }: Clock) => problems.map(({ code }) => code)

describe('一件申请的期限', () => {
  test('没有收到申请，没有期限', () => {
    expect(at([])).toMatchObject({
      due: null,
      firm: false,
      running: false,
      left: null,
      steps: [],
      problems: [],
    })
    expect(codes(at([{ kind: 'answered', on: '2025-04-07' }]))).toEqual(['notReceived'])
  })

  test('条例§33 自收到次日起20个工作日，每一步写明理由、节假日和通知文号', () => {
    const { steps, ...result } = at([{ kind: 'received', on: '2026-02-02' }], '2026-03-05')
    expect(result).toEqual({
      due: '2026-03-06',
      firm: true,
      running: true,
      left: 1,
      excluded: 0,
      took: null,
      waitingFor: [],
      problems: [],
      calendarVersion: nationalCalendar.version,
    })
    expect(steps).toEqual([
      {
        event: 'received',
        on: '2026-02-02',
        effect: 'starts',
        left: 20,
        due: '2026-03-06',
        cites: ['条例§33¶2', '民法典§201'],
        because:
          '2026年2月2日收到申请，答复期限20个工作日，自次日起算，2026年3月6日届满；' +
          '2月14日、2月28日调休上班计入，春节2月15日至23日放假不计（国办发明电〔2025〕7号）。',
      },
    ])
  })

  test('条例§33¶2 届满日当日仍在期限内，次日为逾期', () => {
    expect(at([received], '2025-05-07')).toMatchObject({ left: 0, problems: [] })
    expect(at([received], '2025-05-09')).toMatchObject({ left: -2, running: true })
    expect(codes(at([received], '2025-05-09'))).toEqual(['overdue'])
  })

  test('条例§33 按期答复与逾期答复', () => {
    const inTime = at([received, { kind: 'answered', on: '2025-05-07' }], '2025-06-01')
    expect(inTime).toMatchObject({ running: false, due: '2025-05-07', left: null, problems: [] })
    const late = at([received, { kind: 'answered', on: '2025-05-08' }])
    expect(codes(late)).toEqual(['answeredLate'])
    expect(late.steps.at(-1)).toMatchObject({ effect: 'ends', left: -1, due: '2025-05-07' })
  })

  test('撤回之后期限终止，不再逾期', () => {
    const result = at([received, { kind: 'withdrawn', on: '2025-04-10' }], '2025-12-01')
    expect(result).toMatchObject({ running: false, problems: [] })
  })

  test('届满日落在尚未公布放假安排的年份，为暂定', () => {
    const result = at([{ kind: 'received', on: '2026-12-15' }])
    expect(result).toMatchObject({ due: '2027-01-13', firm: false })
    expect(result.steps[0]?.because).toContain('2027年放假安排尚未公布')
    const announced = withNotice(nationalCalendar, {
      year: 2027,
      number: '测试1号',
      holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
      makeUpDays: [],
    })
    expect(clock([{ kind: 'received', on: '2026-12-15' }], announced)).toMatchObject({
      due: '2027-01-13',
      firm: true,
    })
  })

  test('按日期而不按录入先后排列；晚于截至日的事项不计入并提示', () => {
    const events: ClockEvent[] = [{ kind: 'answered', on: '2025-04-30' }, received]
    expect(at(events)).toMatchObject({ running: false, problems: [] })
    const early = at(events, '2025-04-10')
    expect(early).toMatchObject({ running: true, left: 17 })
    expect(codes(early)).toEqual(['afterAsOf'])
  })

  test('重复登记收到、答复之后的事项不改变期限', () => {
    const result = at([
      received,
      { kind: 'received', on: '2025-04-09' },
      { kind: 'answered', on: '2025-04-20' },
      sent,
    ])
    expect(codes(result)).toEqual(['receivedTwice'])
    expect(codes(at([received, { kind: 'answered', on: '2025-04-10' }, sent]))).toEqual(['afterEnd'])
  })
})

describe('补正', () => {
  const asked: ClockEvent = { kind: 'correctionAsked', on: '2025-04-14', by: '2025-04-24' }

  test('条例§30 补正期间没有届满日，收到补正后重新起算20个工作日', () => {
    expect(at([received, asked], '2025-04-20')).toMatchObject({
      due: null,
      running: false,
      waitingFor: ['correction'],
    })
    const result = at([received, asked, { kind: 'corrected', on: '2025-04-22' }])
    expect(result).toMatchObject({ due: '2025-05-22', running: true, problems: [] })
    expect(result.steps.at(-1)).toMatchObject({
      effect: 'restarts',
      left: 20,
      cites: ['条例§30', '条例§33¶2'],
    })
  })

  test('条例§30 补正告知晚于7个工作日，仍生效并提示', () => {
    expect(codes(at([received, { kind: 'correctionAsked', on: '2025-04-16' }]))).toEqual([])
    expect(codes(at([received, { kind: 'correctionAsked', on: '2025-04-17' }]))).toEqual([
      'correctionNoticeLate',
    ])
  })

  test('条例§30 补正应当一次性告知：再次要求补正不停止计算期限', () => {
    const again = at([
      received,
      asked,
      { kind: 'corrected', on: '2025-04-22' },
      { kind: 'correctionAsked', on: '2025-04-25' },
    ])
    expect(again).toMatchObject({ due: '2025-05-22', running: true })
    expect(codes(again)).toEqual(['correctionRepeated'])
  })

  test('条例§30 逾期未补正的提示；未告知补正而补正的不重新起算', () => {
    expect(codes(at([received, asked], '2025-04-25'))).toEqual(['correctionOverdue'])
    expect(codes(at([received, asked, { kind: 'corrected', on: '2025-04-28' }]))).toEqual(['correctedLate'])
    expect(at([received, { kind: 'corrected', on: '2025-04-10' }])).toMatchObject({ due: '2025-05-07' })
  })

  test('征求意见期间补正：重新起算后，尚未结束的征求意见照样排除', () => {
    const result = at([
      received,
      sent,
      { kind: 'correctionAsked', on: '2025-04-15' },
      { kind: 'corrected', on: '2025-04-22' },
      { kind: 'consultationReturned', on: '2025-04-25', id: 'a' },
    ])
    // 4月23日至25日的3个工作日不计入补正后的期限
    expect(result).toMatchObject({ due: '2025-05-27', excluded: 3, problems: [] })
  })
})

describe('征求意见', () => {
  test('条例§33 征求第三方意见所需时间不计算在内', () => {
    expect(at([received, sent])).toMatchObject({ due: null, running: false, waitingFor: ['consultation'] })
    const result = at([received, sent, { kind: 'consultationReturned', on: '2025-04-25', id: 'a' }])
    expect(result).toMatchObject({ due: '2025-05-20', excluded: 9 })
  })

  test('条例§32 第三方逾期未提出意见，由机关决定；排除的时间止于第15个工作日', () => {
    expect(at([received, sent], '2025-05-09')).toMatchObject({ due: null, running: false })
    const result = at([received, sent], '2025-05-10')
    expect(result).toMatchObject({ due: '2025-05-30', excluded: 17, running: true })
    expect(result.steps.at(-1)).toMatchObject({
      event: 'consultationLapsed',
      on: '2025-05-09',
      effect: 'resumes',
    })
    expect(result.steps.at(-1)?.because).toContain('由行政机关依照条例决定是否公开')
  })

  test('条例§33 登记逾期之后，不问从何日看，期限都从第15个工作日之后继续计算', () => {
    const noted: ClockEvent = { kind: 'consultationLapsed', on: '2025-05-12', id: 'a' }
    for (const asOf of [undefined, '2025-05-12', '2025-05-20'] as const) {
      const result = at([received, sent, noted], asOf)
      expect(result).toMatchObject({ due: '2025-05-30', excluded: 17, problems: [] })
      expect(result.steps.at(-1)).toMatchObject({ event: 'consultationLapsed', on: '2025-05-09' })
    }
  })

  test('条例§32 送达日未登记的，自发出日起算并写明', () => {
    const result = at(
      [received, { kind: 'consultationSent', on: '2025-04-14', id: 'a', party: 'thirdParty' }],
      '2025-05-08',
    )
    expect(result.steps.at(-1)).toMatchObject({ event: 'consultationLapsed', on: '2025-05-07' })
    expect(result.steps[1]?.because).toContain('送达日未登记，暂以发出日计')
  })

  test('条例§34 相关机关逾期未提出意见，视为同意公开', () => {
    const result = at([received, { ...sent, party: 'agency' }], '2025-06-01')
    expect(result.steps.at(-1)?.because).toContain('视为同意公开')
    expect(result.steps[2]?.cites).toEqual(['条例§33¶3', '条例§34'])
  })

  test('条例§33¶3 迟到的意见不再排除时间', () => {
    const result = at([received, sent, { kind: 'consultationReturned', on: '2025-05-15', id: 'a' }])
    expect(result).toMatchObject({ due: '2025-05-30', excluded: 17 })
    expect(codes(result)).toEqual(['consultationReturnedLate'])
  })

  test('条例§33¶3 重叠的征求意见只计一次，各自分别结束', () => {
    const both: ClockEvent[] = [
      received,
      sent,
      { kind: 'consultationSent', on: '2025-04-16', id: 'b', party: 'agency' },
      { kind: 'consultationReturned', on: '2025-04-18', id: 'b' },
      { kind: 'consultationReturned', on: '2025-04-25', id: 'a' },
    ]
    expect(at(both)).toMatchObject({ due: '2025-05-20', excluded: 9 })
    expect(at(both).steps[3]).toMatchObject({ event: 'consultationReturned', due: null })
    expect(at(both).steps.at(-1)?.because).toContain('重叠的只计一次')
  })

  test('届满日当日发出的征求意见不改变届满日，届满后发出的不予采用', () => {
    const onDue = at([received, { ...sent, on: '2025-05-07', receivedOn: '2025-05-07' }])
    expect(onDue).toMatchObject({ due: '2025-05-07', running: true })
    const after = at([received, { ...sent, on: '2025-05-08', receivedOn: '2025-05-08' }], '2025-08-01')
    expect(after).toMatchObject({ due: '2025-05-07' })
    expect(codes(after)).toEqual(['afterDue', 'overdue'])
  })

  test('没有发出过的、重复发出的征求意见', () => {
    expect(codes(at([received, { kind: 'consultationReturned', on: '2025-04-25', id: 'a' }]))).toEqual([
      'consultationUnknown',
    ])
    const twice = at([received, sent, { ...sent, on: '2025-04-15' }], '2025-06-01')
    expect(codes(twice)).toEqual(['consultationRepeated', 'overdue'])
    expect(twice.due).toBe('2025-05-30')
  })

  test('政策：自送达日而非发出日起排除，届满日较早', () => {
    const events: ClockEvent[] = [received, sent, { kind: 'consultationReturned', on: '2025-04-25', id: 'a' }]
    expect(clock(events, nationalCalendar, { consultationExcludedFrom: 'received' }).due).toBe('2025-05-16')
  })
})

describe('延长、延迟、收费', () => {
  test('条例§33 延长自原届满日起算，合计不超过20个工作日', () => {
    const events: ClockEvent[] = [
      { kind: 'received', on: '2025-11-03' },
      { kind: 'extended', on: '2025-12-01', days: 10 },
    ]
    expect(at(events).due).toBe('2025-12-15')
    const more = at([...events, { kind: 'extended', on: '2025-12-10', days: 15 }])
    expect(more.due).toBe('2025-12-29')
    expect(codes(more)).toEqual(['extensionTooLong'])
  })

  test('条例§33 届满之后的延长不生效', () => {
    const result = at([
      { kind: 'received', on: '2025-11-03' },
      { kind: 'extended', on: '2025-12-02', days: 20 },
    ])
    expect(result.due).toBe('2025-12-01')
    expect(codes(result)).toEqual(['afterDue'])
  })

  test('征求意见期间的延长，恢复后一并计算', () => {
    const result = at([
      received,
      sent,
      { kind: 'extended', on: '2025-04-20', days: 5 },
      { kind: 'consultationReturned', on: '2025-04-25', id: 'a' },
    ])
    expect(result.steps[2]).toMatchObject({ due: null, effect: 'extends' })
    expect(result.due).toBe('2025-05-27')
  })

  test('条例§35 认为理由合理的，届满日为告知的延迟答复日', () => {
    const result = at([received, { kind: 'deferred', on: '2025-04-20', until: '2025-08-01' }])
    expect(result).toMatchObject({ due: '2025-08-01', firm: true, running: true })
    expect(codes(at([received, { kind: 'deferred', on: '2025-04-20', until: '2025-05-01' }]))).toEqual([
      'deferralTooEarly',
    ])
  })

  const fee: ClockEvent[] = [
    { kind: 'received', on: '2026-01-05' },
    { kind: 'feeAsked', on: '2026-01-12' },
  ]

  test('办法§6 缴费之前没有届满日，缴费次日起重新计算', () => {
    expect(at(fee)).toMatchObject({ due: null, running: false, waitingFor: ['fee'] })
    expect(at(fee).steps.at(-1)?.because).toContain('至迟于2026年2月9日缴费')
    expect(at([...fee, { kind: 'feePaid', on: '2026-01-28' }])).toMatchObject({
      due: '2026-03-03',
      problems: [],
    })
  })

  test('办法§6 逾期未缴费的提示', () => {
    expect(codes(at(fee, '2026-02-09'))).toEqual([])
    expect(codes(at(fee, '2026-02-10'))).toEqual(['feeOverdue'])
    expect(codes(at([...fee, { kind: 'feePaid', on: '2026-02-10' }]))).toEqual(['feePaidLate'])
    expect(codes(at([fee[0]!, { kind: 'feePaid', on: '2026-02-10' }]))).toEqual(['feePaidUnasked'])
    expect(codes(at([...fee, { kind: 'feeAsked', on: '2026-01-13' }]))).toEqual(['feeRepeated'])
  })

  test('办法§6 处理期限内发出的收费通知，期满后送达的不是逾期，缴费期自送达起算', () => {
    const [received] = fee
    const late = [received!, { kind: 'feeAsked', on: '2026-02-02', receivedOn: '2026-02-05' }] as const
    expect(at(late, '2026-02-06')).toMatchObject({ due: null, waitingFor: ['fee'], problems: [] })
    expect(at(late).steps.at(-1)?.because).toContain('2026年2月5日送达')
    expect(codes(at([...late, { kind: 'feePaid', on: '2026-03-11' }]))).toEqual([])
    expect(codes(at([...late, { kind: 'feePaid', on: '2026-03-12' }]))).toEqual(['feePaidLate'])
    expect(codes(at([received!, { kind: 'feeAsked', on: '2026-02-04' }]))).toEqual(['afterDue'])
  })

  test('办法§6 送达日未登记的，不说视为放弃申请', () => {
    const [overdue] = at(fee, '2026-02-10').problems
    expect(overdue?.message).toContain('不能视为放弃申请')
    const served = [fee[0]!, { ...fee[1]!, receivedOn: '2026-01-12' } as ClockEvent]
    expect(at(served, '2026-02-10').problems[0]?.message).toContain('未缴费，视为放弃申请')
  })

  test('政策：缴费后继续计算而不重新计算', () => {
    const result = clock([...fee, { kind: 'feePaid', on: '2026-01-28' }], nationalCalendar, {
      afterPayment: 'resume',
    })
    expect(result).toMatchObject({ excluded: 12, due: '2026-02-25' })
  })
})
