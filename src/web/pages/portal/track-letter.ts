import { type LoaderFunctionArgs, redirect } from 'react-router'
import { deskOf } from '../load-context.ts'

/** Hands a letter, or a paper given out with the reply, to whoever has entered; else leads to the door. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const organ = encodeURIComponent(params.organ ?? '')
  const letter = params.letter === undefined ? null : encodeURIComponent(params.letter)
  const path =
    letter === null
      ? `enclosures/${encodeURIComponent(params.paper ?? '')}`
      : `letters/${letter}/file?format=${new URL(request.url).searchParams.get('format') === 'docx' ? 'docx' : 'pdf'}`
  const file = await deskOf(context).api.file(`/organs/${organ}/tracking/${path}`)
  return file.ok ? file : redirect(`/organs/${organ}/track`)
}
