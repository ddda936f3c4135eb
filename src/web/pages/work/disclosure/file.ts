import { data, type LoaderFunctionArgs } from 'react-router'
import { deskOf } from '../../load-context.ts'
import { files, isListFile } from './file-href.ts'

/** A list of the organ as a file. */
export function loader({ params: { organ = '', file }, request, context }: LoaderFunctionArgs) {
  if (!isListFile(file)) throw data(null, { status: 404 })
  const { year = '', format = 'xlsx' } = Object.fromEntries(new URL(request.url).searchParams)
  const path = files[file]({ year })
  return deskOf(context).api.file(
    `/organs/${encodeURIComponent(organ)}/${path}?${new URLSearchParams({ format })}`,
  )
}
