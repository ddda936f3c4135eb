/**
 * 登记回执: tells the applicant the day of receipt and the day of the answer (条例§31, §33¶2). An application is received
 * whether or not a receipt can be written, so a receipt that cannot undoes nothing: its problems are told, no number
 * is spent, and it can be made out later.
 */
import type { Calendar } from '../../law/calendar.ts'
import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { type Handled, handleWithin } from '../handling/handle-request.ts'
import type { Problem } from '../letters/problem.ts'
import type { Conflict, Office, Unit } from '../ports.ts'
import type { CommandOf, Refusal } from '../requests/index.ts'
import { openCase } from './case-file.ts'
import { factsOfCase, withTyped } from './facts-of-case.ts'
import { voidedLetters } from './voided-letters.ts'
import {
  type Acting,
  deskIn,
  type Issued,
  type IssuedLetter,
  issueLetters,
  type LetterOrder,
  type Unwritten,
  writeLetter,
} from './write-letter.ts'

export interface IssueReceipt extends Acting {
  /** Id of the letter in the vault. */
  readonly letterId: string
}

/**
 * Makes out the receipt, within a unit that does more. Nothing is done where it cannot be written.
 *
 * @returns the receipt; null where none is due: before the day of receipt, for the correction of a record, which has
 *   no day for its answer (条例§41), and where there is one already whose number is not void
 */
export async function issueReceiptWithin(
  unit: Unit,
  { letterId, ...acting }: IssueReceipt,
  calendar: Calendar,
): Promise<Issued | Refusal | Conflict | Unwritten | null> {
  const desk = await deskIn(unit, acting, calendar)
  const { context, request } = desk.acting
  const file = await openCase(unit, request, context, calendar)
  const { progress, variant, letters } = file.state
  if (progress.receivedOn === null || variant === 'recordCorrection') return null
  const receipts = letters.filter(({ kind }) => kind === 'receipt')
  const voided = await voidedLetters(unit, { letters: receipts })
  if (receipts.some(({ letter }) => !voided.has(letter))) return null
  const facts = withTyped(factsOfCase(file), {})
  const order: LetterOrder = { kind: 'receipt', facts, to: file.applicant, date: context.today }
  const tried = writeLetter(desk.house, order, null)
  return 'failure' in tried ? tried : issueLetters(desk, [{ letterId, order }])
}

/** The same as an act of its own. */
export async function issueReceipt(
  office: Office,
  receipt: IssueReceipt,
): Promise<Issued | Refusal | Conflict | Unwritten | null> {
  const calendar = await calendarOf(office, receipt.organ)
  return office.inTransaction(receipt.organ, async (unit) => {
    const outcome = await issueReceiptWithin(unit, receipt, calendar)
    if (outcome === null || hasFailed(outcome)) unit.abandon()
    return outcome
  })
}

export interface ConfirmReceipt extends IssueReceipt {
  readonly command: CommandOf<'confirmReceipt'>
}

/** The request as received, with its receipt, or why there is none. */
export type Confirmed = Handled & {
  readonly letters: readonly IssuedLetter[]
  readonly problems: readonly Problem[]
}

/** 确认收到, and the receipt with it. */
export async function confirmReceipt(
  office: Office,
  { command, ...receipt }: ConfirmReceipt,
): Promise<Confirmed | Refusal | Conflict> {
  const calendar = await calendarOf(office, receipt.organ)
  return allOrNothing(office, receipt.organ, async (unit): Promise<Confirmed | Refusal | Conflict> => {
    const { acting } = await deskIn(unit, receipt, calendar)
    const done = await handleWithin(unit, { ...acting, action: 'confirmReceipt', command }, calendar)
    if (hasFailed(done)) return done
    const issued = await issueReceiptWithin(unit, receipt, calendar)
    if (issued === null) return { ...done, letters: [], problems: [] }
    if ('problems' in issued) return { ...done, letters: [], problems: issued.problems }
    return hasFailed(issued) ? issued : { ...issued, warnings: done.warnings, problems: [] }
  })
}
