/** Calls the API from a page, in the same process and in the name of whoever asked for the page. */
import type { FastifyInstance, FastifyRequest, LightMyRequestResponse } from 'fastify'
import { routes } from '../api/routes.ts'
import type { ProblemDocument } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { apiPrefix } from '../server.ts'
import type { Api, Called } from './api.ts'
import { passOf } from './pass-cookie.ts'

const byId: ReadonlyMap<string, Route> = new Map(routes.map((route) => [route.id, route]))

interface Sent {
  readonly params?: object
  readonly query?: object
  readonly body?: unknown
  readonly form?: FormData
  readonly seen?: number
  readonly once?: string
}

/** `own`: the origin under which we are reached; the pages handler has refused forms from elsewhere already. */
export function apiFor(app: FastifyInstance, request: FastifyRequest, own: string): Api {
  const call = async (
    id: string,
    { params = {}, query = {}, seen, once, ...sent }: Sent,
  ): Promise<Called<never>> => {
    const route = byId.get(id)
    if (route === undefined) throw new Error(`There is no route ${id}`)
    const { payload, type } = await payloadOf(sent)
    const response = await app.inject({
      method: route.method,
      url: apiPrefix + addressOf(route.url, params, query),
      remoteAddress: request.ip,
      headers: {
        ...nameOf(route),
        ...(type !== null && { 'content-type': type }),
        ...(seen !== undefined && { 'if-match': `"${seen}"` }),
        ...(once !== undefined && { 'idempotency-key': once }),
      },
      ...(payload !== null && { payload }),
    })
    return read(response)
  }

  /** A session by its cookie; a pass of an applicant or a third party as the API wants it. */
  const nameOf = ({ access: { to } }: Pick<Route, 'access'>) => {
    const { cookie } = request.headers
    const pass = to === 'applicant' || to === 'thirdParty' ? passOf(cookie, to) : null
    return {
      origin: own,
      'sec-fetch-site': 'same-origin',
      ...(pass !== null ? { authorization: `Bearer ${pass}` } : cookie !== undefined && { cookie }),
    }
  }

  return {
    call: (id: string, sent: Sent) => call(id, sent),
    send: (id: string, sent: Sent) => call(id, sent),
    act: ({ organ, request: of, action, seen, body }) =>
      call(action, { params: { organ, id: of }, seen, body }),
    keepRecord: ({ organ, kind, step, record, body }) =>
      call(`${step}-${kind}`, { params: { organ, record }, body }),
    async file(path: string, body?: object) {
      const method = body === undefined ? 'GET' : 'POST'
      const found = routes.find((route) => route.method === method && matches(route.url, path))
      if (found === undefined) return new Response(null, { status: 404 })
      const response = await app.inject({
        method,
        url: apiPrefix + path,
        remoteAddress: request.ip,
        headers: nameOf(found),
        ...(body !== undefined && { payload: body }),
      })
      return fileOf(response)
    },
  } as Api
}

/** Whether the path is of that route: the same number of parts, the named ones alike. */
function matches(url: string, path: string): boolean {
  const [parts, given] = [url.split('/'), path.split('?', 1)[0]!.split('/')]
  const open = parts.at(-1) === '*'
  return (
    (open ? parts.length <= given.length : parts.length === given.length) &&
    parts.every((part, at) => part.startsWith(':') || part === '*' || part === given[at])
  )
}

function addressOf(url: string, params: object, query: object): string {
  const given = (name: string) => String((params as Record<string, unknown>)[name] ?? '')
  // What stands for the rest of an address keeps its slashes.
  const filled = url.replace(/:(\w+)|\*$/g, (all, name: string | undefined) =>
    name === undefined
      ? given(all).split('/').map(encodeURIComponent).join('/')
      : encodeURIComponent(given(name)),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const each of [value].flat())
      if (each !== undefined && each !== '') search.append(name, String(each))
  return search.size === 0 ? filled : `${filled}?${search}`
}

async function payloadOf({ body, form }: Pick<Sent, 'body' | 'form'>) {
  if (form !== undefined) {
    const written = new Response(form)
    return { payload: Buffer.from(await written.arrayBuffer()), type: written.headers.get('content-type') }
  }
  if (body === undefined) return { payload: null, type: null }
  return { payload: JSON.stringify(body), type: 'application/json' }
}

/** An answer that says that something is gone is one all the same; a problem is none, whatever its status. */
function read({ statusCode, headers, body: text }: LightMyRequestResponse): Called<never> {
  const body: unknown = text === '' ? null : JSON.parse(text)
  return statusCode < 400 || (statusCode === 410 && /^application\/json\b/.test(`${headers['content-type']}`))
    ? { ok: true, body: body as never, etag: typeof headers.etag === 'string' ? headers.etag : null }
    : { ok: false, problem: body as ProblemDocument }
}

/** What a browser needs to know of a file; nothing else of the API's answer is meant for it. */
const passedOn = ['content-type', 'content-disposition', 'content-security-policy', 'x-content-type-options']

function fileOf({ statusCode, headers, rawPayload }: LightMyRequestResponse): Response {
  const kept = new Headers({ 'cache-control': 'no-store' })
  for (const name of passedOn) {
    const value = headers[name]
    if (value !== undefined) kept.set(name, String(value))
  }
  return new Response(new Uint8Array(rawPayload), { status: statusCode, headers: kept })
}
