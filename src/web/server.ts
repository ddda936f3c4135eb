/** The server: the API on Fastify, with what every answer has in common. Pages are mounted beside it. */
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import underPressure from '@fastify/under-pressure'
import { type FastifyInstance, type FastifyRequest, fastify, LogController } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { admission } from './api/admission.ts'
import { routes } from './api/routes.ts'
import { mountAuth } from './http/auth-mount.ts'
import { drainOnClose } from './http/drain.ts'
import { handleError } from './http/error-handler.ts'
import { healthRoutes } from './http/health.ts'
import { validatorCompiler } from './http/invalid.ts'
import { addressMark, loggerOf } from './http/log.ts'
import { mount } from './http/mount.ts'
import { openApiOptions } from './http/open-api.ts'
import type { Parts } from './http/parts.ts'
import { problem } from './http/problem.ts'
import { rateChecks } from './http/rate-limits.ts'
import { notFound, sendProblem } from './http/reply.ts'

export const apiPrefix = '/api/v1'

/**
 * The server, not listening yet. `close()` lets the requests that are under way come to their end and refuses new
 * ones.
 */
export function createServer(parts: Parts): FastifyInstance {
  const { limits } = parts
  const app = fastify({
    logger: loggerOf(parts) ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => parts.newId(),
    requestIdHeader: false,
    trustProxy: parts.proxies === undefined ? false : [...parts.proxies],
    bodyLimit: limits.bodyBytes,
    // Ids that are too long are not found, like any other that is none.
    routerOptions: { maxParamLength: 5000 },
    frameworkErrors: (_, __, reply) => sendProblem(reply as never, problem('bad-request')),
  }) as unknown as FastifyInstance
  app.setValidatorCompiler(validatorCompiler as never)
  app.setSerializerCompiler(serializerCompiler as never)
  app.setErrorHandler(handleError(parts.newId))
  app.setNotFoundHandler((_, reply) => sendProblem(reply, notFound()))
  app.decorateRequest('admission', null)
  drainOnClose(app)
  logAnswers(app, parts)
  harden(app, parts)
  app.register(multipart, { throwFileSizeLimit: true })
  app.register(swagger, openApiOptions(parts))
  app.register(async (api) => {
    const checks = rateChecks(api, limits)
    api.addHook('onRequest', async (_, reply) => {
      reply.header('cache-control', 'no-store')
    })
    mount(api, healthRoutes(parts), { parts, prefix: '', admit: admission(parts), checks })
    mount(api, routes, { parts, prefix: apiPrefix, admit: admission(parts), checks })
    api.get(`${apiPrefix}/openapi.json`, { schema: { hide: true } as object }, () => app.swagger())
    api.register((auth) => mountAuth(auth, parts, checks.signIn))
  })
  return app
}

function harden(app: FastifyInstance, { baseUrl, limits }: Parts): void {
  const https = baseUrl.startsWith('https:')
  app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
      },
    },
    hsts: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
  app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  app.register(rateLimit, { global: false })
  app.register(underPressure, {
    maxEventLoopDelay: limits.lagMilliseconds,
    maxRssBytes: limits.memoryBytes,
    sampleInterval: 500,
    exposeStatusRoute: false,
  })
}

/** One line for each answer; `from` tells two callers apart and names neither. */
function logAnswers(app: FastifyInstance, { tokenKey }: Parts): void {
  const mark = addressMark(tokenKey)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, ip } = request
    const line = {
      method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      from: mark(ip),
      actor: actorOf(request),
    }
    request.log.info(line, 'answered')
  })
}

function actorOf({ admission }: FastifyRequest): string | null {
  if (admission === null) return null
  const { actor, me } = admission as { actor?: { id: string }; me?: { staff: string } }
  return actor?.id ?? me?.staff ?? null
}
