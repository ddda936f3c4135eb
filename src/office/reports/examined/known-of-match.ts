import type { Context } from '../../../report/check.ts'
import type { Unit } from '../../ports.ts'
import { reportOrganOf } from '../annual/report-organ.ts'
import type { ExaminedSource } from './fold-source.ts'
import { reportsWithin } from './reports-of-year.ts'

/**
 * What is known of a report from elsewhere once a person has said whose it is: the kind of the organ, and its report for
 * the year before, where that is among the confirmed ones.
 */
export async function knownOfMatch(unit: Unit, match: ExaminedSource['match']): Promise<Context> {
  if (match === null || match.organ === null) return {}
  const organ = await unit.organs.get(match.organ)
  const before = (await reportsWithin(unit, [match.organ], match.year - 1)).get(match.organ)
  return {
    ...(before && { previous: before.report }),
    ...(organ && { organKind: reportOrganOf(organ).kind, mayMakeRules: reportOrganOf(organ).mayMakeRules }),
  }
}
