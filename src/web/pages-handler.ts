/** The pages behind Fastify: hands every request that nobody else takes to the built pages. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createRequestHandler, type ServerBuild } from 'react-router'
import type { Desk } from './desk/desk.ts'
import type * as EntryModule from './pages/load-context.ts'
import { type Assets, packingFor, readAssets } from './web-assets.ts'

/** What `npm run build:web` made. */
export interface WebBuild {
  readonly server: ServerBuild
  readonly assets: Assets
}

export interface PagesOptions {
  readonly build: WebBuild
  /** The use cases as they are open to whoever sent the request. */
  readonly deskFor: (request: FastifyRequest) => Desk | Promise<Desk>
  /** Told of faults that no page foresaw. */
  readonly report: (fault: unknown) => void
  /** Most bytes of a form with its files. */
  readonly bodyLimit: number
}

/** Loads the build from its folder. */
export async function loadWebBuild(folder: string): Promise<WebBuild> {
  const server: ServerBuild = await import(pathToFileURL(join(folder, 'server', 'index.js')).href)
  return { server, assets: await readAssets(join(folder, 'client')) }
}

/** Nothing from elsewhere, nothing inline but what bears the nonce of this answer. */
const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Fastify plugin, in a scope of its own: it takes bodies as they come. */
export async function pagesHandler(server: FastifyInstance, options: PagesOptions): Promise<void> {
  const { build, deskFor, report, bodyLimit } = options
  const { loadContextOf } = build.server.entry.module as unknown as typeof EntryModule
  const answer = createRequestHandler(build.server, 'production')

  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_request, body, done) => done(null, body))

  server.get('/assets/*', (request, reply) => sendAsset(build.assets, request, reply))
  server.all('/*', async (request, reply) => {
    const nonce = randomBytes(16).toString('base64')
    reply.header('content-security-policy', policy(nonce))
    if (!fits(request, bodyLimit)) return reply.code(413).type('text/html; charset=utf-8').send(tooLarge)
    const context = loadContextOf({ desk: await deskFor(request), nonce, report })
    const response = await answer(webRequest(request, reply), context)
    if (!response.headers.has('cache-control')) reply.header('cache-control', 'no-store')
    return reply.send(response)
  })
}

/** Browsers say how long a form is; Node holds them to it. Whoever does not say is no browser. */
const fits = ({ headers }: FastifyRequest, limit: number): boolean =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= limit

const tooLarge = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>提交的内容太大</title>
<h1>提交的内容太大</h1><p>没有收下。请返回上一页，减小附件后再提交；附件很多的，可以分几次提交。</p></html>`

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
  { raw, method, url, protocol, host, body }: FastifyRequest,
  reply: FastifyReply,
): Request {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one)
  const hasBody = method !== 'GET' && method !== 'HEAD' && body instanceof Readable
  return new Request(new URL(url, `${protocol}://${host}`), {
    method,
    headers,
    signal: gone.signal,
    ...(hasBody && { body: Readable.toWeb(body) as ReadableStream, duplex: 'half' as const }),
  })
}
