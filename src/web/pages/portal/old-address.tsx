import { data, type LoaderFunctionArgs, redirect } from 'react-router'
import { deskOf } from '../load-context.ts'

/**
 * Whatever no page is at: perhaps the address that a document had on the site it was taken over from. Those lead to
 * the document for good; all others are not there. The host is asked for only to look it up, and never sent to.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search, host } = new URL(request.url)
  const hosts = [...new Set([request.headers.get('host') ?? host, host])]
  const { api } = deskOf(context)
  for (const each of hosts)
    for (const scheme of ['http', 'https']) {
      const address = `${scheme}://${each}${pathname}${search}`
      const found = await api.call('findByAddress', { query: { address } })
      if (found.ok) return redirect(found.body.path, 301)
    }
  throw data(null, { status: 404 })
}

/** Never shown: there is a document to go to, or nothing. */
export default function OldAddress() {
  return null
}
