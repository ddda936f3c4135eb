import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** The file a report was read from, byte for byte; or, by its format, what was read of it. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const [organ, report] = [params.organ, params.report].map((part = '') => encodeURIComponent(part))
  const { search } = new URL(request.url)
  const { format } = params
  const what = format === undefined ? 'original' : `export/${encodeURIComponent(format)}${search}`
  return deskOf(context).api.file(`/organs/${organ}/reports/${report}/${what}`)
}
