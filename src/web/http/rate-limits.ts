/** How often somebody may come, by class of route and address, and at one code from wherever. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Limits, RateClass } from './limits.ts'
import { type Problem, problem } from './problem.ts'

/** Null where the caller may go on. */
export type RateCheck = (request: FastifyRequest) => Promise<Problem | null>

const minute = 60_000

/** A check for each class; what was counted for one does not count for another. */
export function rateChecks(
  app: FastifyInstance,
  { perMinute }: Limits,
): Readonly<Record<RateClass, RateCheck>> {
  const checks = Object.entries(perMinute).map(([name, max]) => [
    name,
    checkOf(app.createRateLimit({ max, timeWindow: minute, keyGenerator: ({ ip }) => ip })),
  ])
  return Object.fromEntries(checks) as Record<RateClass, RateCheck>
}

/** Attempts at the code of one case, however many addresses they come from. `codeOf` names the case, unread. */
export function codeCheck(
  app: FastifyInstance,
  { triesAtOneCode }: Limits,
  codeOf: (request: FastifyRequest) => string,
) {
  return checkOf(app.createRateLimit({ max: triesAtOneCode, timeWindow: 15 * minute, keyGenerator: codeOf }))
}

const checkOf =
  (limited: ReturnType<FastifyInstance['createRateLimit']>): RateCheck =>
  async (request) => {
    const found = await limited(request)
    return found.isAllowed || !found.isExceeded ? null : problem('too-many', {}, found.ttlInSeconds)
  }
