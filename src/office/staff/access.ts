/**
 * What somebody is at an organ: their grants, seen along the tree of organs. The table of permissions says what
 * they may do there; this file only finds from where they stand.
 */
import type { ActorId, Grant, OrganId, OrganRow, Shared } from '../ports.ts'
import type { Actor } from '../requests/context.ts'
import { type Action, may, type Role, roles, type Scope } from '../requests/permissions.ts'

/** A role, and how the organ in question lies to the one where the role was granted. */
export interface Standing {
  readonly role: Role
  readonly scope: Exclude<Scope, 'own'>
}

/** What is read of the office to find standings. */
export type AccessPorts = Pick<Shared, 'organs' | 'staff'>

/**
 * As what somebody stands at an organ: a role granted there, or at an organ above it. Empty for those who are not
 * known or suspended, and for an organ that is not known.
 */
export async function standingsAt(
  { organs, staff }: AccessPorts,
  id: ActorId,
  organ: OrganId,
): Promise<readonly Standing[]> {
  const grants = await staff.grantsOf(id)
  return grants.length === 0 ? [] : standingsAmong(grants, await lineOf(organs, organ))
}

/** `line`: the organ, then its superiors. Pure. */
export function standingsAmong(grants: readonly Grant[], line: readonly OrganId[]): readonly Standing[] {
  const found = new Map<string, Standing>()
  for (const [depth, organ] of line.entries())
    for (const { role } of grants.filter((grant) => grant.organ === organ)) {
      const scope = depth === 0 ? 'organ' : 'subordinate'
      found.set(`${role} ${scope}`, { role, scope })
    }
  return [...found.values()].toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
}

const order = Object.keys(roles) as readonly Role[]

/** The least of the standings that permits the action, so that a head acts as handler where a handler may; or null. */
export function standingFor(standings: readonly Standing[], action: Action): Standing | null {
  return standings.find(({ role, scope }) => may(role, action, scope)) ?? null
}

/** Who acts, for a use case; null where nothing permits the action. */
export function actorFor(id: ActorId, standings: readonly Standing[], action: Action): Actor | null {
  const standing = standingFor(standings, action)
  return standing && { id, ...standing }
}

/**
 * The organs at which somebody may do this: what a list over several organs may show. For these and no others
 * `standingFor(standingsAt(…))` is not null.
 */
export async function organsFor(
  { organs, staff }: AccessPorts,
  id: ActorId,
  action: Action,
): Promise<readonly OrganRow[]> {
  const found = new Map<OrganId, OrganRow>()
  for (const { organ, role } of await staff.grantsOf(id)) {
    const here = may(role, action, 'organ')
    const below = may(role, action, 'subordinate')
    if (!here && !below) continue
    const rows = below ? await organs.withSubordinates(organ) : [await organs.get(organ)]
    for (const row of rows) if (row !== null && (row.id === organ ? here : below)) found.set(row.id, row)
  }
  return [...found.values()]
}

/** The organ and its superiors, the nearest first; empty where there is no such organ. */
export async function lineOf(organs: AccessPorts['organs'], id: OrganId): Promise<readonly OrganId[]> {
  return (await organs.withSuperiors(id)).map((row) => row.id)
}
