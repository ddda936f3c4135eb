/** What becomes of exceptions: those that Fastify throws for bad input are told, all others are faults of ours. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Invalid, invalidProblem } from './invalid.ts'
import { type Problem, type ProblemKind, problem } from './problem.ts'
import { sendProblem } from './reply.ts'

/** Exceptions that Fastify and its plugins throw for what was sent. */
const known: Readonly<Record<string, ProblemKind>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-media-type',
  FST_ERR_CTP_INVALID_TYPE: 'wrong-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-request',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_FILES_LIMIT: 'too-large',
  FST_PARTS_LIMIT: 'too-large',
  FST_FIELDS_LIMIT: 'too-large',
  FST_PROTO_VIOLATION: 'bad-request',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'wrong-media-type',
  FST_UNDER_PRESSURE: 'not-ready',
}

/** Seconds after which to come again when we are too busy. */
const busySeconds = 10

export const handleError =
  (newId: () => string) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const told = toldOf(error)
    if (told !== null) return void sendProblem(reply, told)
    const incident = newId()
    request.log.error({ err: error, incident, route: request.routeOptions.url ?? null }, 'incident')
    sendProblem(reply, problem('internal', { incident }))
  }

function toldOf(error: FastifyError): Problem | null {
  if (error instanceof Invalid) return invalidProblem(error.faults)
  const kind = known[error.code]
  if (kind !== undefined) return problem(kind, {}, kind === 'not-ready' ? busySeconds : undefined)
  // A JSON body that is none has no code of Fastify's but the status it gave it.
  return error.statusCode === 400 ? problem('bad-request') : null
}
