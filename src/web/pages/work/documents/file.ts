import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** An attachment as it was put there. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const [organ, id, file] = [params.organ, params.id, params.file].map((part = '') =>
    encodeURIComponent(part),
  )
  return deskOf(context).api.file(`/organs/${organ}/documents/${id}/files/${file}`)
}
