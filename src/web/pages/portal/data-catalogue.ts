import { data, type LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../load-context.ts'
import { catalogueOf } from './catalogue-of.ts'

/** The catalogue of all data sets, for machines; kept as public pages are, with an ETag. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = deskOf(context)
  const [organs, reports] = await Promise.all([
    api.call('listPublicOrgans', { query: { closed: 'true' } }),
    api.call('listPublishedDataSets', {}),
  ])
  if (!organs.ok || !reports.ok) throw data(null, { status: 503 })
  const catalogue = catalogueOf(organs.body.rows, reports.body.rows, request.url)
  return new Response(JSON.stringify(catalogue, null, 2), {
    headers: { 'content-type': 'application/ld+json; charset=utf-8', 'cache-control': 'no-cache' },
  })
}
