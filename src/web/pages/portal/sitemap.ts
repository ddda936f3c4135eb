import { data, type LoaderFunctionArgs } from 'react-router'
import { type ColumnKey, columns } from '../../../office/documents/columns.ts'
import { deskOf } from '../load-context.ts'
import { publishedHref, reportsColumnHref } from './annual-report-href.ts'
import type { PublishedRow } from './listed-document.ts'
import {
  callsHref,
  columnHref,
  documentsHref,
  guideHref,
  homeHref,
  institutionsHref,
  openDataHref,
  registerHref,
  specialsHref,
} from './portal-href.ts'
import { sitemapAnswer, sitemapOf } from './sitemap-text.ts'

/** Pages of an organ for those who gather them: the standing ones, or the documents of a year. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { organ = '', file } = params
  const year = /^(\d{4})\.xml$/.exec(file ?? '')?.[1]
  if (file !== undefined && year === undefined) throw data(null, { status: 404 })
  const { api } = deskOf(context)
  const at = (path: string, changedOn: string | null = null) => ({
    address: new URL(path, request.url).href,
    changedOn,
  })
  return sitemapAnswer(sitemapOf(await (year === undefined ? standing() : documents(year))))

  async function standing() {
    const [own, reports, calls, specials] = await Promise.all([
      api.call('readPublicOrgan', { params: { organ } }),
      api.call('listPublishedAnnualReports', { params: { organ } }),
      api.call('listCalls', { params: { organ }, query: { limit: 200 } }),
      api.call('listSpecials', { params: { organ }, query: { limit: 200 } }),
    ])
    if (!own.ok || !reports.ok || !calls.ok || !specials.ok) throw data(null, { status: 404 })
    const pages = [
      homeHref,
      ...(own.body.closed === null ? [guideHref] : []),
      institutionsHref,
      documentsHref,
      registerHref,
      callsHref,
      specialsHref,
    ]
    return [
      ...[...pages, openDataHref, reportsColumnHref].map((href) => at(href(organ))),
      ...(Object.keys(columns) as ColumnKey[]).map((key) => at(columnHref(organ, key))),
      ...reports.body.rows.map((report) => at(publishedHref(organ, report.year), report.publishedOn)),
      ...calls.body.rows.map((call) => at(callsHref(organ, call.id))),
      ...specials.body.rows.map((special) => at(specialsHref(organ, special.id))),
    ]
  }

  async function documents(of: string) {
    const query = new URLSearchParams({ format: 'json', year: of })
    const list = await api.file(`/organs/${encodeURIComponent(organ)}/published/file?${query}`)
    if (!list.ok) throw data(null, { status: 404 })
    const { documents } = (await list.json()) as { readonly documents: readonly PublishedRow[] }
    return documents.map((row) => at(row.path, row.updatedOn ?? row.publishedOn))
  }
}
