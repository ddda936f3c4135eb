import { isSought } from '../../../../office/supervision/mocks/sought.ts'
import type { Api } from '../../../desk/api.ts'
import type { NamedOrgan } from '../reports/organs-below.ts'

/** An organ with test requests that were sent to it and not pointed to yet: they are counted like any other. */
export interface SoughtAt {
  readonly organ: string
  readonly name: string
  readonly count: number
}

/**
 * Those sent until the end of a year, by organ; none for whoever does not supervise, who is not to know of them.
 *
 * @param below the organs whose figures are looked at, as the page asks for them
 */
export async function soughtMocks(
  api: Api,
  organ: string,
  year: number,
  below: Promise<readonly NamedOrgan[]>,
): Promise<readonly SoughtAt[]> {
  const listed = await api.call('listSupervision', { params: { organ, kind: 'mock' } })
  if (!listed.ok) return []
  const sought = listed.body.rows.filter((row) => isSought(row) && String(row.data.sentOn) <= `${year}-12-31`)
  if (sought.length === 0) return []
  const about = Map.groupBy(sought, (row) => row.about)
  return (await below)
    .map(({ id, name }) => ({ organ: id, name, count: about.get(id)?.length ?? 0 }))
    .filter(({ count }) => count > 0)
}
