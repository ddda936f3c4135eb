/** What is found behind a link, and which addresses are never asked. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isPublicAddress, linkProbe } from '../../src/carriers/probe-link.ts'

let server: Server
let origin: string
let asked: string[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    const { method, url = '' } = request
    asked.push(`${method} ${url}`)
    const to: Record<string, string> = {
      '/moved': '/page',
      '/round': '/round',
      '/inward': 'http://10.0.0.1/',
    }
    if (to[url] !== undefined) response.writeHead(302, { location: to[url] }).end()
    else if (url === '/no-head') response.writeHead(method === 'HEAD' ? 405 : 200).end()
    else if (url !== '/slow') response.writeHead(Number(/^\/(\d{3})$/.exec(url)?.[1] ?? 200)).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const own = new Set(['127.0.0.1', '::1'])
const probe = linkProbe({ patience: 400, allows: (address) => own.has(address) })

test.each([
  ['/page', 'good'],
  ['/moved', 'good'],
  ['/no-head', 'good'],
  ['/403', 'good'],
  ['/404', 'bad'],
  ['/410', 'bad'],
  ['/503', 'bad'],
  ['/round', 'bad'],
  ['/slow', 'unreached'],
  ['/inward', 'private'],
] as const)('%s is %s', async (path, found) => {
  expect(await probe(origin + path)).toBe(found)
})

test('a server is asked for the head, and for the page only where that is refused', async () => {
  asked = []
  await probe(`${origin}/page`)
  await probe(`${origin}/404`)
  expect(asked).toEqual(['HEAD /page', 'HEAD /404', 'GET /404'])
})

test('what is no page, and nobody at all', async () => {
  expect(await probe('http://')).toBe('bad')
  expect(await probe('ftp://localhost/')).toBe('private')
  expect(await probe(`http://user:secret@${new URL(origin).host}/`)).toBe('private')
  expect(await probe('http://127.0.0.1:1/')).toBe('unreached')
  expect(await probe('http://nowhere.invalid/')).toBe('unreached')
})

test('nothing within the house is asked, by name or by number, however it is written', async () => {
  const outside = linkProbe({ patience: 400 })
  const { port } = server.address() as AddressInfo
  asked = []
  for (const host of ['localhost', '127.0.0.1', '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]'])
    expect(await outside(`http://${host}:${port}/page`), host).toBe('private')
  expect(asked).toEqual([])
})

test('public and other addresses', () => {
  const inner = [
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.1.1.1',
  ]
  const newer = ['::1', '::', 'fe80::1', 'fd00::1', '::ffff:8.8.8.8', '2002:7f00:1::', 'ff02::1', 'nothing']
  for (const address of [...inner, ...newer]) expect(isPublicAddress(address), address).toBe(false)
  for (const address of ['8.8.8.8', '172.32.0.1', '2400:3200::1'])
    expect(isPublicAddress(address), address).toBe(true)
})
