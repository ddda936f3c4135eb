/** Puts the built pages on the server, beside the API that they call. */
import type { FastifyInstance } from 'fastify'
import { type DeskOptions, deskFor } from './desk/desk-for.ts'
import { pagesHandler, type WebBuild } from './pages-handler.ts'

export interface PagesParts extends Omit<DeskOptions, 'app'> {
  readonly build: WebBuild
  /** Most bytes of a form with its files. */
  readonly bodyLimit: number
}

export function mountPages(app: FastifyInstance, { build, bodyLimit, ...house }: PagesParts): void {
  app.register(pagesHandler, {
    build,
    bodyLimit,
    origin: house.origin,
    deskFor: deskFor({ app, ...house }),
    report: (fault) => app.log.error({ err: fault }, 'a page failed'),
  })
}
