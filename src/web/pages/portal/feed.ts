import { data, type LoaderFunctionArgs } from 'react-router'
import { documentClasses } from '../../../office/documents/classes.ts'
import { type ColumnKey, columns } from '../../../office/documents/columns.ts'
import { deskOf } from '../load-context.ts'
import type { PublishedRow } from './listed-document.ts'
import { columnHref, type FeedFormat, feedFormats, feedHref, homeHref } from './portal-href.ts'
import { siteName } from './site-frame.ts'

/** Items of a feed. */
const most = 50

/** What is new: of the whole site, of an organ, of one of its columns. Kept as public pages are, with an ETag. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const format: FeedFormat = new URL(request.url).pathname.endsWith('.atom') ? 'atom' : 'rss'
  const { api, feeds } = deskOf(context)
  const followed = await (params.organ === undefined ? site(api) : organOf(api, params.organ, params.column))
  const at = (path: string) => new URL(path, request.url).href
  const feed = {
    ...followed,
    page: at(followed.page),
    self: at(feedHref(followed.page === '/' ? '' : followed.page, format)),
    updatedOn: followed.rows.map(changedOn).toSorted().at(-1) ?? null,
    items: followed.rows.map((row) => ({
      title: row.title,
      address: at(row.path),
      summary: row.abstract || row.excerpt,
      publishedOn: row.publishedOn!,
      updatedOn: changedOn(row),
      author: row.publisher,
      categories: [documentClasses[row.class].caption],
    })),
  }
  return new Response(feeds.write(feed, format), {
    headers: { 'content-type': `${feedFormats[format].type}; charset=utf-8`, 'cache-control': 'no-cache' },
  })
}

type Api = ReturnType<typeof deskOf>['api']

const changedOn = ({ updatedOn, publishedOn }: PublishedRow) => updatedOn ?? publishedOn!

async function site(api: Api) {
  const [organs, listed] = await Promise.all([
    api.call('listPublicOrgans', {}),
    api.call('listAllPublished', { query: { limit: most } }),
  ])
  if (!organs.ok || !listed.ok) throw data(null, { status: 503 })
  const name = siteName(organs.body.rows)
  return { title: `${name}政府信息公开：最新公开`, author: name, page: '/', rows: listed.body.rows }
}

async function organOf(api: Api, organ: string, column: string | undefined) {
  if (column !== undefined && !Object.hasOwn(columns, column)) throw data(null, { status: 404 })
  const key = column as ColumnKey | undefined
  const query = { limit: most, ...(key !== undefined && { class: columns[key].classes as never }) }
  const [own, listed] = await Promise.all([
    api.call('readPublicOrgan', { params: { organ } }),
    api.call('listPublished', { params: { organ }, query }),
  ])
  if (!listed.ok) throw data(null, { status: listed.problem.status })
  const name = own.ok ? own.body.name : ''
  return {
    title: `${name}：${key === undefined ? '最新公开' : columns[key].caption}`,
    author: name,
    page: key === undefined ? homeHref(organ) : columnHref(organ, key),
    rows: listed.body.rows,
  }
}
