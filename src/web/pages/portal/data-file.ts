import { data, type LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../load-context.ts'

const named = /^documents(?:-(\d{4}))?\.(csv|json)$/

/** The list of what an organ has published, for machines: documents.csv, documents-2026.json. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const [, year, format] = named.exec(params.file ?? '') ?? []
  if (format === undefined) throw data(null, { status: 404 })
  const query = new URLSearchParams({ format, ...(year !== undefined && { year }) })
  const file = await deskOf(context).api.file(
    `/organs/${encodeURIComponent(params.organ ?? '')}/published/file?${query}`,
  )
  if (!file.ok) throw data(null, { status: file.status === 400 ? 404 : file.status })
  // Kept as public pages are, with an ETag.
  file.headers.set('cache-control', 'no-cache')
  return file
}
