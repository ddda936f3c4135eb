/**
 * The daily round of an organ: what lies untouched, what ended in silence, whose period is over, what is due, what
 * is to be filed and erased. Done twice on a day it is done once. It decides nothing that takes judgement: silence in
 * a consultation it records, for the law says what that means (条例§32, 34); that somebody gave up a request it does not.
 */
import type { Calendar } from '../../law/calendar.ts'
import { addDays, type Day, daysBetween } from '../../law/day.ts'
import { retentionDueWithin } from '../applicants/retention-due.ts'
import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { everyCase } from '../handling/every-case.ts'
import { type HandlingContext, handleWithin } from '../handling/handle-request.ts'
import { hooksOf } from '../messages/hooks.ts'
import { messageHouseOf } from '../messages/message-house.ts'
import { addressBookOf } from '../messages/recipients.ts'
import { recordOf } from '../organs/organ.ts'
import type { Moment, Office, OrganId } from '../ports.ts'
import type { CaseMore, Status } from '../requests/index.ts'
import type { LapsedConsultation, RowFindings, SweepFindings, Unarchived } from './findings.ts'
import { dueOf, foundCase, type Look, lookAtRow, nothing, together } from './look-at-row.ts'
import { sweepPolicyOf } from './policy.ts'
import { remindersOf } from './reminders.ts'
import { reportStillDue } from './report-due.ts'

export interface SweepTime {
  readonly today: Day
  readonly now: Moment
}

/** Days for which an erasure that became due is looked for, in case the round was not made. */
const lookBack = 31

/** Makes the round. Throws where there is no such organ. */
export async function sweep(office: Office, organ: OrganId, time: SweepTime): Promise<SweepFindings> {
  const { today, now: at } = time
  const calendar = await calendarOf(office, organ)
  const desk = await office.inTransaction(organ, async (unit) => ({
    policy: await sweepPolicyOf(unit),
    house: await messageHouseOf(unit),
    book: await addressBookOf(unit.staff, organ),
    hooks: await hooksOf(unit),
    retentionDue: await retentionDueWithin(unit, today, addDays(today, -lookBack)),
  }))
  const look: Look = { calendar, today, policy: desk.policy }

  const looks: RowFindings[] = []
  for await (const row of everyCase(office, { organs: [organ], open: true, tests: 'too' }))
    looks.push(lookAtRow(row, look))
  const { silent, ...seen } = together(looks)
  const lapsed = await lapse(office, organ, silent, time, calendar)
  // What was waited for counts again, and may be due at once.
  const resumed = together(lapsed.map((each) => ({ ...nothing, ...dueOf(foundIn(each), each, look) })))
  const findings = {
    ...seen,
    dueSoon: [...seen.dueSoon, ...resumed.dueSoon],
    overdue: [...seen.overdue, ...resumed.overdue],
    organ,
    today,
    looked: looks.length,
    lapsed,
    archivingOverdue: await unarchived(office, organ, look),
    retentionDue: desk.retentionDue,
    reportDue: await reportStillDue(office, organ, calendar, today),
  }
  const messages = remindersOf(findings, { ...look, ...desk, at })
  const fresh = await office.inTransaction(organ, ({ outbox }) => outbox.putAll(messages, at))
  return { ...findings, reminded: fresh.length }
}

/** Records each silence in a unit of its own, so that one that somebody else was quicker with keeps none back. */
async function lapse(
  office: Office,
  organ: OrganId,
  silent: RowFindings['silent'],
  { today, now: at }: SweepTime,
  calendar: Calendar,
): Promise<readonly LapsedConsultation[]> {
  if (silent.length === 0) return []
  const row = await office.organs.get(organ)
  if (row === null) throw new Error(`There is no organ ${organ}`)
  const context: HandlingContext = {
    today,
    organ: recordOf(row, () => undefined).kind,
    actor: { id: 'system', role: 'system', scope: 'organ' },
  }
  const lapsed: LapsedConsultation[] = []
  for (const each of silent) {
    const { request, consultation: id } = each
    const handling = { organ, request, action: 'lapseConsultation', command: { id }, context, at } as const
    const outcome = await allOrNothing(office, organ, (unit) => handleWithin(unit, handling, calendar))
    if (!hasFailed(outcome)) {
      const { due, firm } = outcome.clock
      lapsed.push({ ...each, due, firm })
    }
  }
  return lapsed
}

const foundIn = ({ request, number, handler }: LapsedConsultation) => ({ request, number, handler })

/** Ended, and not filed. */
const closedStatuses: readonly Status[] = ['served', 'dispatched', 'withdrawn', 'movedOn']

async function unarchived(
  office: Office,
  organ: OrganId,
  { today, policy }: Look,
): Promise<readonly Unarchived[]> {
  const closed = { from: '1900-01-01', to: addDays(today, -policy.archiveDays - 1) } as const
  const found: Unarchived[] = []
  // One status at a time: only then does its index give the rows.
  for (const status of closedStatuses)
    for await (const row of everyCase(office, {
      organs: [organ],
      open: false,
      status: [status],
      closed,
      tests: 'too',
    })) {
      const { disputes = [] } = row.more as CaseMore
      if (disputes.every(({ decided }) => decided !== null))
        found.push({ ...foundCase(row), closedOn: row.closedOn!, days: daysBetween(row.closedOn!, today) })
    }
  return found
}
