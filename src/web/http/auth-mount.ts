/** Sign-in speaks the web's own Request and Response; this is the door to it. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { foreign } from './mount.ts'
import type { Parts } from './parts.ts'
import type { RateCheck } from './rate-limits.ts'
import { sendProblem } from './reply.ts'

/** Everything below /api/auth/. Bodies are handed on unread. */
export async function mountAuth(
  app: FastifyInstance,
  { signIn, baseUrl }: Pick<Parts, 'signIn' | 'baseUrl'>,
  check: RateCheck,
): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true } as object,
    onRequest: async (request, reply) => {
      if (request.method === 'GET') return
      const refused = (await check(request)) ?? foreign(request, new URL(baseUrl).origin)
      if (refused !== null) return sendProblem(reply, refused)
    },
    handler: async (request, reply) => {
      const answer = await signIn.handle(webRequest(request, baseUrl))
      reply.code(answer.status)
      for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value)
      const cookies = answer.headers.getSetCookie()
      if (cookies.length > 0) reply.header('set-cookie', cookies)
      return reply.send(answer.body === null ? null : Buffer.from(await answer.arrayBuffer()))
    },
  })
}

function webRequest(request: FastifyRequest, baseUrl: string): Request {
  const { method, body } = request
  return new Request(new URL(request.url, baseUrl), {
    method,
    headers: webHeaders(request),
    ...(body instanceof Buffer && { body: new Uint8Array(body) }),
  })
}

/** The headers of a request as the web has them. The caller's address is the one we believe, whatever was sent. */
export function webHeaders({ headers, ip }: Pick<FastifyRequest, 'headers' | 'ip'>): Headers {
  const found = new Headers()
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) for (const each of [value].flat()) found.append(name, each)
  found.set('x-forwarded-for', ip)
  return found
}
