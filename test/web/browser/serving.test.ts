/** What the server sends: policy, caching, scripts or none, and what it refuses. No browser is needed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fakeDesk } from './support/fake-desk.ts'
import { bePatient } from './support/patience.ts'
import { type Served, servePages } from './support/serve-pages.ts'

bePatient()

let served: Served
let quiet: Served
beforeAll(async () => {
  served = await servePages(fakeDesk())
  quiet = await servePages(
    fakeDesk({
      development: false,
      mourning: async () => true,
      signIn: { ...fakeDesk().signIn, demonstration: [] },
    }),
  )
})
afterAll(() => Promise.all([served?.close(), quiet?.close()]))

const get = (path: string, headers: Record<string, string> = {}, from = served) =>
  fetch(from.origin + path, { headers, redirect: 'manual' })
const textOf = async (path: string, headers?: Record<string, string>, from?: Served) =>
  (await get(path, headers, from)).text()

describe('a public page', () => {
  test('sends no script at all, and nothing in it stands in its own style', async () => {
    const html = await textOf('/organs/minzheng')
    expect(html).toContain('示范县民政局')
    expect(html).not.toMatch(/<script/i)
    expect(html).not.toMatch(/\sstyle=/i)
    expect(html).not.toMatch(/modulepreload|\son[a-z]+=/i)
  })

  test('stays within 30 kB with its looks', async () => {
    const html = await textOf('/organs/minzheng')
    const sheets = [...html.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map(([, path]) => path!)
    expect(sheets.length).toBeGreaterThan(0)
    const sizes = await Promise.all(
      sheets.map(async (path) =>
        Number((await get(path, { 'accept-encoding': 'br' })).headers.get('content-length')),
      ),
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20_000)
    expect(html.length).toBeLessThan(10_000)
  })

  test('is asked about every time, is in no frame, and takes nothing from elsewhere', async () => {
    const { headers } = await get('/organs/minzheng')
    expect(headers.get('cache-control')).toBe('no-cache')
    expect((await get('/sign-in')).headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'self'; .*frame-ancestors 'none'$/)
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })

  test('goes packed over the wire', async () => {
    const response = await get('/organs/minzheng', { 'accept-encoding': 'br' })
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(await response.text()).toContain('</html>')
  })
})

describe('a page of the workbench', () => {
  test('sends scripts under the nonce of its answer, another each time', async () => {
    const policyOf = async () => {
      const response = await get('/dev/ui')
      const policy = response.headers.get('content-security-policy') ?? ''
      return { policy, html: await response.text() }
    }
    const { policy, html } = await policyOf()
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(policy).not.toContain('unsafe')
    expect(nonce).toMatch(/^[\w+/]{20,}=*$/)
    const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>/g)].map(([, attributes]) => attributes!)
    expect(inline.length).toBeGreaterThan(0)
    for (const attributes of inline) expect(attributes).toContain(`nonce="${nonce}"`)
    expect(html).not.toMatch(/\sstyle=/i)
    expect((await policyOf()).policy).not.toBe(policy)
  })

  test('is for developers only where the desk says so', async () => {
    expect((await get('/dev/ui', {}, quiet)).status).toBe(404)
  })
})

describe('the look of the reader', () => {
  test('text size is asked for by the address and kept by a cookie', async () => {
    const asked = await get('/organs/minzheng?text=large')
    expect(await asked.text()).toMatch(/<html[^>]*data-text="large"/)
    expect(asked.headers.get('set-cookie')).toMatch(/^text=large; Path=\/; .*SameSite=Lax; HttpOnly/)
    expect(await textOf('/organs/minzheng', { cookie: 'a=b; text=larger' })).toContain('data-text="larger"')
    expect((await get('/organs/minzheng')).headers.get('set-cookie')).toBeNull()
  })

  test.each(['huge', '', '__proto__', '"><script>'])(
    'a size that is none (%s) changes nothing',
    async (size) => {
      const html = await textOf(`/organs/minzheng?text=${encodeURIComponent(size)}`, {
        cookie: `text=${size}`,
      })
      expect(html).not.toContain('data-text')
      expect(html).not.toContain('"><script>')
    },
  )

  test('on a day of mourning every page is grey', async () => {
    expect(await textOf('/organs/minzheng', {}, quiet)).toMatch(/<html[^>]*data-mourning/)
    expect(await textOf('/organs/minzheng')).not.toContain('data-mourning')
  })
})

describe('what is not there', () => {
  test.each(['/nowhere', '/organs/nowhere', '/organs/minzheng/nowhere'])(
    '%s says so in Chinese',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(await response.text()).toContain('没有这个页面')
    },
  )

  test('is no fault', () => expect(served.faults).toEqual([]))

  test('a fault inside tells the reader nothing of itself, and is reported', async () => {
    const secret = '王某某 110101199003070000'
    const broken = await servePages(
      fakeDesk({
        portal: {
          ...fakeDesk().portal,
          home: () => Promise.reject(new Error(`no such applicant: ${secret}`)),
        },
      }),
    )
    const response = await get('/organs/minzheng', {}, broken)
    const html = await response.text()
    await broken.close()
    expect(response.status).toBe(500)
    expect(html).toContain('系统出了问题')
    expect(html).not.toContain('applicant')
    expect(html).not.toContain(secret)
    expect(broken.faults).toHaveLength(1)
  })
})

describe('files', () => {
  test('are kept for good, and packed as the browser likes it', async () => {
    const path = /href="(\/assets\/[^"]+\.css)"/.exec(await textOf('/sign-in'))?.[1] ?? ''
    const plain = await get(path, { 'accept-encoding': 'identity' })
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(plain.headers.get('content-type')).toBe('text/css; charset=utf-8')
    const bytes = await plain.text()
    for (const packing of ['br', 'gzip']) {
      const packed = await get(path, { 'accept-encoding': packing })
      expect(packed.headers.get('content-encoding')).toBe(packing)
      expect(packed.headers.get('vary')).toBe('accept-encoding')
      expect(await packed.text()).toBe(bytes)
    }
  })

  test.each(['/assets/none.css', '/assets/../server/index.js', '/assets/%2e%2e/%2e%2e/package.json'])(
    'nothing else is given away: %s',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain('gongkai')
    },
  )
})

describe('forms', () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${served.origin}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' })

  test('a form of another site is refused', async () => {
    const body = new URLSearchParams({ account: 'clerk', password: 'demonstration-1' })
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { cookie: 'session=open' },
    ] as Record<string, string>[]) {
      const response = await post(body, headers)
      expect(response.status, JSON.stringify(headers)).toBe(403)
      expect(response.headers.get('set-cookie')).toBeNull()
      expect(await response.text()).toContain('不是从本网站提交的')
    }
    expect((await post(body, { origin: served.origin })).status).toBe(302)
  })

  test('an address below /api is none of ours', async () => {
    const response = await get('/api/v1/nothing')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('application/json')
  })

  test('what was typed comes back as text, whatever it is, and a password never', async () => {
    const account = '"><img src=x onerror=alert(1)>'
    const response = await post(new URLSearchParams({ account, password: 'do-not-show' }))
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).not.toContain('<img')
    expect(html).not.toContain('do-not-show')
    expect(html).toContain('用户名或者密码不对。')
  })

  test('more than the limit is not taken', async () => {
    const response = await post('x'.repeat(1024 * 1024 + 1))
    expect(response.status).toBe(413)
    expect(await response.text()).toContain('提交的内容太大')
  })

  test('HEAD is answered without a body', async () => {
    const response = await fetch(`${served.origin}/organs/minzheng`, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })
})
