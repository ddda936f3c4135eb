/** The report held against last year's, or what was submitted against what the cases say now. */
import { type Comparison, compare } from '../../../report/compare.ts'
import type { Report } from '../../../report/report.ts'
import { type AnnualAsk, type AnnualHouse, draftAt, noForm, openDesk, registerFor } from './desk.ts'
import { type AnnualRefusal, refuse } from './refusal.ts'
import { openSnapshot, reportIn } from './snapshot.ts'

export interface Compared extends Comparison {
  readonly refused: false
  readonly before: Report
  readonly after: Report
}

/** `lastYear`: last year's report and this one. `snapshot`: what was submitted and the live figures. */
export async function compareAnnualReport(
  house: AnnualHouse,
  ask: AnnualAsk,
  against: 'lastYear' | 'snapshot',
): Promise<Compared | AnnualRefusal> {
  const register = await registerFor(house, ask)
  return house.office.inTransaction(ask.organ.id, async (unit) => {
    const desk = await openDesk(unit, ask)
    const draft = await draftAt(unit, desk, register)
    if (draft === null) return noForm(ask.year)
    const { submission } = desk.state
    const submitted =
      against === 'snapshot' && submission !== null
        ? await openSnapshot(unit.blobs, submission.snapshot)
        : null
    const before = against === 'lastYear' ? desk.previous : submitted && reportIn(submitted)
    if (before === null)
      return against === 'lastYear'
        ? refuse('wrongStage', `系统中没有${ask.year - 1}年度报告，无从比较。`, '条例§49')
        : refuse('wrongStage', '报告还没有报送过，没有存档可以比较。', '条例§49')
    return { refused: false, before, after: draft.report, ...compare(before, draft.report) }
  })
}
