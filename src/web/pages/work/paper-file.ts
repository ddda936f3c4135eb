import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../load-context.ts'

/** A paper of the file, as it was put there. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const [organ, id, paper] = [params.organ, params.id, params.paper].map((part = '') =>
    encodeURIComponent(part),
  )
  return deskOf(context).api.file(`/organs/${organ}/requests/${id}/papers/${paper}`)
}
