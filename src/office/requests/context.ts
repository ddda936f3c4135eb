import type { Calendar } from '../../law/calendar.ts'
import type { ClockPolicy } from '../../law/clock.ts'
import type { Day } from '../../law/day.ts'
import type { OrganKind } from '../../law/review-organs.ts'
import type { ActorId } from '../ports.ts'
import type { Role, Scope } from './permissions.ts'

/** Who acts, as what, and where the request lies as seen from them. */
export interface Actor {
  readonly id: ActorId
  readonly role: Role
  readonly scope: Scope
}

/** What an organ may settle for itself where the law is silent. */
export interface RequestPolicy {
  readonly clock: Partial<ClockPolicy>
  /** Whether a draft has to pass a reviewer before the head signs; a township may do without. */
  readonly reviewBeforeApproval: boolean
}

export const defaultRequestPolicy: RequestPolicy = { clock: {}, reviewBeforeApproval: true }

/** Everything a decision depends on beside the state and the command. */
export interface Context {
  /** The civil day of the act; nothing later can be recorded. */
  readonly today: Day
  readonly actor: Actor
  readonly calendar: Calendar
  /** Kind of the organ that answers: on it depend review organ and court. */
  readonly organ: OrganKind
  readonly policy?: Partial<RequestPolicy>
  /** Names, numbers and addresses of applicant and third parties: no event may contain one of them. */
  readonly personal?: readonly string[]
}

export function policyOf({ policy }: Context): RequestPolicy {
  return { ...defaultRequestPolicy, ...policy }
}
