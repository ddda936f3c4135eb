/** How answers and problems leave. */
import type { FastifyReply } from 'fastify'
import { type Problem, problem, problemType } from './problem.ts'
import type { Answer, File } from './route.ts'

export function sendProblem(reply: FastifyReply, { problem: document, retryAfter }: Problem): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
  if (document.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply.code(document.status).header('content-type', problemType).send(JSON.stringify(document))
}

export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  reply.code(answer.status)
  if (answer.headers !== undefined) reply.headers(answer.headers)
  // What is known already has no body, nor a type (RFC 9110, 15.4.5).
  if (answer.status === 304) return reply.send()
  return 'file' in answer ? sendFile(reply, answer.file) : reply.send(answer.body)
}

/** Never shown in the browser under our own origin, whatever its content is (RFC 6266, 5987 for the name). */
function sendFile(reply: FastifyReply, { name, type, bytes }: File): FastifyReply {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(Buffer.from(bytes))
}

/** As encodeURIComponent, with the characters that RFC 5987 wants encoded too. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)

export const notFound = (): Problem => problem('not-found')
