import { editions } from '../../../../report/editions/index.ts'
import type { Reading, Readings } from '../../../../report/reading.ts'
import type { Finding, Report } from '../../../../report/report.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { groupedFindings, type PlacedFinding } from '../reports/findings-order.ts'

type Told = AnsweredBy<'readAnnualReport'>

export type Printed = Pick<Report, 'edition' | 'forms'>

/** The form that a report of an edition is printed on. */
export const formOf = (edition: string): Printed => {
  const id = edition === '2019' ? '2019' : '2021'
  return {
    edition: id,
    forms: Object.fromEntries(editions[id].tables.map(({ key }) => [key, id])) as Report['forms'],
  }
}

/** What each cell shows. */
export const shownReadings = (cells: Told['cells']): Readings =>
  Object.fromEntries(
    cells.map(({ key, kind, value, raw }): readonly [string, Reading] => [
      key,
      kind === 'number' && value !== null
        ? { kind, value, raw }
        : kind === 'absent'
          ? { kind }
          : ({ kind, raw } as Reading),
    ]),
  )

/** Findings of the API as the cards want them. */
export const asFinding = ({ sentence, left, right, ...told }: Told['findings'][number]): Finding => ({
  ...(told as Omit<Finding, 'sentence'>),
  ...(sentence !== null && { sentence }),
  ...(left !== null && { left }),
  ...(right !== null && { right }),
})

/** Findings that say something, numbered, the gravest first, each at its first cell. */
export function placedFindings(findings: Told['findings']): readonly PlacedFinding[] {
  const said = findings
    .filter(({ verdict }) => verdict !== 'holds')
    .map((told) => ({ number: 0, finding: asFinding(told), cell: told.cells[0] ?? null, said: null }))
  return groupedFindings(said)
    .flatMap(({ all }) => all)
    .map((placed, at) => ({ ...placed, number: at + 1 }))
}
