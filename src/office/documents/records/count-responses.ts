/** Responses to public concern (回应关切) counted for a year, by what they were answered with. */
import { dayOf, yearOf } from '../../../law/day.ts'
import { dayAt } from '../../beijing-time.ts'
import type { OrganId, RecordRow, Shared } from '../../ports.ts'
import { type ResponseMeans, responseMeans } from './clocks.ts'
import { everyRecord } from './every-record.ts'

export interface ResponseCount {
  readonly organ: OrganId
  /** Concerns that were found in the year. */
  readonly concerns: number
  readonly means: Readonly<Record<ResponseMeans, number>>
  /** Of all responses those in which the first in charge appeared or spoke. */
  readonly byHead: number
}

const none = Object.fromEntries(Object.keys(responseMeans).map((key) => [key, 0])) as Record<
  ResponseMeans,
  number
>

/** Counts the concerns of one organ. A response belongs to the year in which it was given. Pure. */
export function responsesIn(organ: OrganId, concerns: readonly RecordRow[], year: number): ResponseCount {
  const given = concerns
    .flatMap(({ notes }) => notes)
    .filter(({ data, on }) => yearOf(typeof data.at === 'string' ? dayAt(data.at) : on) === year)
  const means = { ...none }
  for (const { data } of given)
    if (typeof data.means === 'string' && Object.hasOwn(means, data.means))
      means[data.means as ResponseMeans] += 1
  return {
    organ,
    concerns: concerns.filter(({ openedOn }) => yearOf(openedOn) === year).length,
    means,
    byHead: given.filter(({ data }) => data.byHead === true).length,
  }
}

/** The same for every organ named, in their order. Concerns opened before the year may be answered in it. */
export async function countResponses(
  office: Pick<Shared, 'records'>,
  organs: readonly OrganId[],
  year: number,
): Promise<readonly ResponseCount[]> {
  const last = dayOf(year, 12, 31)
  const byOrgan = new Map<OrganId, RecordRow[]>(organs.map((organ) => [organ, []]))
  for await (const row of everyRecord(office, { organs, kind: 'concern' }))
    if (row.openedOn <= last) byOrgan.get(row.organ)?.push(row)
  return [...byOrgan].map(([organ, rows]) => responsesIn(organ, rows, year))
}
