/** Steps that go without a letter, and of which somebody is told all the same. */
import type { Day } from '../../law/day.ts'
import { dayAt } from '../beijing-time.ts'
import type { ActorId, CaseId, Moment, Unit } from '../ports.ts'
import type { RequestAction, RequestState } from '../requests/index.ts'
import { notifyApplicant, notifyMember } from './notify.ts'

export interface Step {
  readonly request: CaseId
  readonly action: RequestAction
  readonly actor: ActorId
  /** The request after the step. */
  readonly state: RequestState
  readonly today: Day
  readonly at: Moment
}

type Announce = (unit: Unit, step: Step) => Promise<unknown>

const announced: { readonly [Action in RequestAction]?: Announce } = {
  // Who takes a case themselves knows it.
  assign: (unit, step) =>
    step.state.handler === null || step.state.handler === step.actor
      ? Promise.resolve()
      : notifyMember(unit, { kind: 'assigned', facts: {}, ...occasionOf(step) }, step.state.handler),
  recordServiceFailure: (unit, step) =>
    notifyApplicant(unit, { kind: 'serviceFailed', facts: {}, ...occasionOf(step) }),
}

/**
 * Puts the message of the step, where it has one, into the outbox of its unit. What is recorded of another day, as in
 * taking over an old register, is news to nobody.
 */
export async function announceStep(unit: Unit, step: Step): Promise<void> {
  if (dayAt(step.at) === step.today) await announced[step.action]?.(unit, step)
}

const occasionOf = ({ request, state, today, at }: Step) => ({
  about: request,
  once: String(state.version),
  today,
  at,
})
