import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** The notice as a letter. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const [organ, round, format] = [params.organ, params.round, params.format].map((part = '') =>
    encodeURIComponent(part),
  )
  return deskOf(context).api.file(`/organs/${organ}/assessment/rounds/${round}/notice/${format}`)
}
