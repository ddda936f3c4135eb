/** 放假安排公布: the paper is entered with its number, open cases are counted anew, and those that moved are named. */

import type { Calendar } from '../../law/calendar.ts'
import type { Day } from '../../law/day.ts'
import { appendTo } from '../append-to.ts'
import { dayAt } from '../beijing-time.ts'
import { administered } from '../organs/administration-events.ts'
import type { Act, CalendarPaper, CaseDue, CaseId, CaseRow, Office, OrganId, Unit } from '../ports.ts'
import { clockOf } from '../requests/index.ts'
import { streamOfOrgan } from '../streams.ts'
import { calendarAfter, calendarOf } from './calendar-of.ts'
import { everyCase } from './every-case.ts'
import { dueOf } from './handle-request.ts'
import { requestPolicyOf } from './request-policy.ts'
import { stateOf } from './state-of-request.ts'

/** A case whose due day is another under the new calendar, or is no longer provisional. */
export interface MovedCase {
  readonly organ: OrganId
  readonly request: CaseId
  readonly number: string | null
  readonly before: { readonly due: Day | null; readonly firm: boolean }
  readonly after: { readonly due: Day | null; readonly firm: boolean }
}

export interface Recounted {
  readonly counted: number
  readonly moved: readonly MovedCase[]
}

/** Cases counted anew in one transaction: enough to be quick, few enough to hold nobody up. */
const step = 200

/** Counts the open cases of an organ anew whose due day comes from another calendar than the one in force. */
export const recount = async (office: Office, organ: OrganId): Promise<Recounted> => {
  const calendar = await calendarOf(office, organ)
  const moved: MovedCase[] = []
  let counted = 0
  for (;;) {
    const done = await office.inTransaction(organ, async (unit) => {
      const rows = await unit.cases.withOtherCalendar(calendar.version, step)
      return { rows: rows.length, found: await settled(unit, rows, calendar) }
    })
    counted += done.rows
    moved.push(...done.found)
    if (done.rows < step) return { counted, moved }
  }
}

/** Counts every open case of an organ anew, as after a change of what it has settled for its clock. */
export const recountAll = async (office: Office, organ: OrganId): Promise<Recounted> => {
  const calendar = await calendarOf(office, organ)
  const rows: CaseRow[] = []
  for await (const row of everyCase(office, { organs: [organ], open: true, tests: 'too' })) rows.push(row)
  const moved: MovedCase[] = []
  for (let first = 0; first < rows.length; first += step)
    moved.push(
      ...(await office.inTransaction(organ, (unit) =>
        settled(unit, rows.slice(first, first + step), calendar),
      )),
    )
  return { counted: rows.length, moved }
}

/** Writes the due days under the calendar and tells those that are others. */
async function settled(
  unit: Unit,
  rows: readonly CaseRow[],
  calendar: Calendar,
): Promise<readonly MovedCase[]> {
  const moves = await movesUnder(unit, rows, calendar)
  for (const { row, due } of moves) await unit.cases.setDue(row.id, due)
  return moves.flatMap(movedIn)
}

/** The due days of cases under a calendar, beside the rows that say what they were. */
async function movesUnder(unit: Unit, rows: readonly CaseRow[], calendar: Calendar) {
  const { clock: policy } = await requestPolicyOf(unit)
  const found: { readonly row: CaseRow; readonly due: CaseDue }[] = []
  for (const row of rows) {
    found.push({ row, due: dueOf(clockOf(await stateOf(unit, row.id), calendar, undefined, policy)) })
  }
  return found
}

const movedIn = ({
  row,
  due: after,
}: {
  readonly row: CaseRow
  readonly due: CaseDue
}): readonly MovedCase[] =>
  after.due === row.due && after.firm === row.firm
    ? []
    : [
        {
          organ: row.organ,
          request: row.id,
          number: row.number,
          before: { due: row.due, firm: row.firm },
          after: { due: after.due, firm: after.firm },
        },
      ]

/** Whom a paper concerns: everybody, or an organ and those below it. */
const concernedBy = (office: Office, { scope }: CalendarPaper) =>
  scope === 'national' ? office.organs.all() : office.organs.withSubordinates(scope)

/**
 * What would move if the paper were published, and nothing is written.
 *
 * @returns null where a paper of that scope and number is there already
 */
export const previewCalendar = async (office: Office, paper: CalendarPaper): Promise<Recounted | null> => {
  const known = await office.calendar.list()
  if (known.some(({ scope, paper: { number } }) => scope === paper.scope && number === paper.paper.number))
    return null
  const moved: MovedCase[] = []
  let counted = 0
  for (const { id } of await concernedBy(office, paper)) {
    const calendar = calendarAfter([...(await office.calendar.forOrgan(id)), paper])
    const rows: CaseRow[] = []
    for await (const row of everyCase(office, { organs: [id], open: true, tests: 'too' })) rows.push(row)
    counted += rows.length
    const moves = await office.inTransaction(id, (unit) => movesUnder(unit, rows, calendar))
    moved.push(...moves.flatMap(movedIn))
  }
  return { counted, moved }
}

/**
 * Publishes a paper, counts the open cases of every organ it concerns anew, and tells the log of the organ at which it
 * is entered.
 *
 * @returns the cases that moved; null where a paper of that scope and number is there already
 */
export const publishCalendar = async (
  office: Office,
  organ: OrganId,
  paper: CalendarPaper,
  by: Act,
): Promise<Recounted | null> => {
  if (!(await office.calendar.publish(paper, by))) return null
  const parts: Recounted[] = []
  for (const { id } of await concernedBy(office, paper)) parts.push(await recount(office, id))
  const moved = parts.flatMap((part) => part.moved)
  const scope = paper.scope === 'national' ? 'national' : 'organ'
  const { number } = paper.paper
  const event = administered('calendarPublished', dayAt(by.at), { scope, number, moved: moved.length })
  await office.inTransaction(organ, (unit) => appendTo(unit, streamOfOrgan(organ), event, by))
  return { counted: parts.reduce((n, part) => n + part.counted, 0), moved }
}
