import { data, type RouterContextProvider } from 'react-router'
import type { OrganHome } from '../../desk/portal-desk.ts'
import type { PublicOrgan } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'

/** What every public page of an organ has around it. */
export interface Frame {
  readonly organ: PublicOrgan
  /** Where to apply, and where to look after an application; null where the organ takes none on line. */
  readonly apply: OrganHome['apply']
  /** Where those can turn who do not come by the internet; empty where the organ does not tell. */
  readonly inPerson: string
}

/** The organ of an address, or the page that says there is none. */
export async function frameOf(
  context: Readonly<Pick<RouterContextProvider, 'get'>>,
  id: string,
): Promise<Frame> {
  const home = await deskOf(context).portal.home(id)
  if (home === null) throw data(null, { status: 404 })
  const { organ, apply, inPerson } = home
  return { organ, apply, inPerson }
}
