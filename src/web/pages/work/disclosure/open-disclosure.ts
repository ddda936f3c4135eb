import { data } from 'react-router'
import type { Api } from '../../../desk/api.ts'
import { told } from '../told.ts'
import type { Me } from '../who.ts'

/** What every page about the time after publication shows: whose it is, and whether others are below. */
export interface DisclosureFrame {
  readonly organ: string
  readonly organName: string
  /** The reader oversees organs below this one. */
  readonly oversees: boolean
  /** Where the reader oversees this one from; null where they are at home in it. */
  readonly above: string | null
}

/** Who reads, and the frame of the page; to whoever may not read an organ's documents there is no such page. */
export async function openDisclosure(
  api: Api,
  organ: string,
): Promise<{ readonly me: Me; readonly frame: DisclosureFrame }> {
  const [called, listed] = await Promise.all([
    api.call('readMe', {}),
    api.call('listOwnOrgans', { query: { action: 'readDocuments' } }),
  ])
  const me = told(called)
  const own = told(listed).rows.find(({ id }) => id === organ)
  if (own === undefined) throw data(null, { status: 404 })
  const overseers = me.grants.filter(({ permissions }) =>
    permissions.some(({ action, scope }) => action === 'readDocuments' && scope === 'subordinate'),
  )
  const oversees = overseers.some((grant) => grant.organ === organ)
  const isOwn = me.grants.some((grant) => grant.organ === organ)
  const above = isOwn ? null : (overseers[0]?.organ ?? null)
  return { me, frame: { organ, organName: own.name, oversees, above } }
}
