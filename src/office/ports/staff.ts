import type { Role } from '../requests/permissions.ts'
import type { ActorId, OrganId } from './events.ts'

/** Who works here. The name stands in no event: the log knows the id alone. */
export interface StaffMember {
  readonly id: ActorId
  /** The organ that employs them and keeps their record; their rights may lie with other organs too. */
  readonly organ: OrganId
  readonly name: string
  /** The name they sign in with, unique over all organs. */
  readonly account: string
  /** Where reminders go; null where nothing is known. */
  readonly mail: string | null
  readonly phone: string | null
  /** May not sign in and has no rights, though what they did stays theirs. */
  readonly suspended: boolean
}

/** A role at an organ. How far below it the role reaches is said by the table of permissions. */
export interface Grant {
  readonly staff: ActorId
  readonly organ: OrganId
  readonly role: Role
}

/** Over all organs: who signs in is not known to belong to one. */
export interface Staff {
  get(id: ActorId): Promise<StaffMember | null>
  byAccount(account: string): Promise<StaffMember | null>
  /** Staff of the organ, by account. */
  ofOrgan(organ: OrganId): Promise<readonly StaffMember[]>
  /** Everything granted to somebody; empty for those suspended. */
  grantsOf(id: ActorId): Promise<readonly Grant[]>
  /** Everything granted at an organ, by whatever organ the holder is employed. */
  grantsAt(organ: OrganId): Promise<readonly Grant[]>
}

/** The writer's side, within a unit: staff of the unit's organ, grants at the unit's organ. */
export interface StaffRegister extends Staff {
  /**
   * From now until the unit ends nobody else changes staff or grants, at whatever organ: for rules that hold over
   * all of them, such as who may not hold two roles. What is read afterwards stays true.
   */
  hold(): Promise<void>
  /** New, or in place of the member of that id; null when done. */
  put(member: StaffMember): Promise<null | { readonly failure: 'accountTaken' | 'ofOtherOrgan' }>
  /** False where it was granted already. */
  grant(grant: Grant): Promise<boolean>
  /** False where it was not granted. */
  revoke(grant: Grant): Promise<boolean>
}
