/** Figures entered, imported, corrected, noted on: the use cases of `figures.ts`. */
import { figureAt } from '../../../report/reading.ts'
import { annualTables } from '../../requests/annual.ts'
import { type AnnualAsk, type AnnualHouse, type ChangeOutcome, changeReport, noForm } from './desk.ts'
import type { FigureEntered } from './events.ts'
import { type CellCorrection, correctCell, enterFigures, noteCell } from './figures.ts'
import { gather } from './gather.ts'

export const enterAnnualFigures = (
  house: AnnualHouse,
  ask: AnnualAsk,
  figures: readonly FigureEntered[],
  from: 'typed' | 'list' = 'typed',
): Promise<ChangeOutcome> =>
  changeReport(house, ask, 'write', () => enterFigures(ask.year, figures, from, ask.today))

export const correctAnnualCell = (
  house: AnnualHouse,
  ask: AnnualAsk,
  correction: CellCorrection,
): Promise<ChangeOutcome> =>
  changeReport(house, ask, 'write', async ({ state }, unit) => {
    const { cases, disputes } = await gather(unit.board, ask.organ.id, ask.year)
    const counted = annualTables(cases, disputes, ask.year)
    if (counted === null) return noForm(ask.year)
    return correctCell(state, ask.year, correction, figureAt(counted, correction.key), ask.today)
  })

export const noteAnnualCell = (
  house: AnnualHouse,
  ask: AnnualAsk,
  key: string,
  note: string,
): Promise<ChangeOutcome> => changeReport(house, ask, 'write', () => noteCell(ask.year, key, note, ask.today))
