import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../load-context.ts'

/** The list of cases as a file, by the filter of the address. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { search } = new URL(request.url)
  return deskOf(context).api.file(
    `/organs/${encodeURIComponent(params.organ ?? '')}/exports/requests${search}`,
  )
}
