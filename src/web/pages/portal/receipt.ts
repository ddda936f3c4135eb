import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { deskOf } from '../load-context.ts'
import { textIn, typedIn } from './apply-form.ts'

const doorOf = (organ: string | undefined) => redirect(`/organs/${encodeURIComponent(organ ?? '')}/track`)

/** The slip with number and code as PDF. Both are sent, never in the address; whoever has them not is led to the door. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const typed = typedIn(await request.formData())
  const path = `/organs/${encodeURIComponent(params.organ ?? '')}/tracking/slip`
  const body = { number: textIn(typed, 'number'), secret: textIn(typed, 'secret') }
  const file = await deskOf(context).api.file(path, body)
  return file.ok ? file : doorOf(params.organ)
}

export const loader = ({ params }: LoaderFunctionArgs) => doorOf(params.organ)
