import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nationalCalendar, workingDaysBetween } from '../../src/law/calendar.ts'
import { type ClockEvent, clock } from '../../src/law/clock.ts'
import { type Day, formatWeekday } from '../../src/law/day.ts'
import { deadline, isOnTime } from '../../src/law/deadline.ts'
import { type PeriodId, periods } from '../../src/law/periods.ts'
import { receiptOf } from '../../src/law/receipt.ts'

interface Case {
  readonly id: string
  readonly rule: string
  readonly input: Readonly<Record<string, never>>
  readonly expected: Readonly<Record<string, unknown>>
  readonly why: string
}

const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, 'deadlines.json'), 'utf8')) as {
  cases: Case[]
}

type Answer = Record<string, unknown>
type Input = Record<string, Day>

const run = (events: readonly ClockEvent[], asOf?: Day) => clock(events, nationalCalendar, {}, asOf)
const period = (id: PeriodId, start: Day) => deadline(nationalCalendar, id, start)
const muchLater: Day = '2026-12-01'

/** How each rule is asked of the law; each answer names every field that the case expects. */
const rules: Record<string, (input: Input) => Answer> = {
  art33_reply_20wd: ({ received }) => {
    const { due, firm } = run([{ kind: 'received', on: received! }])
    if (firm) return { due }
    return {
      status: 'provisional',
      reason: `calendar covered through ${nationalCalendar.coveredThrough}`,
      provisionalDue_onlyNewYearsDay: due,
      packageSays: '2027-01-12',
    }
  },
  art31_2_ordinaryLetter: ({ arrived, confirmedWithApplicant }) => {
    const { received, warnings } = receiptOf({
      channel: 'ordinaryPost',
      arrivedOn: arrived!,
      confirmedOn: confirmedWithApplicant!,
    })
    expect(warnings).toHaveLength(1)
    return {
      received,
      due: run([{ kind: 'received', on: received! }]).due,
      wrongIfArrivalUsed: run([{ kind: 'received', on: arrived! }]).due,
    }
  },
  art30_correctionNotice_7wd: ({ received }) => ({ noticeBy: period('correctionNotice', received!).due }),
  art30_restart: ({ received, noticeSent, correctedReceived }) => ({
    due: run([
      { kind: 'received', on: received! },
      { kind: 'correctionAsked', on: noticeSent! },
      { kind: 'corrected', on: correctedReceived! },
    ]).due,
  }),
  art33_extension_20wd: ({ received }) => {
    const first = run([{ kind: 'received', on: received! }]).due!
    const extended = run([
      { kind: 'received', on: received! },
      { kind: 'extended', on: first, days: 20 },
    ])
    expect(extended.problems).toEqual([])
    return { due: first, extendedDue: extended.due }
  },
  art32_consult_answered: ({ received, consultSent, thirdPartyReceived, opinionReceived }) => {
    const { due, excluded, steps } = run([
      { kind: 'received', on: received! },
      {
        kind: 'consultationSent',
        on: consultSent!,
        id: '1',
        party: 'thirdParty',
        receivedOn: thirdPartyReceived!,
      },
      { kind: 'consultationReturned', on: opinionReceived!, id: '1' },
    ])
    expect(workingDaysBetween(nationalCalendar, consultSent!, opinionReceived!)).toBe(excluded)
    const thirdPartyDue = period('thirdPartyOpinion', thirdPartyReceived!).due
    return { baseDue: steps[0]?.due, thirdPartyDue, excludedWorkdays: excluded, due }
  },
  art32_consult_silent: ({ received, consultSent, thirdPartyReceived }) => {
    const { due, excluded } = run(
      [
        { kind: 'received', on: received! },
        {
          kind: 'consultationSent',
          on: consultSent!,
          id: '1',
          party: 'thirdParty',
          receivedOn: thirdPartyReceived!,
        },
      ],
      muchLater,
    )
    expect(periods.thirdPartyOpinion.silence).toBe('由行政机关依照条例决定是否公开')
    const thirdPartyDue = period('thirdPartyOpinion', thirdPartyReceived!).due
    return { thirdPartyDue, excludedWorkdays: excluded, due, silenceMeans: 'organ decides' }
  },
  art34_organConsult_silent: ({ received, consultSent, organReceived }) => {
    const { due, excluded, steps } = run(
      [
        { kind: 'received', on: received! },
        { kind: 'consultationSent', on: consultSent!, id: '1', party: 'agency', receivedOn: organReceived! },
      ],
      muchLater,
    )
    expect(periods.agencyOpinion.silence).toBe('视为同意公开')
    const organDue = period('agencyOpinion', organReceived!).due
    return { baseDue: steps[0]?.due, organDue, excludedWorkdays: excluded, due, silenceMeans: 'consent' }
  },
  fee_art6: ({ received, feeNoticeReceived, paid }) => ({
    payBy: period('feePayment', feeNoticeReceived!).due,
    due: run([
      { kind: 'received', on: received! },
      { kind: 'feeAsked', on: feeNoticeReceived! },
      { kind: 'feePaid', on: paid! },
    ]).due,
  }),
  art26_proactive_20wd: ({ formed }) => ({ publishBy: period('proactiveDisclosure', formed!).due }),
  interpretation_3wd: ({ documentPublished }) => ({
    interpretBy: period('interpretation', documentPublished!).due,
  }),
  penaltyDecision_7wd: ({ decided }) => ({ publishBy: period('penaltyPublication', decided!).due }),
  ARL20_review_60d: ({ served }) => endAndDue('reviewApplication', served!),
  APL46_suit_6m: ({ knew }) => endAndDue('suit', knew!),
  APL45_suit_15d_after_review: ({ reviewDecisionReceived }) =>
    endAndDue('suitAfterReview', reviewDecisionReceived!),
  art49_department: ({ year, published }) => {
    const report = period('annualReportDepartment', `${Number(year)}-12-31`)
    if (!isOnTime(report, published!)) return { verdict: 'late', dueWas: report.due }
    const warned = `${formatWeekday(report.due)}、${formatWeekday(report.lastWorkingDay)}`
    expect(warned).toBe('星期日、星期五')
    expect(report.warnings).toEqual([
      '2027年1月31日为星期日休息日，期限不顺延，请在2027年1月29日（星期五）前办结；2027年放假安排尚未公布。',
    ])
    return {
      verdict: 'on time',
      warn: `${report.due} is a Sunday; 2027 calendar not loaded, so warn from ${report.lastWorkingDay} (Friday)`,
    }
  },
}

