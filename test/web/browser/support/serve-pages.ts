/** The built pages behind Fastify on a free port, with whatever desk a test lays out. */
import Fastify from 'fastify'
import { ensureWebBuild } from '../../../../scripts/web-build.ts'
import type { Desk } from '../../../../src/web/desk/desk.ts'
import { loadWebBuild, pagesHandler } from '../../../../src/web/pages-handler.ts'

/** Milliseconds for which a test that needs the pages may wait for them to be built. */
export const buildTime = 180_000

export interface Served {
  /** http://127.0.0.1:34567 */
  readonly origin: string
  /** Faults that no page foresaw; a test that expects none looks here. */
  readonly faults: readonly unknown[]
  close(): Promise<void>
}

export async function servePages(desk: Desk): Promise<Served> {
  const build = await loadWebBuild(await ensureWebBuild())
  const faults: unknown[] = []
  const server = Fastify()
  await server.register(pagesHandler, {
    build,
    deskFor: () => desk,
    report: (fault) => faults.push(fault),
    bodyLimit: 1024 * 1024,
  })
  const origin = await server.listen({ port: 0, host: '127.0.0.1' })
  return { origin, faults, close: () => server.close() }
}
