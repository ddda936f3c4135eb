import { type Day, dayOf, earlierOf } from '../../../../law/day.ts'
import type { Api } from '../../../desk/api.ts'
import type { Pace } from './compare-measures.ts'

/** By organ, or by year as text. */
export type Paces = Readonly<Record<string, Pace>>

/** How long answers of a year took, of the organ and those below it; nothing for those who may not see. */
export async function paceOfOrgans(api: Api, organ: string, year: number, asOf: Day): Promise<Paces> {
  const query = { from: dayOf(year, 1, 1), to: earlierOf(dayOf(year, 12, 31), asOf) }
  const called = await api.call('readOverview', { params: { organ }, query })
  return called.ok ? Object.fromEntries(called.body.organs.map(({ id, pace }) => [id, pace])) : {}
}

/** The same of one organ, year by year. */
export async function paceOfYears(
  api: Api,
  organ: string,
  years: readonly number[],
  asOf: Day,
): Promise<Paces> {
  const paces = await Promise.all(
    years.map(async (year) => [String(year), (await paceOfOrgans(api, organ, year, asOf))[organ]] as const),
  )
  return Object.fromEntries(paces.flatMap(([year, pace]) => (pace === undefined ? [] : [[year, pace]])))
}
