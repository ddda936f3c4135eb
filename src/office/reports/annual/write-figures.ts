/** Figures entered, imported, corrected, noted on: the use cases of `figures.ts`. */
import { figureAt } from '../../../report/reading.ts'
import { type AnnualAsk, type AnnualHouse, type ChangeOutcome, changeReport, noForm } from './desk.ts'
import type { FigureEntered } from './events.ts'
import { type CellCorrection, correctCell, enterFigures, noteCell } from './figures.ts'
import { countedNow } from './gather.ts'
import type { AnnualRefusal, Obstacle } from './refusal.ts'

/** Figures, and corrections of what was counted, as one change: all of them are recorded, or none. */
export const enterAnnualFigures = (
  house: AnnualHouse,
  ask: AnnualAsk,
  figures: readonly FigureEntered[],
  from: 'typed' | 'list' = 'typed',
  corrections: readonly CellCorrection[] = [],
): Promise<ChangeOutcome> =>
  changeReport(house, ask, 'write', async ({ state }, unit) => {
    const { year, today } = ask
    const entered =
      figures.length === 0
        ? ({ refused: false, events: [] } as const)
        : enterFigures(year, figures, from, today)
    if (entered.refused) return entered
    const counted = corrections.length === 0 ? {} : await countedNow(unit, year)
    if (counted === null) return noForm(year)
    const events = [...entered.events]
    const obstacles: Obstacle[] = []
    let first: AnnualRefusal | null = null
    for (const each of corrections) {
      const corrected = correctCell(state, year, each, figureAt(counted, each.key), today)
      if (corrected.refused) {
        first ??= corrected
        obstacles.push({ about: each.key, message: corrected.message })
      } else events.push(...corrected.events)
    }
    return first === null ? { refused: false, events } : { ...first, obstacles }
  })

export const correctAnnualCell = (
  house: AnnualHouse,
  ask: AnnualAsk,
  correction: CellCorrection,
): Promise<ChangeOutcome> =>
  changeReport(house, ask, 'write', async ({ state }, unit) => {
    const counted = await countedNow(unit, ask.year)
    if (counted === null) return noForm(ask.year)
    return correctCell(state, ask.year, correction, figureAt(counted, correction.key), ask.today)
  })

export const noteAnnualCell = (
  house: AnnualHouse,
  ask: AnnualAsk,
  key: string,
  note: string,
): Promise<ChangeOutcome> => changeReport(house, ask, 'write', () => noteCell(ask.year, key, note, ask.today))
