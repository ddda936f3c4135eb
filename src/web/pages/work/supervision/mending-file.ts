import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** The mending list as a workbook or a document. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  query.set('format', params.format ?? 'xlsx')
  return deskOf(context).api.file(`/organs/${encodeURIComponent(params.organ ?? '')}/mending-list?${query}`)
}
