import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** The overview as a list for a spreadsheet. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { search } = new URL(request.url)
  return deskOf(context).api.file(`/organs/${encodeURIComponent(params.organ ?? '')}/overview/file${search}`)
}
