import type { Shortcoming } from '../../law/application.ts'
import { applicantOf } from '../applicants/applicant.ts'
import { stateOf } from '../handling/state-of-request.ts'
import type { CaseId, Unit } from '../ports.ts'
import { applicationOf } from './application.ts'
import { contentOf } from './content.ts'
import { type Duplicate, duplicatesOf } from './duplicates.ts'
import { recordsLike } from './find-applicant.ts'
import { type TriageHint, triageHint } from './triage-hint.ts'

/** What the office is told of an application at its counter, for one that came in without anybody looking. */
export interface IntakeHints {
  readonly shortcomings: readonly Shortcoming[]
  readonly duplicates: readonly Duplicate[]
  readonly triage: TriageHint | null
}

/** The hints on a request as it came in; null where there is none, or what it asks for was erased. */
export async function hintsOf(unit: Unit, request: CaseId): Promise<IntakeHints | null> {
  const [row, record] = [await unit.cases.get(request), await applicationOf(unit, request)]
  if (row === null || record === null || 'failure' in record) return null
  const { papers } = await stateOf(unit, request)
  const proved = papers.some(({ purpose }) => purpose === 'evidence')
  const { applicant, shortcomings } = applicantOf(record.applicant, row.arrivedOn)
  const own = row.applicant === null ? [] : [row.applicant]
  const applicants = new Set([...own, ...(await recordsLike(unit, applicant))])
  return {
    shortcomings: [...shortcomings, ...contentOf(record, proved).shortcomings],
    duplicates: await duplicatesOf(unit, { applicants: [...applicants], wish: record, except: request }),
    triage: triageHint(record),
  }
}
