/** The messages of the daily round, made of what it found. Each is named after its occasion and goes out once. Pure. */
import { works } from '../../law/calendar.ts'
import { type Day, formatChinese } from '../../law/day.ts'
import { composeForStaff } from '../messages/compose-message.ts'
import { composeHooks, type Hook } from '../messages/hooks.ts'
import type { FactsFor, KindFor } from '../messages/kinds.ts'
import type { MessageHouse } from '../messages/message-house.ts'
import type { AddressBook } from '../messages/recipients.ts'
import type { Moment, NewMessage } from '../ports.ts'
import { annualSteps } from '../reports/annual/steps.ts'
import type { FoundCase, PeriodOver, SweepFindings, Unserved } from './findings.ts'
import type { Look } from './look-at-row.ts'

export interface ReminderDesk extends Look {
  readonly house: MessageHouse
  readonly book: AddressBook
  readonly hooks: readonly Hook[]
  readonly at: Moment
}

const periodNames: Readonly<Record<PeriodOver['period'], string>> = {
  correction: '补正',
  fee: '缴费',
  reasons: '说明理由',
  consultation: '内部协查或者请示的回复',
}

const letterNames: Readonly<Record<Unserved['letter'], string>> = {
  consultation: '征求意见书',
  fee: '收费通知',
}

/** What is said of the findings. On rest days nobody is reminded; what was due then is said on the next working day. */
export function remindersOf(
  findings: Omit<SweepFindings, 'reminded'>,
  desk: ReminderDesk,
): readonly NewMessage[] {
  const { house, book, hooks, today, at, calendar, policy } = desk
  const { organ } = findings
  const staff = <Kind extends KindFor<'staff'>>(
    kind: Kind,
    { request, number, handler }: FoundCase,
    facts: FactsFor<Kind>,
    once: string,
    headsToo = false,
  ): readonly NewMessage[] =>
    composeForStaff(
      house,
      { kind, about: request, number: number ?? '', facts, once, today, at },
      book.reach(handler, headsToo),
    )
  // What the log does not say: that nobody has done anything.
  const hook = (event: 'dueSoon' | 'overdue', { request, number }: FoundCase, once: string) =>
    composeHooks(hooks, organ, { event, request, number: number ?? '', status: event, on: today, once, at })

  const lapsed = findings.lapsed.flatMap((each) =>
    staff('consultationLapsed', each, { due: dayText(each.due) }, each.consultation),
  )
  if (!works(calendar, today)) return lapsed

  return [
    ...lapsed,
    ...findings.unconfirmed.flatMap((each) => staff('unconfirmed', each, { days: `${each.days}` }, today)),
    ...findings.unassigned.flatMap((each) => staff('unassigned', each, { days: `${each.days}` }, today)),
    ...findings.periodsOver.flatMap((each) =>
      each.offered === null
        ? staff('periodOver', each, { act: periodNames[each.period], by: dayText(each.by) }, each.by)
        : staff('lateCorrection', each, {}, each.offered),
    ),
    ...findings.unserved.flatMap((each) =>
      staff('unserved', each, { act: letterNames[each.letter], days: `${each.days}` }, each.sentOn),
    ),
    ...findings.dueSoon.flatMap((each) => {
      // The nearest threshold passed: a day on which no round was made leaves none out.
      const threshold = Math.min(...policy.dueSoon.filter((days) => each.left <= days))
      const facts = { due: dayText(each.due), days: `${each.left}` }
      const once = `${each.due}/${threshold}`
      return [...staff('dueSoon', each, facts, once, each.left === 0), ...hook('dueSoon', each, once)]
    }),
    ...findings.overdue.flatMap((each) => [
      ...staff('overdue', each, { due: dayText(each.due), days: `${-each.left}` }, today, true),
      ...hook('overdue', each, each.due),
    ]),
    ...findings.archivingOverdue.flatMap((each) =>
      staff('archivingOverdue', each, { days: `${each.days}` }, monthOf(today)),
    ),
    ...reportReminders(findings.reportDue, organ, desk),
    ...(findings.retentionDue.length === 0
      ? []
      : composeForStaff(
          house,
          {
            kind: 'retentionDue',
            about: organ,
            number: '',
            facts: { count: `${findings.retentionDue.length}` },
            once: monthOf(today),
            today,
            at,
          },
          book.holders('securityAdmin'),
        )),
  ]
}

/** Working days before and after the due day at which the heads are reminded of the annual report. */
const reportThresholds = [20, 10, 5, 3, 1, 0, -1, -5] as const

function reportReminders(
  found: SweepFindings['reportDue'],
  organ: string,
  { house, book, today, at }: ReminderDesk,
): readonly NewMessage[] {
  if (found === null) return []
  const { year, step, due, left } = found
  const threshold = Math.min(...reportThresholds.filter((days) => left <= days))
  if (threshold === Number.POSITIVE_INFINITY) return []
  const act = `${year}年政府信息公开工作年度报告的${annualSteps[step].caption}`
  const by = formatChinese(due)
  const notice = { about: organ, number: '', once: `${year}/${step}/${threshold}`, today, at }
  const heads = book.holders('head')
  return left < 0
    ? composeForStaff(house, { ...notice, kind: 'reportLate', facts: { act, by } }, heads)
    : composeForStaff(house, { ...notice, kind: 'reportDue', facts: { act, by, days: `${left}` } }, heads)
}

const dayText = (day: Day | null): string => (day === null ? '尚未起算' : formatChinese(day))

const monthOf = (day: Day): string => day.slice(0, 7)
