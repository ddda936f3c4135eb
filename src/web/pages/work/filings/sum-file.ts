import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** The sum as a file, in the official form. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const organs = new URL(request.url).searchParams.getAll('organ')
  const query = new URLSearchParams({
    format: params.format ?? '',
    ...(organs.length > 0 && { organs: organs.join(',') }),
  })
  const [organ, year] = [params.organ, params.year].map((part = '') => encodeURIComponent(part))
  return deskOf(context).api.file(`/organs/${organ}/annual-filings/${year}/sum/file?${query}`)
}
