import { data, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Action } from '../../../../office/requests/index.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { deskOf } from '../../load-context.ts'
import { told } from '../told.ts'

/** An organ at which the reader has the right of the room. */
export type ManagedOrgan = AnsweredBy<'listOwnOrgans'>['rows'][number]

type Entering = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>

/**
 * Opens a room of administration at the organ of the address, and tells at which others the reader has the same right.
 * `?organ=` goes to the same room at another.
 */
export async function openRoom({ request, params, context }: Entering, action: Action) {
  const { api } = deskOf(context)
  const organs = told(await api.call('listOwnOrgans', { query: { action } })).rows
  const url = new URL(request.url)
  const to = url.searchParams.get('organ')
  if (to !== null && organs.some(({ id }) => id === to)) {
    const [, work, , ...rest] = url.pathname.replace(/\.data$/, '').split('/')
    throw redirect(`/${work}/${encodeURIComponent(to)}/${rest[0] ?? ''}`)
  }
  const organ = organs.find(({ id }) => id === params.organ)
  if (organ === undefined) throw data(null, { status: organs.length === 0 ? 403 : 404 })
  return { api, organ, organs }
}
