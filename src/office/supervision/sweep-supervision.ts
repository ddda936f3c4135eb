/** The daily round over what an organ supervises: whoever has something to do is reminded before the day and after it. */
import { type Calendar, workingDaysBetween, works } from '../../law/calendar.ts'
import { type Day, formatChinese } from '../../law/day.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import type { Moment, Office, OrganId, SupervisionRow } from '../ports.ts'
import { everyRecord } from './every-record.ts'
import { inspectAll, organsUnder } from './inspection/inspect.ts'
import { lives } from './lives.ts'
import { tellOrgan } from './tell-organ.ts'

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
  for (const kind of ['task', 'finding'] as const)
    for (const row of await everyRecord(office, { organs: [organ], kind })) {
      const due = dueNow(row, calendar, today)
      if (due === null || row.about === null) continue
      const { left } = due
      const told = { by: organ, organ: row.about, today, at, once: `${row.id}/${row.due}/${left}` }
      const facts = { act: actOf(row), by: formatChinese(row.due!) }
      const sent =
        left >= 0
          ? await tellOrgan(office, { ...told, kind: 'supervisionDue', facts: { ...facts, days: `${left}` } })
          : await tellOrgan(office, { ...told, kind: 'supervisionLate', facts })
      if (sent) reminded++
    }
  return reminded
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
