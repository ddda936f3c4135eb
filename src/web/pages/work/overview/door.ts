import { type LoaderFunctionArgs, redirect } from 'react-router'
import { deskOf } from '../../load-context.ts'
import { told } from '../told.ts'
import { organInView } from '../who.ts'
import { overviewHref } from './overview-href.ts'

/** /work/overview: that of the organ one works at. */
export async function loader({ context }: LoaderFunctionArgs) {
  const organ = organInView(told(await deskOf(context).api.call('readMe', {})), null)
  return redirect(organ === null ? '/work' : overviewHref(organ.id))
}
