import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** The whole log of an organ, a JSON object a line, for whoever audits it with other tools. */
export const loader = ({ params, context }: LoaderFunctionArgs) =>
  deskOf(context).api.file(`/organs/${encodeURIComponent(params.organ ?? '')}/log/file`)
