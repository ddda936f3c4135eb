/** Which pages are kept, for whom, and until when. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptPages } from '../../src/web/kept-pages.ts'

let app: FastifyInstance
let made: number
let version: number
let now: number
let headers: Record<string, string>
let during: () => void
beforeEach(() => {
  made = 0
  version = 0
  now = 0
  during = () => {}
  headers = { 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' }
  const kept = keptPages(
    () => version,
    () => now,
  )
  app = Fastify()
  app.get('/*', async (request, reply) => {
    const key = kept.keyOf(request)
    const done = key === null ? null : await kept.open(key, request, reply)
    if (done === 'sent') return reply
    during()
    await new Promise((resolve) => setTimeout(resolve, 5))
    const page = new Response(`<p>${++made}</p>`, { headers })
    const answer = key === null ? page : await kept.keep(key, page)
    done?.()
    return reply.send(answer)
  })
})
afterEach(() => app.close())

const get = (url = '/organs/a', asked: Record<string, string> = {}) => app.inject({ url, headers: asked })

test('a page that may be kept is made once, whoever asks', async () => {
  const [first, second] = [await get(), await get('/organs/a', { cookie: 'session=x' })]
  expect([first.body, second.body]).toEqual(['<p>1</p>', '<p>1</p>'])
  expect(second.headers).toMatchObject({ 'cache-control': 'no-cache', etag: first.headers.etag })
  expect((await get('/organs/b')).body).toBe('<p>2</p>')
})

test('those who come while it is made wait for it', async () => {
  const all = await Promise.all([get(), get(), get()])
  expect(all.map(({ body }) => body)).toEqual(['<p>1</p>', '<p>1</p>', '<p>1</p>'])
})

test('whoever has it already is told so', async () => {
  const { etag } = (await get()).headers
  const again = await get('/organs/a', { 'if-none-match': String(etag) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('of pages with a query those of results alone are kept, and put out no other', async () => {
  await get()
  for (const url of ['/search?q=a', '/organs/a/search?q=a', '/organs/a?q=a', '/work/search?q=a']) {
    const before = made
    await get(url)
    await get(url)
    expect([url, made - before]).toEqual([url, url.includes('work') || url.startsWith('/organs/a?') ? 2 : 1])
  }
  await Promise.all(Array.from({ length: 1200 }, (_, n) => get(`/search?q=${n}`)))
  expect((await get()).body).toBe('<p>1</p>')
})

test('a catalogue is kept where one or two things are chosen, and puts out no other', async () => {
  await get()
  for (const [url, times] of [
    ['/organs/a/documents?theme=finance', 1],
    ['/organs/a/register?year=2026&validity=inForce', 1],
    ['/policies?organ=a', 1],
    ['/organs/a/documents?theme=finance&year=2026&genre=notice', 2],
    ['/organs/a/documents?theme=finance&theme=other', 2],
    ['/organs/a/documents?theme=finance&after=x', 2],
    ['/organs/a/documents?title=x', 2],
    ['/organs/a/documents?text=large', 2],
    ['/organs/a/documents/b?theme=finance', 2],
  ] as const) {
    const before = made
    await get(url)
    await get(url)
    expect([url, made - before]).toEqual([url, times])
  }
  await Promise.all(Array.from({ length: 1200 }, (_, n) => get(`/policies?organ=${n}`)))
  const before = made
  await get()
  await get('/organs/a/documents?theme=finance')
  expect(made - before).toBe(1)
})

test('it goes packed, and is the same unpacked', async () => {
  await get()
  const packed = await get('/organs/a', { 'accept-encoding': 'gzip' })
  expect(packed.headers['content-encoding']).toBe('gzip')
})

test('after anything was written, and after some seconds, it is made anew', async () => {
  await get()
  version = 1
  expect((await get()).body).toBe('<p>2</p>')
  now = 5_001
  expect((await get()).body).toBe('<p>3</p>')
})

test('what was written while a page was made is not missed', async () => {
  during = () => {
    version = 1
  }
  await get()
  during = () => {}
  expect((await get()).body).toBe('<p>2</p>')
})

test('another size of letters is another page, and a question is never kept', async () => {
  await get()
  expect((await get('/organs/a', { cookie: 'text=large' })).body).toBe('<p>2</p>')
  expect((await get('/organs/a?text=large')).body).toBe('<p>3</p>')
  expect((await get('/organs/a?text=large')).body).toBe('<p>4</p>')
})

test.each([
  ['does not say so', { 'cache-control': 'no-store' }],
  ['gives a cookie', { 'set-cookie': 'a=b' }],
] as const)('a page that %s is never kept', async (_, more) => {
  headers = { ...headers, ...more }
  expect([(await get()).body, (await get()).body]).toEqual(['<p>1</p>', '<p>2</p>'])
})
