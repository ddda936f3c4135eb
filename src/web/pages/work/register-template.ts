import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../load-context.ts'

/** The empty list of a register to be filled in, as a workbook or CSV. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const format = new URL(request.url).searchParams.get('format') === 'csv' ? 'csv' : 'xlsx'
  return deskOf(context).api.file(
    `/organs/${encodeURIComponent(params.organ ?? '')}/register?format=${format}`,
  )
}
