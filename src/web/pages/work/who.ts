import type { Action } from '../../../office/requests/index.ts'
import type { AnsweredBy } from '../../desk/api.ts'

export type Me = AnsweredBy<'readMe'>

export interface OwnOrgan {
  readonly id: string
  readonly name: string
}

/** Whether somebody may do that at an organ itself, not only below it. */
export const mayAt = ({ grants }: Me, organ: string, action: Action): boolean =>
  grants.some(
    (grant) =>
      grant.organ === organ &&
      grant.permissions.some((each) => each.action === action && each.scope === 'organ'),
  )

/** The organs whose cases somebody may see by a role there, the one they work at first. */
export function organsOf(me: Me): readonly OwnOrgan[] {
  const names = new Map(me.grants.map(({ organ, organName }) => [organ, organName]))
  return [...names]
    .filter(([id]) => mayAt(me, id, 'readBoard'))
    .map(([id, name]) => ({ id, name }))
    .toSorted((a, b) => Number(b.id === me.organ) - Number(a.id === me.organ))
}

/** The organ asked for where it is one of theirs, else the first; null where somebody sees no cases. */
export function organInView(me: Me, asked: string | null | undefined): OwnOrgan | null {
  const organs = organsOf(me)
  return organs.find(({ id }) => id === asked) ?? organs[0] ?? null
}
