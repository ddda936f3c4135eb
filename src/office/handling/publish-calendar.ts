/** 放假安排公布: the paper is entered with its number, open cases are counted anew, and those that moved are named. */

import type { Day } from '../../law/day.ts'
import type { Act, CalendarPaper, CaseId, Office, OrganId } from '../ports.ts'
import { clockOf } from '../requests/index.ts'
import { calendarOf } from './calendar-of.ts'
import { dueOf } from './handle-request.ts'
import { stateOf } from './state-of-request.ts'

/** A case whose due day is another under the new calendar, or is no longer provisional. */
export interface MovedCase {
  readonly organ: OrganId
  readonly request: CaseId
  readonly before: { readonly due: Day | null; readonly firm: boolean }
  readonly after: { readonly due: Day | null; readonly firm: boolean }
}

export interface Published {
  readonly counted: number
  readonly moved: readonly MovedCase[]
}

/** Cases counted anew in one transaction: enough to be quick, few enough to hold nobody up. */
const step = 200

/** Counts the open cases of an organ anew whose due day comes from another calendar than the one in force. */
export const recount = async (office: Office, organ: OrganId): Promise<Published> => {
  const calendar = await calendarOf(office, organ)
  const moved: MovedCase[] = []
  let counted = 0
  for (;;) {
    const done = await office.inTransaction(organ, async (unit) => {
      const rows = await unit.cases.withOtherCalendar(calendar.version, step)
      const found: MovedCase[] = []
      for (const row of rows) {
        const counted = dueOf(clockOf(await stateOf(unit, row.id), calendar))
        const { due, firm } = counted
        await unit.cases.setDue(row.id, counted)
        if (due !== row.due || firm !== row.firm)
          found.push({
            organ,
            request: row.id,
            before: { due: row.due, firm: row.firm },
            after: { due, firm },
          })
      }
      return { rows: rows.length, found }
    })
    counted += done.rows
    moved.push(...done.found)
    if (done.rows < step) return { counted, moved }
  }
}

/**
 * Publishes a paper and counts the open cases of every organ it concerns anew.
 *
 * @returns the cases that moved; null where a paper of that scope and number is there already
 */
export const publishCalendar = async (
  office: Office,
  paper: CalendarPaper,
  by: Act,
): Promise<Published | null> => {
  if (!(await office.calendar.publish(paper, by))) return null
  const organs =
    paper.scope === 'national' ? await office.organs.all() : await office.organs.withSubordinates(paper.scope)
  const parts: Published[] = []
  for (const { id } of organs) parts.push(await recount(office, id))
  return {
    counted: parts.reduce((n, part) => n + part.counted, 0),
    moved: parts.flatMap((part) => part.moved),
  }
}
