import type { LoaderFunctionArgs } from 'react-router'

/** Rooms of staff and of single applicants are nobody's to gather. */
const closed = [
  '/work',
  '/sign-in',
  '/set-up',
  '/api/',
  '/organs/*/track',
  '/organs/*/corrections',
  '/organs/*/apply',
]

/** robots.txt (RFC 9309), with the way to the sitemaps. */
export function loader({ request }: LoaderFunctionArgs) {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${new URL('/sitemap.xml', request.url).href}`,
    '',
  ]
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' },
  })
}
