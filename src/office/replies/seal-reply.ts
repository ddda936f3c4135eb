/**
 * 编号、用印: the reply that was signed gets the next number of its series and its seal, and the letter is made out as
 * of its date, all in one act.
 */
import type { Calendar } from '../../law/calendar.ts'
import type { Day } from '../../law/day.ts'
import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { handleWithin } from '../handling/handle-request.ts'
import { type Problem, problem } from '../letters/problem.ts'
import type { Conflict, Office, Unit } from '../ports.ts'
import { type Draft, type Refusal, verbs } from '../requests/index.ts'
import { type CaseFile, openCase } from './case-file.ts'
import { isDraftOf, replyOf } from './reply.ts'
import { orderOfReply } from './reply-order.ts'
import {
  type Acting,
  deskIn,
  type Issued,
  issueLetters,
  type LetterOrder,
  takeNumber,
  type Unwritten,
  unwritten,
} from './write-letter.ts'

export interface SealReply extends Acting {
  /** Which seal. */
  readonly seal: string
  /** 成文日期; the day the head signed, unless another is given. */
  readonly datedOn?: Day
  /** Id of the letter in the vault. */
  readonly letterId: string
}

/** Seals the reply that was signed and makes out its letter. Where that fails nothing is kept, no number is spent. */
export async function sealReply(
  office: Office,
  sealing: SealReply,
): Promise<Issued | Refusal | Conflict | Unwritten> {
  const calendar = await calendarOf(office, sealing.organ)
  return allOrNothing(office, sealing.organ, (unit) => sealWithin(unit, sealing, calendar))
}

async function sealWithin(
  unit: Unit,
  { seal, datedOn, letterId, ...acting }: SealReply,
  calendar: Calendar,
): Promise<Issued | Refusal | Conflict | Unwritten> {
  const desk = await deskIn(unit, acting, calendar)
  const { request, context } = desk.acting
  const file = await openCase(unit, request, context, calendar)
  const refusal = verbs.seal.guard(file.state, { ...context, calendar })
  if (refusal !== null) return refusal
  // The guard lets nothing pass that is not drafted and signed.
  const draft = file.state.draft!
  const date = datedOn ?? draft.approvedOn!
  const order = await orderAsSigned(unit, file, draft, date)
  if ('failure' in order) return order
  const taken = await takeNumber(desk, order.kind, date)
  if ('failure' in taken) return taken
  const { letterNo } = taken
  const done = await handleWithin(
    unit,
    {
      seen: file.state.version,
      ...desk.acting,
      action: 'seal',
      command: { seal, letterNo, datedOn: date },
    },
    calendar,
  )
  if (hasFailed(done)) return done
  const issued = await issueLetters(desk, [{ letterId, order, taken }])
  return hasFailed(issued) ? issued : { ...issued, warnings: done.warnings }
}

/** The letter of the reply in the vault, if it is the one that was drafted, reviewed and signed. */
async function orderAsSigned(
  unit: Unit,
  file: CaseFile,
  draft: Draft,
  date: Day,
): Promise<LetterOrder | Unwritten> {
  const reply = await replyOf(unit, file.id)
  if (reply === null) return unwritten([notAsSigned('没有留存该拟稿的文书内容')])
  const { order, problems } = await orderOfReply(unit, file, reply, date)
  if (problems.length > 0) return unwritten(problems)
  return isDraftOf(draft, reply, order.facts)
    ? order
    : unwritten([notAsSigned('卷内情况在签发后有变动，文书内容与签发的拟稿不一致')])
}

const notAsSigned = (why: string): Problem =>
  problem('missingContext', '拟稿', `${why}，不能用印；请退回重新拟稿、审核、签发。`)
