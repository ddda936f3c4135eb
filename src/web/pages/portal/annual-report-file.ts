import { data, type LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../load-context.ts'
import { publicFormats } from './annual-report-href.ts'

/** As long as the API lets it be kept. What was published never changes; a correction is another version. */
const kept = 'public, max-age=300'

/** A version of a published report as a file; not made anew for whoever has it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { api } = deskOf(context)
  const [organ, year, version, format] = [params.organ, params.year, params.version, params.format].map(
    (part) => part ?? '',
  ) as [string, string, string, string]
  const listed = await api.call('listPublishedAnnualReports', { params: { organ } })
  if (!listed.ok) throw data(null, { status: listed.problem.status })
  const own = listed.body.rows
    .find((row) => String(row.year) === year)
    ?.versions.find(({ number }) => String(number) === version)
  if (own === undefined || !publicFormats.some((each) => each.format === format))
    throw data(null, { status: 404 })
  const etag = `W/"${own.digest.slice(0, 32)}-${format}"`
  const headers = { etag, 'cache-control': kept }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const query = new URLSearchParams({ format, version })
  const file = await api.file(`/organs/${encodeURIComponent(organ)}/annual-reports/${year}/file?${query}`)
  if (file.ok) for (const [name, value] of Object.entries(headers)) file.headers.set(name, value)
  return file
}
