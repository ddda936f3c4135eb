/** From a call to what the office wants to know of it. */

import type { OrganKind } from '../../law/review-organs.ts'
import type { HandlingContext } from '../../office/handling/handle-request.ts'
import type { Office } from '../../office/ports.ts'
import { type Once, once } from '../http/once.ts'
import type { Problem } from '../http/problem.ts'
import type { Sent } from '../http/route.ts'
import { keyFor } from '../http/tokens.ts'
import type { OrganCaller, RequestCaller } from './admission.ts'

export const contextOf = ({
  today,
  organ,
  actor,
  policy,
}: Pick<OrganCaller, 'today' | 'organ' | 'actor'> &
  Partial<Pick<RequestCaller, 'policy'>>): HandlingContext => ({
  today,
  organ: organ.kind as OrganKind,
  actor,
  ...(policy && { policy }),
})

/** Who does something to the request of the address, as what, and when. */
export const actingOf = (call: RequestCaller) => ({
  organ: call.organ.id,
  request: call.request.id,
  context: contextOf(call),
  at: call.at,
})

/** Does the work of a staff call once for each Idempotency-Key. */
export function onceFor<T extends object>(
  call: OrganCaller & Sent,
  work: (office: Office) => Promise<T | Problem>,
): Promise<Once<T> | Problem> {
  const { parts, organ, actor, at, headers, url, body } = call
  const key = headers['idempotency-key'] ?? null
  const repeatable = {
    organ: organ.id,
    key,
    caller: actor.id,
    call: [url, body ?? null],
    at,
    secret: keyFor(parts.tokenKey, 'idempotency keys'),
  }
  return once(parts.office, repeatable, work)
}
