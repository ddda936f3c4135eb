import { data, type RouterContextProvider } from 'react-router'
import type { OrganFrame } from '../../desk/portal-desk.ts'
import { deskOf } from '../load-context.ts'

export type Frame = OrganFrame

/** The organ of an address, or the page that says there is none. */
export async function frameOf(
  context: Readonly<Pick<RouterContextProvider, 'get'>>,
  id: string,
): Promise<Frame> {
  const frame = await deskOf(context).portal.frame(id)
  if (frame === null) throw data(null, { status: 404 })
  return frame
}
