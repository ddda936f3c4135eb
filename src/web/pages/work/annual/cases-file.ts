import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** All cases that a figure counts, as CSV. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const [organ, year] = [params.organ, params.year].map((part = '') => encodeURIComponent(part))
  return deskOf(context).api.file(`/organs/${organ}/annual/${year}/lists/${encodeURI(params['*'] ?? '')}`)
}
