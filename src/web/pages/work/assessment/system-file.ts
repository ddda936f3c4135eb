import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** A system of indicators as a file. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const [organ, system, format] = [params.organ, params.system, params.format].map((part = '') =>
    encodeURIComponent(part),
  )
  return deskOf(context).api.file(`/organs/${organ}/assessment/systems/${system}/file/${format}`)
}
