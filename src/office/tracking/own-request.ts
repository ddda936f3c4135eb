/** An applicant acts on their own request, which number and secret have opened before. */
import type { Calendar } from '../../law/calendar.ts'
import type { Day } from '../../law/day.ts'
import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { type HandlingContext, handleWithin, type Outcome } from '../handling/handle-request.ts'
import { requestPolicyOf } from '../handling/request-policy.ts'
import { notifyStaff } from '../messages/notify.ts'
import { recordOf } from '../organs/organ.ts'
import type { CaseId, Moment, Office, OrganId, Unit } from '../ports.ts'
import type { CommandOf, RequestAction, RequestPolicy } from '../requests/index.ts'

export interface Tracked {
  readonly organ: OrganId
  readonly request: CaseId
  readonly today: Day
  readonly at: Moment
  /** What the organ has settled for itself. */
  readonly policy?: Partial<RequestPolicy>
}

/** The request is not there, or not registered. */
export interface NoRequest {
  readonly failure: 'noRequest'
}

export const noRequest: NoRequest = { failure: 'noRequest' }

/** A unit in which the applicant acts. */
export interface OwnDesk {
  readonly unit: Unit
  readonly context: HandlingContext
  readonly calendar: Calendar
  act<Action extends RequestAction>(action: Action, command: CommandOf<Action>): Promise<Outcome>
}

/** An applicant has seen no version that they could insist on: where somebody was first, it is done once more. */
const tries = 3

/**
 * Does it in one unit and keeps nothing where it fails; then the handler is told. `words`: what the applicant did, in
 * the words of the message.
 */
export async function onOwnRequest(
  office: Office,
  tracked: Tracked,
  words: string,
  work: (desk: OwnDesk) => Promise<Outcome>,
): Promise<Outcome | NoRequest> {
  const { organ, request, at, today } = tracked
  const calendar = await calendarOf(office, organ)
  const once = () =>
    allOrNothing<Outcome | NoRequest>(office, organ, async (unit) => {
      const context = await ownContext(unit, tracked)
      if (context === null) return noRequest
      const act: OwnDesk['act'] = (action, command) =>
        handleWithin(unit, { organ, request, action, command, context, at }, calendar)
      const outcome = await work({ unit, context, calendar, act })
      if (hasFailed(outcome)) return outcome
      const told = { about: request, once: String(outcome.version), today, at }
      await notifyStaff(unit, { kind: 'applicantActed', facts: { act: words }, ...told })
      return outcome
    })
  for (let attempt = 1; ; attempt++) {
    const outcome = await once()
    const isConflict = 'failure' in outcome && outcome.failure === 'conflict'
    if (attempt === tries || !isConflict) return outcome
  }
}

/** The applicant as the actor; null where there is no such request. */
async function ownContext(unit: Unit, { request, today }: Tracked): Promise<HandlingContext | null> {
  const row = await unit.cases.get(request)
  const organ = await unit.organs.get(unit.organ)
  if (row === null || row.applicant === null || organ === null) return null
  return {
    today,
    organ: recordOf(organ, () => undefined).kind,
    actor: { id: row.applicant, role: 'applicant', scope: 'own' },
    policy: await requestPolicyOf(unit),
  }
}
