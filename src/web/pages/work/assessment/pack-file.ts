import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** Everything in the evidence box of a year. */
export function loader({ params: { organ = '', year = '' }, context }: LoaderFunctionArgs) {
  return deskOf(context).api.file(
    `/organs/${encodeURIComponent(organ)}/evidence/packs/${encodeURIComponent(year)}`,
  )
}
