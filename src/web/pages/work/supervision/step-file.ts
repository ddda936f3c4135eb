import type { LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'

/** A file that an organ sent with what it reported, for either side: the address is the API's own. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url)
  return deskOf(context).api.file(pathname.replace(/^\/work\//, '/organs/'))
}
