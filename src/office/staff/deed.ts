/** What every use case on staff does alike: one unit at one organ, the right to do it, and an event with the row. */

import type { Day } from '../../law/day.ts'
import { appendTo } from '../append-to.ts'
import { allOrNothing } from '../handling/all-or-nothing.ts'
import type { Act, ActorId, Conflict, Office, OrganId, Unit } from '../ports.ts'
import type { Action } from '../requests/permissions.ts'
import { streamOfStaff } from '../streams.ts'
import { standingFor, standingsAt } from './access.ts'
import type { StaffEvent } from './events.ts'
import { refuse, type StaffRefusal } from './refusal.ts'

/** Where, by whom and when. `today`: the civil day of `by.at`. */
export interface StaffContext {
  /** The organ whose staff or whose roles it is about. */
  readonly organ: OrganId
  readonly by: Act
  readonly today: Day
}

export interface StaffDone {
  readonly refused: false
}

export type StaffOutcome = StaffDone | StaffRefusal | Conflict

export const done: StaffDone = { refused: false }

/** What the deed decides: the event to record once the register is changed, or why not. */
export type StaffDecision = StaffEvent | StaffRefusal

/** A deed to one member of staff, to be done within a unit at the organ of its context. */
export interface Deed {
  readonly action: Extract<Action, 'manageStaff' | 'assignRoles'>
  /** Whom it is done to. */
  readonly id: ActorId
  readonly decide: (unit: Unit) => Promise<StaffDecision>
}

/**
 * Does a deed. Whoever acts needs the right at the organ, by a role there or above. Nothing is kept of a refusal or a
 * conflict.
 */
export async function deed(
  office: Office,
  action: Deed['action'],
  id: ActorId,
  context: StaffContext,
  decide: Deed['decide'],
): Promise<StaffOutcome> {
  const { organ, by } = context
  // A unit of an organ that is not there has no log to write to.
  if ((await office.organs.get(organ)) === null) return notPermitted
  return allOrNothing(office, organ, (unit) => deedWithin(unit, { action, id, decide }, by))
}

/** The same within a unit that does more, which the caller abandons where it is refused. */
export async function deedWithin(unit: Unit, { action, id, decide }: Deed, by: Act): Promise<StaffOutcome> {
  await unit.staff.hold()
  const standing = standingFor(await standingsAt(unit, by.actor, unit.organ), action)
  const decision = standing === null ? notPermitted : await decide(unit)
  return 'refused' in decision ? decision : record(unit, id, decision, by)
}

/** The same for an organ that is not there and one where nothing is permitted: who asks learns nothing. */
export const notPermitted = refuse(
  'notPermitted',
  '没有在该机关管理人员的权限，请由该机关或者其上级机关的安全管理员办理。',
  '个保法§51',
  '等保要求',
)

/** Appends to the member's stream in the unit's organ, behind whatever is there. */
export async function record(
  unit: Pick<Unit, 'events'>,
  id: ActorId,
  event: StaffEvent,
  by: Act,
): Promise<StaffDone | Conflict> {
  return (await appendTo(unit, streamOfStaff(id), event, by)) ?? done
}
