import { data, type LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../load-context.ts'
import { sitemapHref } from './portal-href.ts'
import { sitemapAnswer, sitemapIndexOf } from './sitemap-text.ts'

/** Every sitemap: for each organ its standing pages, and its documents by the year of publication. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = deskOf(context)
  const [organs, counted] = await Promise.all([
    api.call('listPublicOrgans', { query: { closed: 'true' } }),
    api.call('tallyAllPublished', { query: { by: ['organ', 'year'] } }),
  ])
  if (!organs.ok || !counted.ok) throw data(null, { status: 503 })
  const at = (path: string) => ({ address: new URL(path, request.url).href })
  const places = organs.body.rows.flatMap(({ id }) => {
    const years = counted.body.rows.flatMap(({ organ, year }) => (organ === id && year != null ? [year] : []))
    return [at(sitemapHref(id)), ...years.map((year) => at(sitemapHref(id, year)))]
  })
  return sitemapAnswer(sitemapIndexOf(places))
}
