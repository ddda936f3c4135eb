/** A government makes its report of the sum over the organs below it, its own cases among them (条例§49¶2). */

import { figureAt } from '../../../report/reading.ts'
import type { OrganRow } from '../../ports.ts'
import { type AnnualAsk, type AnnualHouse, type ChangeOutcome, changeReport, noForm } from '../annual/desk.ts'
import { sumReports } from './sum-reports.ts'

/**
 * Takes the complete figures of the sum over; what somebody's figure is wanting for stays asked for. Nothing is taken over
 * by itself afterwards: a report below that changes shows as a difference until the sum is adopted again.
 *
 * @param organs those below that are added up; null makes the report of the organ's own cases again
 */
export async function adoptSum(
  house: AnnualHouse,
  ask: AnnualAsk,
  organs: readonly OrganRow[] | null,
): Promise<ChangeOutcome> {
  const { year, today } = ask
  if (organs === null)
    return changeReport(house, ask, 'write', () => ({
      refused: false,
      events: [{ kind: 'sumAdopted', on: today, data: { figures: {}, reports: 0 } }],
    }))
  const sum = await sumReports(house, ask, organs)
  if (sum === null) return noForm(year)
  const { merged, parts } = sum
  const figures = Object.fromEntries(
    Object.keys(merged.readings).map((key) => [key, figureAt(merged.readings, key)!]),
  )
  const reports = parts.filter(({ source }) => source !== 'none').length
  return changeReport(house, ask, 'write', () => ({
    refused: false,
    events: [{ kind: 'sumAdopted', on: today, data: { figures, reports } }],
  }))
}
