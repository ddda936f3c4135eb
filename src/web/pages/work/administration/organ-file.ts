import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** The list of organs as a file, XLSX unless `?format=csv`. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const format = new URL(request.url).searchParams.get('format') === 'csv' ? 'csv' : 'xlsx'
  const organ = encodeURIComponent(params.organ ?? '')
  return deskOf(context).api.file(`/organs/${organ}/subordinates/list?format=${format}`)
}
