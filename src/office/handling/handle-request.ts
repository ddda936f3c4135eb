/**
 * A verb done to a request: its events loaded, the law asked, what follows written together with its projections,
 * all in one transaction. The pure verbs decide; this file is the only way from them to the store.
 */

import type { Calendar } from '../../law/calendar.ts'
import type { Clock, Problem } from '../../law/clock.ts'
import { announceStep } from '../messages/announce-step.ts'
import type { Act, CaseDue, CaseId, Conflict, DeriveDue, Office, OrganId, Unit } from '../ports.ts'
import {
  type CommandOf,
  type Context,
  clockOf,
  type Decision,
  fold,
  policyOf,
  type RecordedEvent,
  type Refusal,
  type RequestAction,
  type RequestState,
  verbs,
} from '../requests/index.ts'
import { streamOfRequest } from '../streams.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { calendarOf } from './calendar-of.ts'
import { requestPolicyOf } from './request-policy.ts'
import { eventsOf } from './state-of-request.ts'

/** What the caller knows; the calendar is the organ's own. */
export type HandlingContext = Omit<Context, 'calendar'>

export interface Handling<Action extends RequestAction> {
  readonly organ: OrganId
  readonly request: CaseId
  readonly action: Action
  readonly command: CommandOf<Action>
  readonly context: HandlingContext
  /** Moment of recording, ISO 8601. */
  readonly at: Act['at']
  /** Version of the request the caller has seen; another version now is a conflict, not a lost update. */
  readonly seen?: number
}

export interface Handled {
  readonly refused: false
  readonly version: number
  readonly state: RequestState
  readonly clock: Clock
  readonly warnings: readonly Problem[]
}

export type Outcome = Handled | Refusal | Conflict

export const dueOf = ({ due, firm, took, calendarVersion }: Clock): CaseDue => ({
  due,
  firm,
  took,
  calendarVersion,
})

/** Derives the due day kept for sorting, under a calendar: for rebuilding and for comparing. */
export const deriveDueUnder =
  (calendar: Calendar, policy: Parameters<typeof clockOf>[3] = {}): DeriveDue =>
  (events) =>
    dueOf(clockOf(fold(events as readonly RecordedEvent[]), calendar, undefined, policy))

const isConflict = (value: object): value is Conflict => 'failure' in value

const decide = <Action extends RequestAction>(
  { action, command }: Handling<Action>,
  state: RequestState,
  context: Context,
): Decision => {
  const verb = verbs[action] as unknown as (s: RequestState, c: CommandOf<Action>, x: Context) => Decision
  return verb(state, command, context)
}

/** Does a verb within a unit that does more: nothing is kept unless the unit is, and the caller abandons it. */
export const handleWithin = async <Action extends RequestAction>(
  unit: Unit,
  handling: Handling<Action>,
  calendar: Calendar,
): Promise<Outcome> => {
  const { request, seen, at } = handling
  const stream = streamOfRequest(request)
  const events = await eventsOf(unit, request)
  if (seen !== undefined && seen !== events.length)
    return { failure: 'conflict', stream, expected: seen, actual: events.length }
  const settled = handling.context.policy ?? (await requestPolicyOf(unit))
  const context: Context = { ...handling.context, policy: settled, calendar }
  const before = fold(events)
  const decision = decide(handling, before, context)
  if (decision.refused) return decision
  const by: Act = { actor: context.actor.id, at }
  const stored = await unit.events.append(stream, events.length, decision.events, by)
  if (isConflict(stored)) return stored
  const state = fold(stored as readonly RecordedEvent[], before)
  const { clock: policy } = policyOf(context)
  // The day kept for sorting is that of no day in particular; what is shown is counted on the day it is shown.
  // Most events do not move the clock, and then it stays: a notice of holidays counts every open case anew by itself.
  if (events.length === 0 || state.clock !== before.clock)
    await unit.cases.setDue(request, dueOf(clockOf(state, calendar, undefined, policy)))
  const { today, actor } = context
  await announceStep(unit, { request, action: handling.action, actor: actor.id, state, today, at })
  return {
    refused: false,
    version: events.length + stored.length,
    state,
    clock: clockOf(state, calendar, context.today, policy),
    warnings: decision.warnings,
  }
}

/**
 * Does a verb to a request.
 *
 * @returns what became of the request; a refusal with its article; or a conflict where somebody else was first.
 *   After a refusal or a conflict nothing is kept.
 */
export const handleRequest = async <Action extends RequestAction>(
  office: Office,
  handling: Handling<Action>,
): Promise<Outcome> => {
  const calendar = await calendarOf(office, handling.organ)
  return allOrNothing(office, handling.organ, (unit) => handleWithin(unit, handling, calendar))
}
