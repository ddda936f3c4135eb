import type { Route } from './route.ts'

/** Statuses of the problems a route may answer with: what follows from its kind, and what it says itself. */
export function problemsOf(route: Route): readonly number[] {
  const { method, params, body, query, files, ifMatch, idempotent, problems = [] } = route
  const { to } = route.access
  const changes = method !== 'GET'
  const found = new Set<number>([429, 500, 503, ...problems])
  if (changes) found.add(403)
  if (to !== 'everybody') found.add(401)
  if (to === 'signedIn' || to === 'organ' || to === 'request') found.add(403)
  if (to === 'organ' || to === 'request' || to === 'applicant' || to === 'thirdParty') found.add(404)
  if (params || query || body || files || ifMatch || idempotent) found.add(400)
  if (body || files) for (const status of [413, 415]) found.add(status)
  if (ifMatch) for (const status of [409, 428]) found.add(status)
  if (idempotent) found.add(422)
  return [...found].sort((a, b) => a - b)
}
