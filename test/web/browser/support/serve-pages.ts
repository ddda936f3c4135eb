/** The built pages on a free port, with whatever desk a test lays out, behind a server that hardens and packs as ours does. */
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import Fastify from 'fastify'
import { ensureWebBuild } from '../../../../scripts/web-build.ts'
import type { Desk } from '../../../../src/web/desk/desk.ts'
import { loadWebBuild, pagesHandler } from '../../../../src/web/pages-handler.ts'
import { freePort } from '../../../support/free-port.ts'

export interface Served {
  /** http://127.0.0.1:34567 */
  readonly origin: string
  /** Faults that no page foresaw; a test that expects none looks here. */
  readonly faults: readonly unknown[]
  close(): Promise<void>
}

export async function servePages(desk: Desk): Promise<Served> {
  const build = await loadWebBuild(await ensureWebBuild())
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const faults: unknown[] = []
  const server = Fastify({ forceCloseConnections: true })
  server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': ["'none'"] } },
    referrerPolicy: { policy: 'no-referrer' },
    hsts: false,
  })
  server.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  server.register(pagesHandler, {
    build,
    origin,
    deskFor: () => desk,
    report: (fault) => faults.push(fault),
    bodyLimit: 1024 * 1024,
  })
  await server.listen({ port, host: '127.0.0.1' })
  return { origin, faults, close: () => server.close() }
}
