import type { Act, ActorId, Office } from '../ports.ts'
import { record } from './deed.ts'
import type { StaffEvent } from './events.ts'

/** What sign-in records of somebody: all that is no change of staff or roles. */
export type SignInEvent = StaffEvent<
  | 'signedIn'
  | 'signedOut'
  | 'signInFailed'
  | 'signInLocked'
  | 'passwordSet'
  | 'passwordChanged'
  | 'secondFactorChanged'
  | 'sessionsEnded'
>

const tries = 20

/**
 * Records what happened at the door in the log of the organ that employs the member; false where there is no such
 * member. Somebody who writes to the same stream at that moment is waited for.
 */
export async function recordSignIn(
  office: Pick<Office, 'staff' | 'inTransaction'>,
  staff: ActorId,
  event: SignInEvent,
  by: Act,
): Promise<boolean> {
  const member = await office.staff.get(staff)
  if (member === null) return false
  for (let attempt = 1; ; attempt++) {
    const outcome = await office.inTransaction(member.organ, (unit) => record(unit, staff, event, by))
    if (!('failure' in outcome)) return true
    if (attempt === tries) throw new Error(`The stream of ${staff} does not come to rest`)
  }
}
