/**
 * A third party finds what it was asked (条例§32): the code from its letter opens which information of which organ is
 * asked for, and until when it may answer; not who asks.
 */

import type { Calendar } from '../../law/calendar.ts'
import type { Citation } from '../../law/citation.ts'
import { type Day, formatChinese } from '../../law/day.ts'
import { forThirdParty } from '../applicants/masked-view.ts'
import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { type HandlingContext, handleWithin } from '../handling/handle-request.ts'
import { stateOf } from '../handling/state-of-request.ts'
import { contactNote } from '../letters/organ.ts'
import type { Act, CaseId, Conflict, Office, OrganId, Unit } from '../ports.ts'
import { type LetterHouse, letterHouseOf } from '../replies/letter-organ.ts'
import type { Consultation, Refusal, RequestState } from '../requests/index.ts'
import { limitOf } from '../requests/lapse-consultation.ts'
import { findCoded } from './consultation-code.ts'

export interface ByCode {
  readonly organ: OrganId
  readonly code: string
  readonly today: Day
  /** Moment of recording, ISO 8601. */
  readonly at: Act['at']
  /** What the organ has settled for its clock. */
  readonly policy?: HandlingContext['policy']
}

/** What the third party is shown. */
export interface ConsultationView {
  /** Name of the organ. */
  readonly organ: string
  /** Whom to ask there, as in the note of a letter. */
  readonly contact: string
  /** The organ's number of the request. */
  readonly applicationNo: string
  /** Whether a person or an organisation asks; nothing else is told of them. */
  readonly applicant: string
  /** The information that is asked for and concerns the third party. */
  readonly information: string
  readonly sentOn: Day
  /** Last day for the opinion. */
  readonly by: Day
}

/** The code opens nothing, or nothing any more. Only who has a code that opened something is told why. */
export interface CodeRefusal {
  readonly refused: true
  readonly code: 'unknownCode' | 'answered' | 'ended' | 'expired' | 'reasonsWanted'
  readonly message: string
  readonly cites: readonly Citation[]
}

export const refuseCode = (code: CodeRefusal['code'], message: string): CodeRefusal => ({
  refused: true,
  code,
  message,
  cites: ['条例§32'],
})

/**
 * What the third party is asked. The first opening is recorded as the day of receipt where none is on file: whoever
 * has the code has the letter, and from that day the 15 working days run. The record is the system's, for nobody of
 * the office is there; a day that is on file, as of a letter that was signed for, stays.
 */
export async function openConsultation(
  office: Office,
  by: ByCode,
): Promise<ConsultationView | CodeRefusal | Refusal | Conflict> {
  const calendar = await calendarOf(office, by.organ)
  return allOrNothing(office, by.organ, async (unit) => {
    const opened = await openWithin(unit, by, calendar)
    return hasFailed(opened) ? opened : opened.view
  })
}

/** A consultation that is open to an answer. */
export interface OpenedConsultation {
  readonly request: CaseId
  readonly consultation: Consultation
  readonly context: Omit<HandlingContext, 'actor'>
  readonly view: ConsultationView
}

/** Opens it within a unit that does more. */
export async function openWithin(
  unit: Unit,
  { code, today, at, policy }: ByCode,
  calendar: Calendar,
): Promise<OpenedConsultation | CodeRefusal | Refusal | Conflict> {
  const coded = await findCoded(unit, code)
  if (coded === null) return refuseCode('unknownCode', '代码不正确，请核对征求意见函上的代码。')
  const { request, consultation: id } = coded
  const house = await letterHouseOf(unit)
  const state = await stateOf(unit, request)
  const found = state.consultations.find((each) => each.id === id)
  const closed = closedBecause(state, found, today, calendar, house)
  if (closed !== null) return closed

  const context = { today, organ: house.organ.kind, ...(policy && { policy }) }
  const reached = found!.reachedOn === null
  const after = reached ? await reach(unit, { request, id, context, at }, calendar) : state
  if (hasFailed(after)) return after
  const consultation = after.consultations.find((each) => each.id === id)!
  return { request, consultation, context, view: viewOf(after, consultation, house, calendar) }
}

function closedBecause(
  { progress }: RequestState,
  found: Consultation | undefined,
  today: Day,
  calendar: Calendar,
  { organ }: LetterHouse,
): CodeRefusal | null {
  const ask = `如需补充，请与本机关联系（${contactNote(organ)}）。`
  if (found?.opinion != null) return refuseCode('answered', `已经收到对该函的意见，无需再次提交。${ask}`)
  const limit = found === undefined ? null : limitOf(found, calendar)
  if (limit !== null && today > limit)
    return refuseCode('expired', `提出意见的期限已于${formatChinese(limit)}届满。${ask}`)
  return found === undefined || found.endedOn !== null || progress.ended !== null
    ? refuseCode('ended', `该申请的征求意见已经结束，无需再提出意见。${ask}`)
    : null
}

interface Reaching {
  readonly request: CaseId
  readonly id: string
  readonly context: Omit<HandlingContext, 'actor'>
  readonly at: Act['at']
}

async function reach(
  unit: Unit,
  { request, id, context, at }: Reaching,
  calendar: Calendar,
): Promise<RequestState | Refusal | Conflict> {
  const done = await handleWithin(
    unit,
    {
      organ: unit.organ,
      request,
      action: 'recordConsultationReceipt',
      command: { id },
      context: { ...context, actor: { id: 'system', role: 'system', scope: 'organ' } },
      at,
    },
    calendar,
  )
  return hasFailed(done) ? done : done.state
}

function viewOf(
  { number, applicantKind }: RequestState,
  consultation: Consultation,
  { organ }: LetterHouse,
  calendar: Calendar,
): ConsultationView {
  return {
    organ: organ.name,
    contact: contactNote(organ),
    applicationNo: number!,
    applicant: forThirdParty({ kind: applicantKind! }).kind,
    information: consultation.matter,
    sentOn: consultation.sentOn,
    // It has reached the third party, so its period runs.
    by: limitOf(consultation, calendar)!,
  }
}
