import type { AnsweredBy, Api } from '../../../desk/api.ts'
import { type SumOfCell, sumOfCell } from '../filings/sum-parts.tsx'
import type { AnnualCell } from './annual-words.ts'
import { annualParams } from './open-report.ts'

/** Cases told beside the form; the others are on a page of their own. */
const few = 8

/** A cell with the cases it counts and what was done to it. `cases`: null where it counts none, or they are not for you. */
export interface Behind {
  readonly cell: AnnualCell
  readonly cases: AnsweredBy<'listCasesOfCell'> | null
  readonly history: AnsweredBy<'readAnnualHistory'>['rows']
  /** Of a figure that was added up: what each organ reports now; null where it was not, or is not for you. */
  readonly parts: SumOfCell | null
}

export async function openCell(
  api: Api,
  of: { readonly organ: string; readonly year: string },
  cell: AnnualCell,
): Promise<Behind> {
  const params = annualParams(of)
  // A figure that wants somebody's part is asked for, and yet says of how many reports it would be the sum.
  const isSum = cell.origin === 'summed' || (cell.origin === 'asked' && cell.source !== null)
  const [cases, history, sum] = await Promise.all([
    cell.counted
      ? api.call('listCasesOfCell', { params: { ...params, '*': cell.key }, query: { limit: few } as object })
      : null,
    api.call('readAnnualHistory', { params, query: { cell: cell.key } }),
    isSum ? api.call('sumAnnualReports', { params, query: { cell: cell.key } }) : null,
  ])
  return {
    cell,
    cases: cases?.ok ? cases.body : null,
    history: history.ok ? history.body.rows : [],
    parts: sum?.ok ? sumOfCell(sum.body, cell.key) : null,
  }
}
