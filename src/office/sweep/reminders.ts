/** The messages of the daily round, made of what it found. Each is named after its occasion and goes out once. Pure. */
import { works } from '../../law/calendar.ts'
import { type Day, formatChinese } from '../../law/day.ts'
import { composeForStaff } from '../messages/compose-message.ts'
import { composeHooks, type Hook } from '../messages/hooks.ts'
import type { FactsFor, KindFor } from '../messages/kinds.ts'
import type { MessageHouse } from '../messages/message-house.ts'
import type { AddressBook } from '../messages/recipients.ts'
import type { Moment, NewMessage } from '../ports.ts'
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

const dayText = (day: Day | null): string => (day === null ? '尚未起算' : formatChinese(day))

const monthOf = (day: Day): string => day.slice(0, 7)
