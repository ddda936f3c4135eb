/** Puts routes on the server: admission first, so that nobody unadmitted has a body read, then input, then the deed. */
import type { FastifyInstance, FastifyRequest, FastifySchema } from 'fastify'
import { z } from 'zod'
import { problemsOf } from './declared-problems.ts'
import type { Parts } from './parts.ts'
import { seenVersion } from './preconditions.ts'
import { isProblem, type Problem, problem, problemSchema } from './problem.ts'
import { codeCheck, type RateCheck } from './rate-limits.ts'
import { sendAnswer, sendProblem } from './reply.ts'
import type { Access, Answer, Answers, Route, Sent } from './route.ts'
import { isOwnOrigin } from './same-origin.ts'
import { readUpload } from './upload.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the admission found out: who calls, for which organ, as what. */
    admission: Admission | null
  }
}

/** `actor` for the log. */
export type Admission = object & { readonly actor?: { readonly id: string } }

/** Lets somebody in, or says why not. Path parameters are as they came, unread. */
export type Admit = (access: Access, request: FastifyRequest) => Promise<Admission | Problem>

export interface Mounting {
  readonly parts: Parts
  readonly prefix: string
  readonly admit: Admit
  readonly checks: Readonly<Record<Route['rate'], RateCheck>>
}

export function mount(app: FastifyInstance, routes: readonly Route[], mounting: Mounting): void {
  for (const route of routes) mountOne(app, route, mounting)
}

function mountOne(app: FastifyInstance, route: Route, { parts, prefix, admit, checks }: Mounting): void {
  const own = new URL(parts.baseUrl).origin
  const { triedAt } = route
  const tried = triedAt && codeCheck(app, parts.limits, ({ params, body }) => triedAt({ params, body }))
  app.route({
    method: route.method,
    url: prefix + route.url,
    schema: schemaOf(route),
    ...(route.unshed && { config: { pressureHandler: () => undefined } }),
    onRequest: async (request, reply) => {
      const admission =
        (await checks[route.rate](request)) ?? foreign(request, own) ?? (await admit(route.access, request))
      if (isProblem(admission)) return sendProblem(reply, admission)
      request.admission = admission
    },
    preHandler: async (request, reply) => {
      const exceeded = (await tried?.(request)) ?? null
      if (exceeded !== null) return sendProblem(reply, exceeded)
    },
    handler: async (request, reply) => {
      const seen = route.ifMatch ? seenVersion(request.headers['if-match']) : undefined
      if (typeof seen === 'object') return sendProblem(reply, seen)
      const sent: Sent = {
        params: request.params,
        query: request.query,
        body: request.body,
        headers: request.headers as Sent['headers'],
        url: request.url,
        upload: () => readUpload(request, parts.limits),
      }
      const outcome: Answer | Problem = await route.handle({
        ...request.admission,
        ...sent,
        ...(seen !== undefined && { seen }),
      } as never)
      return isProblem(outcome) ? sendProblem(reply, outcome) : sendAnswer(reply, outcome)
    },
  })
}

/** What changes something and was not made by our own pages is refused. */
export function foreign({ method, headers }: FastifyRequest, own: string): Problem | null {
  const { cookie, origin, 'sec-fetch-site': site } = headers
  return isOwnOrigin({ method, cookie, origin, site: site as string | undefined }, own)
    ? null
    : problem('foreign-origin')
}

const headersOf = ({ ifMatch, idempotent, method, answers }: Route) => ({
  ...(ifMatch && {
    'if-match': z.string().optional().meta({ description: '必填：所见的版本，即读取该件时的 ETag，如 "3"' }),
  }),
  ...(idempotent && {
    'idempotency-key': z
      .string()
      .min(8)
      .max(200)
      .optional()
      .meta({ title: 'Idempotency-Key', description: '重试同一次提交时不变，至少 8 个字符，宜用随机值' }),
  }),
  ...(method === 'GET' &&
    304 in answers && { 'if-none-match': z.string().optional().meta({ description: '已有的 ETag' }) }),
})

function schemaOf(route: Route): FastifySchema {
  const headers = headersOf(route)
  const { params, query, access } = route
  return {
    operationId: route.id,
    summary: route.summary,
    ...(route.about !== undefined && { description: route.about }),
    tags: [route.tag],
    security: securityOf(access),
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...bodyOf(route),
    ...(Object.keys(headers).length > 0 && { headers: z.looseObject(headers) }),
    response: { ...answersOf(route.answers), ...Object.fromEntries(problemsOf(route).map(declared)) },
  } as FastifySchema
}

/** A form is read by whoever asks for it, not here. */
const anything = z.any()

const bodyOf = ({ body, files }: Route) => {
  if (files === undefined) return body && { body }
  const form = { 'multipart/form-data': { schema: anything } }
  return { body: { content: { ...(body && { 'application/json': { schema: body } }), ...form } } }
}

function securityOf({ to }: Access): readonly Record<string, readonly string[]>[] {
  if (to === 'everybody') return []
  return to === 'applicant' || to === 'thirdParty' ? [{ pass: [] }] : [{ session: [] }]
}

const declared = (status: number) => [
  status,
  { description: '问题文档', content: { 'application/problem+json': { schema: problemSchema } } },
]

const answersOf = (answers: Answers) =>
  Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [
      status,
      'file' in answer
        ? {
            description: '文件',
            content: Object.fromEntries(
              answer.file.map((type) => [
                type,
                { schema: z.any().meta({ type: 'string', format: 'binary' }) },
              ]),
            ),
          }
        : answer,
    ]),
  )
