import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** The empty list of tasks. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { search } = new URL(request.url)
  return deskOf(context).api.file(
    `/organs/${encodeURIComponent(params.organ ?? '')}/task-plan/template${search}`,
  )
}
