/** Guards of verbs, whatever they are verbs of: what forbids a step from the state alone. */
import type { Citation } from '../../law/citation.ts'
import type { Actor } from './context.ts'
import { type Action, may, roles } from './permissions.ts'

/** The first refusal that any of them has, in order; null where none has. */
export const firstOf =
  <State, Context, Refusal>(
    guards: readonly ((state: State, context: Context) => Refusal | null)[],
  ): ((state: State, context: Context) => Refusal | null) =>
  (state, context) => {
    for (const guard of guards) {
      const refusal = guard(state, context)
      if (refusal !== null) return refusal
    }
    return null
  }

/** Refuses whoever the table of permissions does not name (条例§4). */
export const permitted =
  (action: Action) =>
  (_: unknown, { actor }: { readonly actor: Actor }) =>
    may(actor.role, action, actor.scope)
      ? null
      : ({
          refused: true,
          code: 'notPermitted',
          message: `${roles[actor.role]}没有此项权限，请由有权限的人员办理。`,
          cites: ['条例§4'] as readonly Citation[],
        } as const)
