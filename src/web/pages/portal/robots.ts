import type { LoaderFunctionArgs } from 'react-router'

/** Rooms of staff and of single applicants are nobody's to gather; pages without end are of no use to anybody. */
const closed = [
  '/work',
  '/sign-in',
  '/set-up',
  '/api/',
  '/organs/*/track',
  '/organs/*/corrections',
  '/organs/*/apply',
  // Whatever somebody looks for, and all ways to choose two things and more.
  '/search?',
  '/organs/*/search?',
  '/policies?*&',
  '/organs/*/documents?*&',
  '/organs/*/register?*&',
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
