import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../load-context.ts'

/** A letter as a file, PDF unless `?format=docx`. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const format = new URL(request.url).searchParams.get('format') === 'docx' ? 'docx' : 'pdf'
  const [organ, id, letter] = [params.organ, params.id, params.letter].map((part = '') =>
    encodeURIComponent(part),
  )
  return deskOf(context).api.file(`/organs/${organ}/requests/${id}/letters/${letter}/file?format=${format}`)
}
