/**
 * 发出: what leaves is the letter that was sealed, with its enclosures cleared. What it tells of remedies follows from
 * the law and the organ; everything that the gate finds wanting is told at once.
 */
import type { Calendar } from '../../law/calendar.ts'
import { allOrNothing } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { type Handled, handleWithin } from '../handling/handle-request.ts'
import type { LetterOrgan } from '../letters/organ.ts'
import { problem } from '../letters/problem.ts'
import { notifyApplicant } from '../messages/notify.ts'
import type { Topic } from '../messages/payloads.ts'
import type { Conflict, Office, Unit } from '../ports.ts'
import type { Dispatch } from '../requests/dispatch.ts'
import { type GateItem, qualityGate, type Refusal, type Remedies } from '../requests/index.ts'
import { type CaseFile, openCase } from './case-file.ts'
import { type NoLetter, openLetter } from './open-letter.ts'
import { remediesTold } from './remedies-told.ts'
import { type Acting, deskIn, type Unwritten, unwritten } from './write-letter.ts'

export interface DispatchReply extends Acting {
  /** How it leaves; what it tells of remedies is found here. */
  readonly command: Omit<Dispatch, 'remedies'>
}

/** The request after it left, and how the applicant is told of it; not what was asked for, nor what was decided. */
export type Dispatched = Handled & { readonly told: readonly Topic[] }

/** A refusal with every item of the gate, those in order too. */
export type Held = Refusal & { readonly gate: readonly GateItem[] }

/** Sends a sealed reply out. Where it may not leave nothing is kept. */
export async function dispatchReply(
  office: Office,
  sending: DispatchReply,
): Promise<Dispatched | Held | Conflict | NoLetter | Unwritten> {
  const calendar = await calendarOf(office, sending.organ)
  return allOrNothing(office, sending.organ, (unit) => dispatchWithin(unit, sending, calendar))
}

async function dispatchWithin(
  unit: Unit,
  { command, ...acting }: DispatchReply,
  calendar: Calendar,
): Promise<Dispatched | Held | Conflict | NoLetter | Unwritten> {
  const desk = await deskIn(unit, acting, calendar)
  const { organ } = desk.house
  const { request, context, at } = desk.acting
  const file = await openCase(unit, request, context, calendar)
  const leaving = await whatLeaves(unit, file, organ)
  if ('failure' in leaving) return leaving
  const { remedies } = leaving
  const done = await handleWithin(
    unit,
    { seen: file.state.version, ...desk.acting, action: 'dispatch', command: { ...command, remedies } },
    calendar,
  )
  if ('failure' in done) return done
  if (done.refused) {
    const { method } = command
    const gate = qualityGate(file.state, { method, remedies }, { ...context, calendar })
    return { ...done, gate: done.code === 'notPermitted' ? [] : gate }
  }
  // What is handed over needs no announcement.
  const isTold = command.method === 'online' || command.method === 'post'
  const { today } = context
  const told = isTold
    ? await notifyApplicant(unit, {
        kind: 'answered',
        about: request,
        facts: {},
        once: String(done.version),
        today,
        at,
      })
    : []
  return { ...done, told }
}

/** The sealed letter opened and held against the log, and what it tells; nothing where none is sealed yet. */
async function whatLeaves(
  unit: Unit,
  { state, calendar }: CaseFile,
  organ: LetterOrgan,
): Promise<{ readonly remedies: Remedies | null } | NoLetter | Unwritten> {
  const { draft, letters } = state
  const issued = letters.find(({ letterNo }) => letterNo === draft?.seal?.letterNo)
  if (draft === null || issued === undefined) return { remedies: null }
  const letter = await openLetter(unit, state, issued.letter)
  if ('failure' in letter) return letter
  const remedies = remediesTold(draft, letter, organ, calendar)
  return remedies === 'differs' ? unwritten([differs]) : { remedies }
}

const differs = problem(
  'missingOrganData',
  '救济途径',
  '已用印的文书所写的行政复议机关、管辖法院与机关资料不一致，不能发出；请核对机关资料，或者退回重新拟稿。',
)
