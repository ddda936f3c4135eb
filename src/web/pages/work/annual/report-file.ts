import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** The report as a file, in the form in which it is printed. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const [organ, year, format] = [params.organ, params.year, params.format].map((part = '') =>
    encodeURIComponent(part),
  )
  return deskOf(context).api.file(`/organs/${organ}/annual/${year}/file?format=${format}`)
}
