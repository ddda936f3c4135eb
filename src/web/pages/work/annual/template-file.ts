import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** The list of figures to be filled in, with those entered already, as a workbook or CSV. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const [organ, year] = [params.organ, params.year].map((part = '') => encodeURIComponent(part))
  const format = params.format === 'csv' ? 'csv' : 'xlsx'
  return deskOf(context).api.file(`/organs/${organ}/annual/${year}/figures/list?format=${format}`)
}