function endAndDue(id: PeriodId, start: Day): Answer {
  const { naturalEnd, due } = period(id, start)
  return { naturalEnd, due }
}

const titles: Record<string, string> = {
  art33_reply_20wd: '条例§33 自收到次日起20个工作日内答复',
  art31_2_ordinaryLetter: '条例§31 平常信函以与申请人确认之日为收到之日',
  art30_correctionNotice_7wd: '条例§30 7个工作日内一次性告知补正',
  art30_restart: '条例§30 答复期限自收到补正的申请之日起计算',
  art33_extension_20wd: '条例§33 延长自原届满日起算',
  art32_consult_answered: '条例§33 征求第三方意见所需时间不计算在内',
  art32_consult_silent: '条例§32 第三方逾期未提出意见的由机关决定',
  art34_organConsult_silent: '条例§34 相关机关逾期未提出意见视为同意公开',
  fee_art6: '办法§6 缴费次日起重新计算办理期限',
  art26_proactive_20wd: '条例§26 形成或者变更之日起20个工作日内主动公开',
  interpretation_3wd: '政务公开细则 解读材料3个工作日内公布',
  penaltyDecision_7wd: '执法三项制度 处罚决定7个工作日内公示',
  ARL20_review_60d: '复议法§20 60日，末日逢休假顺延',
  APL46_suit_6m: '诉讼法§46 6个月，无对应日的为月末日',
  APL45_suit_15d_after_review: '诉讼法§45 收到复议决定之日起15日',
  art49_department: '条例§49 年度报告1月31日前，逢休息日不顺延',
}

describe('期限实例', () => {
  test('共26例', () => expect(cases.map(({ id }) => id)).toEqual(ids(26)))

  for (const { id, rule, input, expected } of cases) {
    test(`${titles[rule]} (${id})`, () => expect(rules[rule]?.(input)).toEqual(expected))
  }
})

function ids(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `D${String(index + 1).padStart(2, '0')}`)
}
