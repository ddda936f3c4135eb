import { type LoaderFunctionArgs, redirect } from 'react-router'
import { yearOf } from '../../../../law/day.ts'
import { deskOf } from '../../load-context.ts'
import { told } from '../told.ts'
import { filingsHref } from './filings-href.ts'

/** The board of the year that reports are due for now. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const organ = params.organ ?? ''
  const { asOf } = told(await deskOf(context).api.call('readBoard', { params: { organ } }))
  return redirect(filingsHref(organ, yearOf(asOf) - 1))
}
