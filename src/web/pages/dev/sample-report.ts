import { editions } from '../../../report/editions/index.ts'
import { cellsOf, type Table } from '../../../report/form.ts'
import { judgements } from '../../../report/judge.ts'
import type { Reading, Readings } from '../../../report/reading.ts'
import type { Finding } from '../../../report/report.ts'

/*
 * Section three of a report with everything that can happen to a figure: read, blank (_), a dash (-), not legible (?),
 * proved (3!), and two sums that do not hold. Invented.
 */
const figures = `
120 15 1 2 6 3 147
8 1 0 0 1 0 10
50 6 1 1 2 1 62
12 2 0 0 1 0 15
1 0 0 0 0 0 1
- - - - - - -
1 0 0 0 0 0 1
3! 1 0 0 0 0 4
2 0 0 0 0 0 2
4 0 0 0 1 0 5
5 1 0 0 0 0 6
2 0 0 0 0 1 3
22 3 0 1 1 0 27
4 0 0 0 0 0 4
1 0 0 0 0 0 1
? ? 0 0 0 0 6
? ? 0 0 1 0 4
_ _ _ _ _ _ _
1 0 0 0 0 0 1
1 0 0 0 0 0 1
3 1 0 0 0 0 4
1 0 0 0 0 0 1
2 0 0 0 0 1 3
123 15 1 2 6 3 150
5 1 0 0 1 0 7`

const readingOf = (text: string): Reading => {
  if (text === '_') return { kind: 'blank', raw: '' }
  if (text === '-') return { kind: 'dash', raw: '—' }
  if (text === '?') return { kind: 'illegible', raw: '■' }
  const value = Number.parseInt(text, 10)
  return text.endsWith('!')
    ? { kind: 'inferred', raw: '', value, proof: '本行总计 4，其余各列合计 1。' }
    : { kind: 'number', raw: text, value }
}

const requests: Table = editions['2021'].tables.find(({ key }) => key === 'requests')!

export const sampleTables: readonly Table[] = [requests]

export const sampleReadings: Readings = Object.fromEntries(
  figures
    .trim()
    .split(/\s+/)
    .map((text, index) => [cellsOf(requests)[index]!.key, readingOf(text)]),
)

/** Section two, in which several tables are printed as one. */
export const sampleSectionTwo: readonly Table[] = editions['2021'].tables.filter(
  ({ section }) => section === 2,
)

/** Section four, which prints no labels. */
export const sampleDisputes: readonly Table[] = editions['2021'].tables.filter(({ section }) => section === 4)

/** What the relations of the form say of it: all that is broken, and the first that cannot be decided. */
export const sampleFindings: readonly Finding[] = [
  ...judgements(sampleTables, sampleReadings).filter(({ verdict }) => verdict === 'broken'),
  ...judgements(sampleTables, sampleReadings)
    .filter(({ verdict }) => verdict === 'undecidable')
    .slice(0, 1),
].map(({ equation, verdict, left, right, message }) => ({
  rule: equation.rule,
  severity: 'error',
  verdict,
  left,
  right,
  cells: [...equation.left, ...equation.right],
  cites: equation.cites,
  message,
}))

/** The cell that bears the mark: the total that does not agree, or the first that was not read. */
export const markedCell = ({ cells, verdict }: Finding): string =>
  cells.find((key) =>
    verdict === 'broken'
      ? key.endsWith('@total') || key.includes('.total@')
      : sampleReadings[key]?.kind === 'illegible',
  ) ??
  cells[0] ??
  ''
