import type { AnsweredBy, Api } from '../../../desk/api.ts'
import type { AnnualCell } from './annual-words.ts'
import { annualParams } from './open-report.ts'

/** Cases told beside the form; the others are on a page of their own. */
const few = 8

/** A cell with the cases it counts and what was done to it. `cases`: null where it counts none, or they are not for you. */
export interface Behind {
  readonly cell: AnnualCell
  readonly cases: AnsweredBy<'listCasesOfCell'> | null
  readonly history: AnsweredBy<'readAnnualHistory'>['rows']
}

export async function openCell(
  api: Api,
  of: { readonly organ: string; readonly year: string },
  cell: AnnualCell,
): Promise<Behind> {
  const params = annualParams(of)
  const [cases, history] = await Promise.all([
    cell.counted
      ? api.call('listCasesOfCell', { params: { ...params, '*': cell.key }, query: { limit: few } as object })
      : null,
    api.call('readAnnualHistory', { params, query: { cell: cell.key } }),
  ])
  return {
    cell,
    cases: cases?.ok ? cases.body : null,
    history: history.ok ? history.body.rows : [],
  }
}
