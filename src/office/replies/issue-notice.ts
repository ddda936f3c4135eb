/**
 * A step of the handling that goes out with a letter, done as one act: number, step, text, sealed copy and digest are
 * kept together or not at all.
 */
import type { Calendar } from '../../law/calendar.ts'
import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { type Handling, handleWithin } from '../handling/handle-request.ts'
import type { Recipient } from '../letters/definition.ts'
import type { Facts } from '../letters/facts.ts'
import { type LetterKind, letters } from '../letters/letters.ts'
import type { Conflict, Office, Unit } from '../ports.ts'
import type { CommandOf, Consultation, Refusal } from '../requests/index.ts'
import { announcements } from './announce.ts'
import { afterStep, type CaseFile, guarded, openCase } from './case-file.ts'
import { consultationIn, factsOfNotice, lettersOf, type NoticeAction, type NoticeCommand } from './notices.ts'
import { organParty, type Party, partyOf } from './party.ts'
import {
  type Acting,
  deskIn,
  type Issued,
  issueLetters,
  type LetterOrder,
  takeNumber,
  type Unwritten,
} from './write-letter.ts'

export interface IssueNotice<Action extends NoticeAction> extends Acting {
  readonly action: Action
  readonly command: NoticeCommand<Action>
  /** What only a person can know, for the letters; see `notices` and the definitions of the letters. */
  readonly facts?: Facts
  /** Id of the letter in the vault; a second letter has its kind behind it: `<id>-consultationNotice`. */
  readonly letterId: string
  /** False where the applicant knows already that somebody is being asked, and needs no second notice of it. */
  readonly tellsApplicant?: boolean
}

/** The request after the step and the letters that go out with it, that of the step first. */
export type IssueOutcome = Issued | Refusal | Conflict | Unwritten

/**
 * Does a step and makes out its letters.
 *
 * @returns the request and its letters; the refusal of the step; a conflict where somebody else was first; or every problem
 *   that keeps the letters from being written. But for the first nothing is kept, and no number is spent.
 */
export async function issueNotice<Action extends NoticeAction>(
  office: Office,
  notice: IssueNotice<Action>,
): Promise<IssueOutcome> {
  const calendar = await calendarOf(office, notice.organ)
  return allOrNothing(office, notice.organ, (unit) => issueNoticeWithin(unit, notice, calendar))
}

/** The same within a unit that does more; the caller abandons it where this fails or is refused. */
export async function issueNoticeWithin<Action extends NoticeAction>(
  unit: Unit,
  notice: IssueNotice<Action>,
  calendar: Calendar,
): Promise<IssueOutcome> {
  const { request, action, command, letterId, tellsApplicant = true } = notice
  const desk = await deskIn(unit, notice, calendar)
  const { context } = desk.acting
  const before = await openCase(unit, request, context, calendar)
  const [first, ...others] = lettersOf(action, before.state)
  const taken = first === undefined ? null : await takeNumber(desk, first, context.today)
  if (taken !== null && 'failure' in taken) return taken

  const people = 'counterpart' in command ? [command.counterpart as string] : []
  const done = await handleWithin(
    unit,
    {
      ...desk.acting,
      action,
      command: { ...command, ...(taken !== null && { letterNo: taken.letterNo }) } as CommandOf<Action>,
      context: await guarded(unit, before, context, people),
    } as Handling<Action>,
    calendar,
  )
  if (hasFailed(done)) return done
  if (first === undefined || taken === null) return { ...done, letters: [] }

  const file = await afterStep(unit, before, context)
  const consultation = consultationIn(file, command)
  const facts = factsOfNotice(file, action, consultation, notice.facts ?? {})
  const orderOf = async (kind: LetterKind): Promise<LetterOrder> => ({
    kind,
    facts,
    date: context.today,
    to: await recipientOf(unit, letters[kind].to, file, consultation),
    more: { applicantName: file.applicant?.addressee.name ?? '' },
  })
  const issued = await issueLetters(desk, [
    { letterId, order: await orderOf(first), taken },
    ...(await Promise.all(
      (tellsApplicant ? others : []).map(async (kind) => ({
        letterId: `${letterId}-${kind}`,
        order: await orderOf(kind),
      })),
    )),
  ])
  if (hasFailed(issued)) return issued
  const occasion = { about: request, once: String(issued.version), today: context.today, at: notice.at }
  await announcements[action]?.({ unit, file, consultation, letterNo: taken.letterNo, occasion })
  return { ...issued, warnings: done.warnings }
}

async function recipientOf(
  unit: Unit,
  to: Recipient,
  { applicant }: CaseFile,
  consultation: Consultation | undefined,
): Promise<Party | null> {
  if (to === 'applicant') return applicant
  if (consultation === undefined) return null
  const { counterpart } = consultation
  return to === 'agency' ? organParty(counterpart) : partyOf(unit, counterpart)
}
