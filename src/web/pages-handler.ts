/** The pages behind Fastify: hands every request that nobody else takes to the built pages. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createRequestHandler, type ServerBuild } from 'react-router'
import type { Desk } from './desk/desk.ts'
import { asOneAsking } from './http/one-asking.ts'
import { isOwnOrigin } from './http/same-origin.ts'
import { keptPages } from './kept-pages.ts'
import type * as EntryModule from './pages/load-context.ts'
import { type Assets, packingFor, readAssets } from './web-assets.ts'

/** What `npm run build:web` made. */
export interface WebBuild {
  readonly server: ServerBuild
  readonly assets: Assets
}

export interface PagesOptions {
  readonly build: WebBuild
  /** Where browsers reach us: https://gk.example. Whatever a request says of its host is not believed. */
  readonly origin: string
  /** The use cases as they are open to whoever sent the request. */
  readonly deskFor: (request: FastifyRequest) => Desk | Promise<Desk>
  /** Told of faults that no page foresaw. */
  readonly report: (fault: unknown) => void
  /** Changes with every write: until then, and for some seconds at most, public pages are kept. Absent: none is. */
  readonly version?: () => number
  /** Most bytes of a form with its files. */
  readonly bodyLimit: number
}

/** Loads the build from its folder. */
export async function loadWebBuild(folder: string): Promise<WebBuild> {
  const server: ServerBuild = await import(pathToFileURL(join(folder, 'server', 'index.js')).href)
  return { server, assets: await readAssets(join(folder, 'client')) }
}

/** Nothing from elsewhere, nothing inline but what bears what is said of it. */
const policyOf = (inline: string): string =>
  [
    "default-src 'self'",
    `script-src 'self'${inline}`,
    `style-src 'self'${inline}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Of a page that is the same for everybody: nothing in it is inline. */
const policyOfKept = policyOf('')
const policy = (nonce: string): string => policyOf(` 'nonce-${nonce}'`)

/** Fastify plugin, in a scope of its own, since it takes bodies as they come. What lies below /api is not its own. */
export async function pagesHandler(server: FastifyInstance, options: PagesOptions): Promise<void> {
  const { build, origin, deskFor, report, bodyLimit, version } = options
  const kept = version === undefined ? null : keptPages(version, () => performance.now())
  const { loadContextOf } = build.server.entry.module as unknown as typeof EntryModule
  const answer = createRequestHandler(build.server, 'production')

  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_request, body, done) => done(null, body))

  server.get('/assets/*', (request, reply) => sendAsset(build.assets, request, reply))
  server.all('/*', async (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound()
    reply.header('content-security-policy', policyOfKept)
    // With no referrer at all, browsers do not say either from where a form comes.
    reply.header('referrer-policy', 'same-origin')
    reply.header('cache-control', 'no-store')
    const refusal = refusalOf(request, origin, bodyLimit)
    if (refusal !== null)
      return reply.code(refusal.status).type('text/html; charset=utf-8').send(refusal.page)
    const key = kept?.keyOf(request) ?? null
    const made = key === null ? null : await kept!.open(key, request, reply)
    if (made === 'sent') return reply
    try {
      const nonce = randomBytes(16).toString('base64')
      reply.header('content-security-policy', policy(nonce))
      const context = loadContextOf({ desk: await deskFor(request), nonce, report })
      const make = () => answer(webRequest(request, reply, origin), context)
      const page = await (request.method === 'GET' ? asOneAsking(make) : make())
      return reply.send(key === null ? page : await kept!.keep(key, page))
    } finally {
      made?.()
    }
  })
}

const plainPage = (title: string, says: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${says}</p></html>`

/** What is not even read: forms of other sites, and forms that are too large. */
function refusalOf({ method, headers }: FastifyRequest, own: string, limit: number) {
  const { cookie, origin, 'sec-fetch-site': site } = headers
  if (!isOwnOrigin({ method, cookie, origin, site: site as string | undefined }, own)) {
    const page = plainPage('没有收下', '这个表单不是从本网站提交的。请回到本网站的页面重新填写。')
    return { status: 403, page }
  }
  // Browsers say how long a form is, and Node holds them to it. Whoever does not say is no browser.
  const fits = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= limit
  const page = plainPage(
    '提交的内容太大',
    '没有收下。请返回上一页，减小附件后再提交；附件很多的，可以分几次提交。',
  )
  return fits ? null : { status: 413, page }
}

async function sendAsset(assets: Assets, { url, headers }: FastifyRequest, reply: FastifyReply) {
  const asset = assets.get(url.split('?', 1)[0] ?? '')
  if (asset === undefined) return reply.code(404).type('text/plain; charset=utf-8').send('没有这个文件')
  const packing = packingFor(headers['accept-encoding'])
  reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable')
  reply.header('vary', 'accept-encoding')
  if (packing === null) return reply.send(asset.bytes)
  return reply.header('content-encoding', packing).send(await asset.packed(packing))
}

/** The request in the form of the web. It is given up when the visitor goes away. */
function webRequest(
  { raw, method, url, body }: FastifyRequest,
  reply: FastifyReply,
  origin: string,
): Request {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one)
  const hasBody = method !== 'GET' && method !== 'HEAD' && body instanceof Readable
  return new Request(new URL(url, origin), {
    method,
    headers,
    signal: gone.signal,
    ...(hasBody && { body: Readable.toWeb(body) as ReadableStream, duplex: 'half' as const }),
  })
}
