import { type Calendar, workingDaysBetween } from '../../law/calendar.ts'
import type { Day } from '../../law/day.ts'
import { deadline } from '../../law/deadline.ts'
import type { PeriodId } from '../../law/periods.ts'
import type { CaseRow } from '../ports.ts'
import { type CaseMore, parties } from '../requests/index.ts'
import { limitOf } from '../requests/lapse-consultation.ts'
import type { Due, FoundCase, RowFindings } from './findings.ts'
import type { SweepPolicy } from './policy.ts'

export interface Look {
  readonly calendar: Calendar
  readonly today: Day
  readonly policy: SweepPolicy
}

export const nothing: RowFindings = {
  unconfirmed: [],
  unassigned: [],
  silent: [],
  periodsOver: [],
  unserved: [],
  dueSoon: [],
  overdue: [],
}

/** What the row of an open case tells on a day. Pure: no file is opened. */
export function lookAtRow(row: CaseRow, look: Look): RowFindings {
  const found = foundCase(row)
  return {
    ...nothing,
    ...untouched(row, found, look),
    ...consulted(row, found, look),
    periodsOver: periodsOver(row, found, look),
    ...dueOf(found, row, look),
  }
}

export const foundCase = ({ id, number, handler }: CaseRow): FoundCase => ({ request: id, number, handler })

const moreOf = ({ more }: CaseRow): CaseMore => more as CaseMore

function untouched(
  { arrivedOn, receivedOn, handler }: CaseRow,
  found: FoundCase,
  { calendar, today, policy }: Look,
): Pick<RowFindings, 'unconfirmed' | 'unassigned'> {
  const since = receivedOn ?? arrivedOn
  const days = workingDaysBetween(calendar, since, today)
  const isLate = handler === null && days > policy.untouchedDays
  const one = isLate ? [{ ...found, since, days }] : []
  return receivedOn === null ? { unconfirmed: one, unassigned: [] } : { unconfirmed: [], unassigned: one }
}

/** Consultations that ended in silence, and letters of which nobody knows when they arrived. */
function consulted(
  row: CaseRow,
  found: FoundCase,
  { calendar, today }: Look,
): Pick<RowFindings, 'silent' | 'unserved'> {
  const { consultations = [], fee } = moreOf(row)
  const silent = consultations.flatMap((each) => {
    const { id: consultation, party } = each
    const limit = limitOf(each, calendar)
    const isOver = limit !== null && today > limit && parties[party].clock !== null
    return isOver ? [{ ...found, consultation, party, limit }] : []
  })
  // As long as the other side would have had, had the letter arrived at once.
  const isLong = (period: PeriodId, sentOn: Day): boolean => today > deadline(calendar, period, sentOn).due
  const unserved = [
    ...consultations.flatMap(({ party, sentOn, reachedOn }) => {
      const { period } = parties[party]
      return period !== null && reachedOn === null && isLong(period, sentOn)
        ? [{ letter: 'consultation' as const, sentOn }]
        : []
    }),
    ...(fee && fee.servedOn === null && fee.lapsedOn === null && isLong('feePayment', fee.askedOn)
      ? [{ letter: 'fee' as const, sentOn: fee.askedOn }]
      : []),
  ].map((letter) => ({ ...found, ...letter, days: workingDaysBetween(calendar, letter.sentOn, today) }))
  return { silent, unserved }
}

function periodsOver(row: CaseRow, found: FoundCase, { calendar, today }: Look): RowFindings['periodsOver'] {
  const { correction, fee, reasons, consultations = [] } = moreOf(row)
  const payBy = fee?.servedOn ? deadline(calendar, 'feePayment', fee.servedOn).due : null
  return [
    ...(correction && correction.lapsedOn === null && today > correction.by
      ? [
          {
            ...found,
            period: 'correction' as const,
            by: correction.by,
            offered: correction.offered?.on ?? null,
          },
        ]
      : []),
    ...(fee && fee.lapsedOn === null && payBy !== null && today > payBy
      ? [{ ...found, period: 'fee' as const, by: payBy, offered: null }]
      : []),
    ...(reasons && reasons.givenOn === null && today > reasons.by
      ? [{ ...found, period: 'reasons' as const, by: reasons.by, offered: null }]
      : []),
    ...consultations.flatMap(({ party, by }) =>
      parties[party].clock === null && by !== null && today > by
        ? [{ ...found, period: 'consultation' as const, by, offered: null }]
        : [],
    ),
  ]
}

/** Due within the longest notice, or overdue. */
export function dueOf(
  found: FoundCase,
  { due, firm }: Pick<CaseRow, 'due' | 'firm'>,
  { calendar, today, policy }: Look,
): Pick<RowFindings, 'dueSoon' | 'overdue'> {
  const none = { dueSoon: [], overdue: [] }
  if (due === null) return none
  // On the rest days behind it a due day is no working day ago, which is no minus zero.
  const left = workingDaysBetween(calendar, today, due) || 0
  const one: readonly Due[] = [{ ...found, due, left, firm }]
  if (today > due) return { ...none, overdue: one }
  return left <= Math.max(...policy.dueSoon, -1) ? { ...none, dueSoon: one } : none
}

/** Findings of several rows as those of one, each list in the order of the rows. */
export function together(all: readonly RowFindings[]): RowFindings {
  const join = <Key extends keyof RowFindings>(key: Key): RowFindings[Key] =>
    all.flatMap((each) => each[key] as readonly unknown[]) as unknown as RowFindings[Key]
  return {
    unconfirmed: join('unconfirmed'),
    unassigned: join('unassigned'),
    silent: join('silent'),
    periodsOver: join('periodsOver'),
    unserved: join('unserved'),
    dueSoon: join('dueSoon'),
    overdue: join('overdue'),
  }
}
