import { data, type LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../load-context.ts'
import { catalogueOf } from './catalogue-of.ts'

/** The catalogue of all published reports, for machines; kept as public pages are, with an ETag. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const listed = await deskOf(context).api.call('listPublishedDataSets', {})
  if (!listed.ok) throw data(null, { status: listed.problem.status })
  return new Response(JSON.stringify(catalogueOf(listed.body.rows, request.url), null, 2), {
    headers: { 'content-type': 'application/ld+json; charset=utf-8', 'cache-control': 'no-cache' },
  })
}
