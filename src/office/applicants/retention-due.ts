/** Whose data are to be erased because their time is over (个保法§19, 47; 条例§45). */
import { addDays, addMonths, compareDays, type Day, dayOf, laterOf, yearOf } from '../../law/day.ts'
import { everyCase } from '../handling/every-case.ts'
import type { CaseFilter, CaseId, Office, OrganId, Unit } from '../ports.ts'
import { casesOfApplicants, keptCase } from './cases-of-applicants.ts'
import { papersIn } from './erase-applicant.ts'
import {
  type KeptCase,
  keptUntil,
  needOf,
  papersDue,
  type RetentionPolicy,
  retentionPolicyOf,
  retentionRules,
} from './retention.ts'
import { applicantIn } from './sealed.ts'

export interface RetentionDue {
  /** Id of the record in the vault. */
  readonly applicant: string
  /** The record with all that hangs on it, or copies of identity papers alone. */
  readonly what: 'record' | 'identityPapers'
  /** First day on which it was to be erased. */
  readonly since: Day
  readonly cases: readonly CaseId[]
}

/** Everything that is due at an organ. */
export const retentionDue = (office: Office, organ: OrganId, today: Day): Promise<readonly RetentionDue[]> =>
  office.inTransaction(organ, (unit) => retentionDueWithin(unit, today))

/**
 * What is due and still there, the longest due first. `after`: only what became due after that day, which is found
 * among the cases of a few days instead of all that were ever closed.
 */
export async function retentionDueWithin(
  unit: Unit,
  today: Day,
  after?: Day,
): Promise<readonly RetentionDue[]> {
  const policy = await retentionPolicyOf(unit)
  const candidates = new Set<string>()
  for (const closed of closedRanges(policy, today, after))
    for await (const { applicant } of everyCase(unit, {
      organs: [unit.organ],
      open: false,
      closed,
      tests: 'too',
    }))
      if (applicant !== null) candidates.add(applicant)
  const cases = await casesOfApplicants(unit, [...candidates])
  const due = [...cases].flatMap(([applicant, rows]) =>
    dueOf(applicant, rows.map(keptCase), policy, today).filter(
      ({ since }) => after === undefined || since > after,
    ),
  )
  return (await stillThere(unit, due)).toSorted((a, b) => compareDays(a.since, b.since))
}

type Range = NonNullable<CaseFilter['closed']>

/** When the last case was closed of those for whom something may be due. */
function closedRanges(policy: RetentionPolicy, today: Day, after: Day | undefined): readonly Range[] {
  const beginning: Day = '1900-01-01'
  // A month that has no such day ends earlier: a few days more lose nobody.
  const cutoff = addMonths(today, -policy.identityPaperMonths)
  const papers: Range = {
    from: after === undefined ? beginning : addDays(addMonths(after, -policy.identityPaperMonths), -3),
    to: cutoff,
  }
  // Files are kept to the end of a year, whatever day they were archived on.
  const shortest = Math.min(...Object.values(retentionRules).flatMap(({ years }) => years ?? []))
  const newYear = dayOf(yearOf(today), 1, 1)
  const records: Range = { from: beginning, to: dayOf(yearOf(today) - shortest - 1, 12, 31) }
  if (after === undefined) return [{ from: beginning, to: laterOf(cutoff, records.to) }]
  return after < newYear ? [papers, records] : [papers]
}

function dueOf(
  applicant: string,
  cases: readonly KeptCase[],
  policy: RetentionPolicy,
  today: Day,
): readonly RetentionDue[] {
  const ids = cases.map(({ id }) => id)
  if (needOf(cases, today).need === 'none') {
    const ends = cases.map(({ archived }) => keptUntil(archived!.on, archived!.retention)!)
    return [{ applicant, what: 'record', since: addDays(ends.toSorted().at(-1)!, 1), cases: ids }]
  }
  const since = papersDue(cases, policy)
  return since === null || since > today ? [] : [{ applicant, what: 'identityPapers', since, cases: ids }]
}

/** What was not erased before; of identity papers, where there are any. */
async function stillThere(
  { vault }: Pick<Unit, 'vault'>,
  due: readonly RetentionDue[],
): Promise<readonly RetentionDue[]> {
  const found = await vault.openMany(due.map(({ applicant }) => applicant))
  return due.filter(({ applicant, what }) => {
    const entry = found.get(applicant)
    if (entry === undefined || 'failure' in entry) return false
    const record = applicantIn(entry)
    return record !== null && (what === 'record' || papersIn(record).length > 0)
  })
}
