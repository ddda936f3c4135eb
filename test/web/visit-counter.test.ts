/** Whose opening of a page counts, also where the page was kept. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptPages } from '../../src/web/kept-pages.ts'
import { countVisits, type VisitCounter, visitCounter } from '../../src/web/visit-counter.ts'

const page = '/organs/o1/documents/d1'
const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }

let app: FastifyInstance
let counter: VisitCounter
let made: number
beforeEach(() => {
  made = 0
  counter = visitCounter()
  app = Fastify()
  countVisits(app, counter)
  const kept = keptPages(
    () => 0,
    () => 0,
  )
  const headers = { 'cache-control': 'no-cache', 'content-type': 'text/html' }
  app.get('/*', async (request, reply) => {
    if (request.url.includes('missing')) return reply.code(404).send('')
    const key = kept.keyOf(request)
    if (key === null) return ''
    const done = await kept.open(key, request, reply)
    if (done === 'sent') return reply
    const answer = await kept.keep(key, new Response(`${++made}`, { headers }))
    done()
    return reply.send(answer)
  })
})
afterEach(() => app.close())

const get = (url = page, headers: Record<string, string> = browser, method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, url, headers })

const counted = (): number => counter.take().reduce((sum, { count }) => sum + count, 0)

test('a page counts each time it is opened, also when it was kept, and when the browser has it', async () => {
  const { etag } = (await get()).headers
  await get()
  expect((await get(page, { ...browser, 'if-none-match': String(etag) })).statusCode).toBe(304)
  expect(made).toBe(1)
  expect(counter.take()).toEqual([{ organ: 'o1', document: 'd1', count: 3 }])
  expect(counter.take()).toEqual([])
})

test.each([`${page}/versions/2`, `${page}/versions/2/papers/pdf`, `${page}/files/f1`])(
  '%s is an opening of the document',
  async (url) => {
    await get(url)
    expect(counter.take()).toEqual([{ organ: 'o1', document: 'd1', count: 1 }])
  },
)

test.each([
  '/organs/o1/documents',
  '/organs/o1',
  `${page}?done=useful`,
  '/work/o1/documents/d1',
  '/organs/o1/documents/missing',
  '/organs/o1/documents/%E0%A4%A',
])('%s is none', async (url) => {
  await get(url)
  expect(counted()).toBe(0)
})

test.each([
  ['a robot', { 'user-agent': 'Mozilla/5.0 (compatible; Baiduspider/2.0)' }],
  ['a program', { 'user-agent': 'curl/8.5.0' }],
  ['who does not say what they are', { 'user-agent': '' }],
  ['a browser ahead of its reader', { ...browser, 'sec-purpose': 'prefetch;prerender' }],
] as const)('%s is not counted', async (_, headers) => {
  await get(page, headers)
  expect(counted()).toBe(0)
})

test('to ask for the head of a page is not to read it', async () => {
  await get(page, browser, 'HEAD')
  expect(counted()).toBe(0)
})
