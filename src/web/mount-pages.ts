/** Puts the built pages on the server, beside the API that they call. */
import type { FastifyInstance } from 'fastify'
import { type DeskOptions, deskFor } from './desk/desk-for.ts'
import { pagesHandler, type WebBuild } from './pages-handler.ts'
import { countVisits, type VisitCounter } from './visit-counter.ts'

export interface PagesParts extends Omit<DeskOptions, 'app' | 'version'> {
  readonly build: WebBuild
  /** Most bytes of a form with its files. */
  readonly bodyLimit: number
  /** Told which documents are opened. */
  readonly visits: VisitCounter
}

export function mountPages(app: FastifyInstance, { build, bodyLimit, visits, ...house }: PagesParts): void {
  let written = 0
  const version = () => written
  // Before whoever wrote has the answer, so that they see at once what they wrote.
  app.addHook('onSend', async ({ method }) => {
    if (method !== 'GET' && method !== 'HEAD') written += 1
  })
  countVisits(app, visits)
  app.register(pagesHandler, {
    build,
    bodyLimit,
    origin: house.origin,
    version,
    deskFor: deskFor({ app, version, ...house }),
    report: (fault) => app.log.error({ err: fault }, 'a page failed'),
  })
}
