import { endings, type RequestState } from '../requests/index.ts'

/**
 * Whether a letter that was made out has left the house. Notices leave with their step. A decision leaves when it is
 * sent: online at once, by other ways when it is served, so that no screen tells it before the letter does. One that
 * was returned before it was sent never leaves.
 */
export function hasLeft(
  { dispatched, servedOn, movedOn }: Pick<RequestState, 'dispatched' | 'servedOn' | 'movedOn'>,
  { kind, letterNo }: Pick<RequestState['letters'][number], 'kind' | 'letterNo'>,
): boolean {
  // The confirmation of a withdrawal decides nothing, and what is moved on was never to be decided.
  const isDecision = Object.hasOwn(endings, kind) && kind !== 'withdrawn' && movedOn?.letterNo !== letterNo
  if (!isDecision) return true
  return dispatched?.letterNo === letterNo && (dispatched.method === 'online' || servedOn !== null)
}
