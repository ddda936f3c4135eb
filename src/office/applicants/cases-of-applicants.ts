import { everyCase } from '../handling/every-case.ts'
import type { CaseRow, Unit } from '../ports.ts'
import type { CaseMore } from '../requests/index.ts'
import type { KeptCase } from './retention.ts'

/** Ids asked for at once. */
const step = 500

/** All cases of those applicants at the unit's organ, by applicant. */
export async function casesOfApplicants(
  unit: Pick<Unit, 'board' | 'organ'>,
  applicants: readonly string[],
): Promise<ReadonlyMap<string, readonly CaseRow[]>> {
  const found = new Map<string, CaseRow[]>(applicants.map((id) => [id, []]))
  for (let first = 0; first < applicants.length; first += step) {
    const some = applicants.slice(first, first + step)
    for await (const row of everyCase(unit, { organs: [unit.organ], applicants: some, tests: 'too' }))
      found.get(row.applicant!)!.push(row)
  }
  return found
}

/** A case as far as retention asks: from its row, which carries disputes and archiving. */
export function keptCase({ id, closedOn, more }: CaseRow): KeptCase {
  const { disputes = [], archivedOn, archivedFor } = more as CaseMore
  return {
    id,
    closedOn,
    disputed: disputes.some(({ decided }) => decided === null),
    archived: archivedOn && archivedFor ? { on: archivedOn, retention: archivedFor } : null,
  }
}
