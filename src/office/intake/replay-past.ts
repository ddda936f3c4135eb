/**
 * A past request as the verbs that would have made it, each on its day. What the register does not tell is said to be
 * in the old file, never made up; whatever the verbs refuse is a fault of the row. Pure.
 */
import { compareDays, laterOf } from '../../law/day.ts'
import {
  type Context,
  type Decision,
  emptyRequest,
  fold,
  may,
  type RecordedEvent,
  type RequestState,
  verbs,
} from '../requests/index.ts'
import { endingOf } from './past-ending.ts'
import type { PastRequest } from './past-request.ts'
import { consultationId, inFile, type Replayed, type Step, step } from './past-steps.ts'

/** The verbs: first the receipt, then the others in the order of their days. */
export function stepsOf(past: PastRequest, by: Replayed): readonly Step[] {
  const later = [...onTheWay(past, by), ...endingOf(past, by), ...filing(past)]
  return [...receipt(past, by), ...later.toSorted((a, b) => compareDays(a.on, b.on))]
}

function receipt(past: PastRequest, { applicant }: Replayed): readonly Step[] {
  const { number, variant, kind, channel, arrivedOn, receivedOn, oralBecause } = past
  const on = receivedOn === null ? arrivedOn : laterOf(arrivedOn, receivedOn)
  const command = {
    number,
    variant,
    applicant,
    applicantKind: kind,
    channel,
    arrivedOn,
    ...(receivedOn !== null && { confirmedOn: receivedOn }),
    ...(oralBecause !== null && { oralBecause }),
  }
  return [step(on, 'receive', command), step(on, 'annotate', { text: inFile })]
}

function onTheWay(past: PastRequest, { thirdParty }: Replayed): readonly Step[] {
  const { correctionAskedOn, correctionBy, correctedOn, extendedOn, extensionDays } = past
  const { thirdPartyAskedOn, thirdPartyReachedOn, thirdPartyAnsweredOn, thirdPartyOpinion } = past
  const { reasonsAskedOn, reasonsBy, feeAskedOn, feeServedOn, feePages, feePieces } = past
  const steps: Step[] = []
  if (correctionAskedOn !== null) {
    const items = [{ requirement: 'description', what: inFile }] as const
    steps.push(step(correctionAskedOn, 'askCorrection', { items, by: correctionBy!, letterNo: inFile }))
    if (correctedOn !== null)
      steps.push(
        step(correctedOn, 'acceptCorrection', correctedOn > correctionBy! ? { lateBecause: inFile } : {}),
      )
  }
  if (extendedOn !== null)
    steps.push(
      step(extendedOn, 'proposeExtension', { days: extensionDays!, because: inFile }),
      step(extendedOn, 'approveExtension', { letterNo: inFile }),
    )
  if (thirdPartyAskedOn !== null) {
    const id = consultationId
    steps.push(
      step(thirdPartyAskedOn, 'consultThirdParty', {
        id,
        counterpart: thirdParty,
        matter: inFile,
        letterNo: inFile,
      }),
      step(thirdPartyReachedOn ?? thirdPartyAskedOn, 'recordConsultationReceipt', { id }),
    )
    if (thirdPartyAnsweredOn !== null)
      steps.push(
        step(thirdPartyAnsweredOn, 'returnConsultation', {
          id,
          opinion: thirdPartyOpinion!,
          reasons: inFile,
        }),
      )
    else if (past.answeredOn !== null) steps.push(step(past.answeredOn, 'lapseConsultation', { id }))
  }
  if (reasonsAskedOn !== null)
    steps.push(step(reasonsAskedOn, 'askReasons', { facts: inFile, by: reasonsBy!, letterNo: inFile }))
  if (feeAskedOn !== null) {
    const quantity = feePages === null ? { pieces: feePieces! } : { pages: feePages }
    steps.push(
      step(feeAskedOn, 'askFee', { ...quantity, payHow: inFile, letterNo: inFile }),
      step(feeServedOn!, 'recordFeeNoticeService', {}),
    )
  }
  return steps
}

const filing = ({ retention, fileNo, archivedOn }: PastRequest): readonly Step[] =>
  archivedOn === null ? [] : [step(archivedOn, 'archive', { retention: retention!, fileNo: fileNo! })]

/** Who does a step, and on what day; whether drafts went through a review is not known of the past. */
export function contextFor(
  { on, action }: Step,
  { organ, importer, head }: Pick<Replayed, 'organ' | 'importer' | 'head'>,
): Omit<Context, 'calendar'> {
  const actor = may('handler', action, 'organ') ? importer : head
  return { today: on, organ, actor, policy: { reviewBeforeApproval: false } }
}

/** The state that the verbs would lead to, or what they refuse. Nothing is written. */
export function rehearse(past: PastRequest, by: Replayed): RequestState | string {
  let state = emptyRequest
  for (const each of stepsOf(past, by)) {
    const context = { ...contextFor(each, by), calendar: by.calendar }
    const verb = verbs[each.action] as unknown as (s: RequestState, c: unknown, x: Context) => Decision
    const decision = verb(state, each.command(state, context), context)
    if (decision.refused) return decision.message
    const actor = context.actor.id
    state = fold(
      decision.events.map((made) => ({ ...made, actor }) as RecordedEvent),
      state,
    )
  }
  return state
}
