/** What the log of a server says after a test: nothing of anybody, and no status that a route did not announce. */
import { routes } from '../../../../src/web/api/routes.ts'
import { problemsOf } from '../../../../src/web/http/declared-problems.ts'
import { apiPrefix } from '../../../../src/web/server.ts'

interface Line {
  readonly msg?: string
  readonly method?: string
  readonly route?: string | null
  readonly status?: number
}

export const linesOf = (log: string): readonly Line[] =>
  log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)

const declared = new Map(
  routes.map((route) => [
    `${route.method} ${apiPrefix}${route.url}`,
    new Set([...Object.keys(route.answers).map(Number), ...problemsOf(route)]),
  ]),
)

/** Everything wrong with a log. `private_`: what was sent in the tests and may stand nowhere. */
export function faultsOfLog(log: string, private_: readonly string[]): readonly string[] {
  const told = private_.filter((words) => log.includes(words)).map((words) => `The log has: ${words}`)
  const undeclared = linesOf(log).flatMap(({ msg, method, route, status }) => {
    const known = declared.get(`${method} ${route}`)
    return msg !== 'answered' || known === undefined || known.has(status!)
      ? []
      : [`${method} ${route} answered ${status}, which it does not announce`]
  })
  return [...new Set([...told, ...undeclared])]
}
