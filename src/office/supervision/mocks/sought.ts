/**
 * Tests that were sent and whose case nobody has pointed to yet. Until somebody does, the case is counted like any
 * other, so whoever supervises is reminded of them.
 */
import { addWorkingDays, type Calendar, workingDaysBetween } from '../../../law/calendar.ts'
import { addDays, addMonths, type Day, quarterStart } from '../../../law/day.ts'
import { type MockRecord, requestOfMock } from './mock.ts'
import { expectedOn, sentOf } from './sent-facts.ts'

interface Looked extends MockRecord {
  readonly closedOn: Day | null
}

/** Whether its case is still looked for. One that was unveiled without a case was never registered, and is settled. */
export const isSought = (row: Looked): boolean =>
  row.closedOn === null && sentOf(row) !== null && requestOfMock(row) === null

/** Last day of the quarter, by which figures are drawn up. */
export const quarterEnd = (day: Day): Day => addDays(addMonths(quarterStart(day), 3), -1)

/** Working days that a letter is given where nobody knows when it was delivered. */
const onTheWay = 5

/** Working days after which the supervisor is reminded again. */
const every = 5

/** Working days before the quarter ends on which the supervisor is reminded once more. */
const beforeTheEnd: readonly number[] = [5, 1, 0]

/**
 * Whether the supervisor is reminded of it today, a working day: from the working day after it had to be on the
 * register, and before the quarter ends.
 */
export function remindsOfSought(row: Looked, calendar: Calendar, today: Day): boolean {
  const sent = sentOf(row)
  if (sent === null || !isSought(row)) return false
  const from = expectedOn(sent) ?? addWorkingDays(calendar, sent.sentOn, onTheWay).to
  if (today <= from) return false
  const since = workingDaysBetween(calendar, from, today)
  return (
    (since - 1) % every === 0 || beforeTheEnd.includes(workingDaysBetween(calendar, today, quarterEnd(today)))
  )
}
