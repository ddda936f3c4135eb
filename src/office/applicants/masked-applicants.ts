import type { Unit } from '../ports.ts'
import { forHandler, forOthers, type MaskedApplicant } from './masked-view.ts'
import { applicantIn } from './sealed.ts'

/** Who looks: those who handle the case see the name, lists and supervisors do not. */
export type Onlooker = 'handler' | 'others'

const viewFor: Readonly<Record<Onlooker, typeof forHandler>> = { handler: forHandler, others: forOthers }

/**
 * The masked views of many applicants at the cost of one opening; what is masked needs no event. Those who are not
 * in the map are not on record any more.
 */
export async function maskedApplicants(
  { vault }: Pick<Unit, 'vault'>,
  ids: readonly (string | null)[],
  onlooker: Onlooker,
): Promise<ReadonlyMap<string, MaskedApplicant>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const views = new Map<string, MaskedApplicant>()
  for (const [id, entry] of await vault.openMany(wanted)) {
    const applicant = 'failure' in entry ? null : applicantIn(entry)
    if (applicant !== null) views.set(id, viewFor[onlooker](applicant))
  }
  return views
}
