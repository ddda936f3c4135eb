import { entered, type Reading, type Readings } from '../../../../report/reading.ts'
import { digits } from '../../../../writer/printed.ts'

/** What a person reads in a cell: a figure, nothing, or a dash. */
export type CorrectedCell = number | 'blank' | 'dash'

/** What is typed for a cell that is empty in print: a field left empty would not tell it from one not looked at. */
export const blankWord = '空'
const dashWord = '—'

const fault = `填数字；原件上是空白的，填“${blankWord}”；是横线或者斜线的，填“${dashWord}”。`

/** Name of the field of a cell. */
export const fieldOfCell = (key: string): string => `cell:${key}`
export const cellOfField = (name: string): string | null => (name.startsWith('cell:') ? name.slice(5) : null)

/** What stands in the field of a cell before anything is typed: what was read, where something was. */
export function typedFor(reading: Reading): string {
  switch (reading.kind) {
    case 'number':
    case 'inferred':
      return digits(reading.value)
    case 'blank':
      return blankWord
    case 'dash':
      return dashWord
    default:
      return ''
  }
}

/** What was typed into the field of a cell; null where nothing was. */
export function readTyped(typed: string): CorrectedCell | { readonly fault: string } | null {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '')
  if (text === '') return null
  if (text === blankWord) return 'blank'
  if (/^[-—–−/]+$/.test(text)) return 'dash'
  return /^[-−]?\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text.replace('−', '-')) : { fault }
}

/** Whether it says something else than what was read. */
export function differs(cell: CorrectedCell, reading: Reading): boolean {
  if (typeof cell === 'string') return reading.kind !== cell
  return !(reading.kind === 'number' || reading.kind === 'inferred') || reading.value !== cell
}

/** What was typed that is another reading, and what cannot be taken, by cell. */
export interface Typed {
  readonly cells: Readonly<Record<string, CorrectedCell>>
  readonly faults: Readonly<Record<string, string>>
}

/** A field that was emptied says nothing; where something had been read, that is a fault. */
export function correctionsIn(typed: Readonly<Record<string, string>>, readings: Readings): Typed {
  const cells: Record<string, CorrectedCell> = {}
  const faults: Record<string, string> = {}
  for (const [key, text] of Object.entries(typed)) {
    const reading = readings[key] ?? { kind: 'absent' }
    const cell = readTyped(text)
    if (cell === null) {
      if (typedFor(reading) !== '') faults[key] = fault
    } else if (typeof cell === 'object') faults[key] = cell.fault
    else if (differs(cell, reading)) cells[key] = cell
  }
  return { cells, faults }
}

/** A cell as it would be read once the correction is kept. */
export const readingOfCorrected = (cell: CorrectedCell): Reading =>
  typeof cell === 'number' ? entered(cell) : { kind: cell, raw: cell === 'dash' ? dashWord : '' }

/** A cell as one says it. */
export const correctedWords = (cell: CorrectedCell): string =>
  cell === 'blank' ? '空白' : cell === 'dash' ? '划线' : digits(cell)
