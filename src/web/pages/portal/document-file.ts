import { data, type LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../load-context.ts'

/** As long as the API lets a document be kept; what was taken down is gone after that. */
const kept = 'public, max-age=300'

/** An attachment of a document, or the document itself as Word or PDF. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { organ = '', id = '', file, version, format } = params
  const document = `/organs/${encodeURIComponent(organ)}/published/documents/${encodeURIComponent(id)}`
  const query = new URLSearchParams({ format: format ?? '', version: version ?? '' })
  const answered = await deskOf(context).api.file(
    file === undefined ? `${document}/paper?${query}` : `${document}/files/${encodeURIComponent(file)}`,
  )
  if (!answered.ok) throw data(null, { status: answered.status === 400 ? 404 : answered.status })
  answered.headers.set('cache-control', kept)
  return answered
}
