/** What a page weighs, with everything it makes a browser fetch, and what it may weigh. */

interface Weight {
  readonly raw: number
  /** As a browser gets it: Brotli. */
  readonly packed: number
}

export interface PageWeight {
  readonly html: Weight
  readonly css: Weight
  readonly js: Weight
}

/** Bytes, packed. Public pages work without script; what forms are sent stays within 30 kB. */
export const budgets = {
  reading: { html: 8_000, css: 20_000, js: 0 },
  /** A statutory report is as long as the law makes it. */
  report: { html: 20_000, css: 20_000, js: 0 },
  forms: { html: 12_000, css: 20_000, js: 30_000 },
  work: { html: 40_000, css: 30_000, js: 200_000 },
} as const satisfies Readonly<Record<string, Readonly<Record<keyof PageWeight, number>>>>

/** Stands for the report that the demonstration county published last, of whatever year that is. */
export const lastReport = '/organs/county/annual-reports/last'

/** The address of a page at a county that is served. */
export async function addressAt(origin: string, path: string): Promise<string> {
  if (path !== lastReport) return path
  const answer = await fetch(`${origin}/api/v1/organs/county/annual-reports`)
  const { rows } = (await answer.json()) as { readonly rows: readonly { readonly year: number }[] }
  return path.replace(/last$/, String(Math.max(...rows.map(({ year }) => year))))
}

/** The pages that are held to a budget, by their addresses at the demonstration county. */
export const weighed: readonly {
  readonly name: string
  readonly path: string
  readonly budget: keyof typeof budgets
  readonly signedIn?: true
}[] = [
  { name: 'organs', path: '/', budget: 'reading' },
  { name: 'home', path: '/organs/education', budget: 'reading' },
  { name: 'guide', path: '/organs/education/guide', budget: 'reading' },
  { name: 'apply', path: '/organs/education/apply', budget: 'forms' },
  { name: 'track', path: '/organs/education/track', budget: 'forms' },
  { name: 'search', path: '/search?q=%E9%80%9A%E7%9F%A5', budget: 'forms' },
  { name: 'catalogue', path: '/organs/education/documents', budget: 'reading' },
  { name: 'document', path: '/organs/education/documents/document-education-rules', budget: 'forms' },
  { name: 'column', path: '/organs/education/columns/legalTexts', budget: 'reading' },
  { name: 'register', path: '/organs/education/register', budget: 'reading' },
  { name: 'policies', path: '/policies', budget: 'reading' },
  { name: 'call', path: '/organs/county/calls/call-county', budget: 'forms' },
  { name: 'corrections', path: '/organs/education/corrections', budget: 'forms' },
  { name: 'open data', path: '/organs/education/open-data', budget: 'reading' },
  { name: 'annual reports', path: '/organs/education/annual-reports', budget: 'reading' },
  { name: 'annual report', path: lastReport, budget: 'report' },
  { name: 'sign-in', path: '/sign-in', budget: 'reading' },
  { name: 'board', path: '/work', budget: 'work', signedIn: true },
  { name: 'overview', path: '/work/county/overview', budget: 'work', signedIn: true },
]

/** A session at the demonstration county, as a Cookie header. */
export async function sessionAt(origin: string, account: string, password: string): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ account, password }),
    headers: { origin },
    redirect: 'manual',
  })
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0])
  if (cookie.length === 0) throw new Error(`Not signed in: ${answer.status}`)
  return cookie.join('; ')
}

const fetched = async (address: string, cookie: string, packing: 'br' | 'identity') => {
  const { status, headers, size, text } = await read(address, { cookie, 'accept-encoding': packing })
  if (status !== 200) throw new Error(`${address}: ${status}`)
  return { size: Number(headers.get('content-length') ?? size), text }
}

async function read(address: string, headers: Record<string, string>) {
  const answer = await fetch(address, { headers, redirect: 'manual' })
  const bytes = await answer.arrayBuffer()
  return {
    status: answer.status,
    headers: answer.headers,
    size: bytes.byteLength,
    text: new TextDecoder().decode(bytes),
  }
}

/** Weighs a page with its sheets and scripts, those that it preloads among them. */
export async function weigh(origin: string, path: string, cookie = ''): Promise<PageWeight> {
  const address = origin + (await addressAt(origin, path))
  const { text, size } = await fetched(address, cookie, 'identity')
  const files = [
    ...new Set([...text.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map(([, file]) => file!)),
  ]
  const sum = async (kind: string): Promise<Weight> => {
    const each = await Promise.all(
      files
        .filter((file) => file.endsWith(kind))
        .map(async (file) => ({
          raw: (await fetched(origin + file, cookie, 'identity')).size,
          packed: (await fetched(origin + file, cookie, 'br')).size,
        })),
    )
    return each.reduce((all, { raw, packed }) => ({ raw: all.raw + raw, packed: all.packed + packed }), {
      raw: 0,
      packed: 0,
    })
  }
  const packed = await packedSize(address, cookie)
  return { html: { raw: size, packed }, css: await sum('.css'), js: await sum('.js') }
}

/** Pages are packed while they are sent, so their length is on the wire alone. */
async function packedSize(address: string, cookie: string): Promise<number> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers: { cookie, 'accept-encoding': 'br' } }, (answer) => {
      let size = 0
      answer.on('data', (bytes: Buffer) => {
        size += bytes.length
      })
      answer.on('end', () => resolve(size))
    })
    asked.on('error', reject)
    asked.end()
  })
}
