/** The daily round over what an organ supervises: whoever has something to do is reminded before the day and after it. */
import { type Calendar, workingDaysBetween, works } from '../../law/calendar.ts'
import { type Day, formatChinese } from '../../law/day.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import type { Moment, Office, OrganId, SupervisionRow } from '../ports.ts'
import { everyRecord } from './every-record.ts'
import { inspectAll, organsUnder } from './inspection/inspect.ts'
import { lives } from './lives.ts'
import { quarterEnd, remindsOfSought } from './mocks/sought.ts'
import { tellOrgan, tellSupervisors } from './tell-organ.ts'

/** Working days before the last one on which somebody is reminded; and every so many after it. */
const before: readonly number[] = [5, 1, 0]
const after = 5

/** What a task or a finding is called in a message. */
export const actOf = ({ kind, data }: Pick<SupervisionRow, 'kind' | 'data'>): string =>
  `${lives[kind].caption}“${String(kind === 'task' ? data.title : data.what)}”`

/** Made twice on a day it is made once. How many were reminded. */
export async function sweepSupervision(
  office: Office,
  organ: OrganId,
  { today, now: at }: { readonly today: Day; readonly now: Moment },
): Promise<number> {
  const calendar = await calendarOf(office, organ)
  if (!works(calendar, today)) return 0
  let reminded = 0
  for (const kind of ['task', 'finding', 'complaint'] as const)
    for (const row of await everyRecord(office, { organs: [organ], kind })) {
      const due = dueNow(row, calendar, today)
      if (due === null) continue
      const occasion = { left: due.left, today, at, once: `${row.id}/${row.due}/${due.left}` }
      const sent =
        kind === 'complaint'
          ? await remindOfComplaint(office, row, occasion)
          : await remind(office, row, occasion)
      if (sent) reminded++
    }
  for (const row of await everyRecord(office, { organs: [organ], kind: 'mock' }))
    if (remindsOfSought(row, calendar, today) && (await remindOfSought(office, row, { today, at })))
      reminded++
  return reminded
}

interface Occasion {
  readonly left: number
  readonly today: Day
  readonly at: Moment
  readonly once: string
}

/** Whoever has a task or a finding to settle. */
async function remind(
  office: Office,
  row: SupervisionRow,
  { left, ...occasion }: Occasion,
): Promise<boolean> {
  if (row.about === null) return false
  const told = { ...occasion, by: row.organ, organ: row.about }
  const facts = { act: actOf(row), by: formatChinese(row.due!) }
  return left >= 0
    ? tellOrgan(office, { ...told, kind: 'supervisionDue', facts: { ...facts, days: `${left}` } })
    : tellOrgan(office, { ...told, kind: 'supervisionLate', facts })
}

/** Those who supervise. What is complained of may say who complains: a mail tells the organ and the day alone. */
async function remindOfComplaint(
  office: Office,
  { organ, about, due, openedOn }: SupervisionRow,
  { left, ...occasion }: Occasion,
): Promise<boolean> {
  const against = about === null ? null : await office.organs.get(about)
  const act = `${formatChinese(openedOn)}登记的${lives.complaint.caption}${against === null ? '' : `（${against.name}）`}`
  const told = { ...occasion, organ }
  const facts = { act, by: formatChinese(due!) }
  return left >= 0
    ? tellSupervisors(office, { ...told, kind: 'complaintDue', facts: { ...facts, days: `${left}` } })
    : tellSupervisors(office, { ...told, kind: 'complaintLate', facts })
}

/** Those who supervise: nobody at the organ that is tested hears of it. */
async function remindOfSought(
  office: Office,
  { organ, id, about, data }: SupervisionRow,
  { today, at }: Pick<Occasion, 'today' | 'at'>,
): Promise<boolean> {
  const tested = about === null ? null : await office.organs.get(about)
  const act = `${lives.mock.caption}${String(data.code)}${tested === null ? '' : `（${tested.name}）`}`
  return tellSupervisors(office, {
    ...{ organ, today, at, kind: 'mockSought', once: `${id}/sought/${today}` },
    facts: { act, by: formatChinese(quarterEnd(today)) },
  })
}

/** Whether a record asks for a reminder today, and how many working days are left. Pure. */
export function dueNow(
  { state, due }: Pick<SupervisionRow, 'state' | 'due'>,
  calendar: Calendar,
  today: Day,
): { readonly left: number } | null {
  if (due === null || (state !== 'open' && state !== 'sentBack')) return null
  const left = workingDaysBetween(calendar, today, due)
  const late = today > due && (left === -1 || left % after === 0)
  return before.includes(left) && today <= due ? { left } : late ? { left: Math.min(left, -1) } : null
}

/** Every morning's look at the organs below, where there are any. */
export async function inspectDaily(
  office: Office,
  organ: OrganId,
  { today, now: at }: { readonly today: Day; readonly now: Moment },
): Promise<void> {
  if ((await organsUnder(office, organ)).length === 0) return
  const by = { actor: 'system', at }
  await inspectAll(office, { organ, id: `daily-${today}`, on: today, by }, `${formatChinese(today)}每日巡查`)
}
