/** A report as plain JSON: what was read of every cell the form has, and what was found. */

import { cells } from '../report/form.ts'
import type { Statistics } from '../report/pre2019.ts'
import { type Reading, readingAt } from '../report/reading.ts'
import { type Finding, type Report, tablesOf } from '../report/report.ts'
import type { ReportJson } from './schema.ts'

type CellJson = ReportJson['cells'][number]

const cellJson = (key: string, reading: Reading): CellJson => {
  if (reading.kind === 'absent') return { key, kind: 'absent' }
  const { kind, raw, place } = reading
  return {
    key,
    kind,
    ...('value' in reading && { value: reading.value }),
    ...('unit' in reading && reading.unit !== undefined && { unit: reading.unit }),
    raw,
    ...(place && {
      place: { ...place, ...(place.box && { box: [...place.box] as [number, number, number, number] }) },
    }),
    ...('proof' in reading && { proof: reading.proof }),
    ...('candidates' in reading && { candidates: [...reading.candidates] }),
  } as CellJson
}

const statisticsJson = (statistics: Statistics): NonNullable<ReportJson['statistics']> =>
  Object.entries(statistics).map(([key, reading]) => ({
    key,
    kind: reading.kind,
    ...('value' in reading && { value: reading.value }),
    ...('raw' in reading && { raw: reading.raw }),
  }))

/**
 * The JSON of a report.
 *
 * @param file name under which the report was read; the only thing that is not in the report itself
 */
export const reportJson = (report: Report, findings: readonly Finding[], file: string): ReportJson => ({
  file,
  organ: report.organ?.name ?? null,
  organKind: report.organ?.kind ?? null,
  year: report.year,
  edition: report.edition,
  script: report.script,
  publication: report.publication,
  forms: report.forms as ReportJson['forms'],
  sections: report.sections.map(({ number, title, text }) => ({ number, title, text })),
  cells: cells(tablesOf(report)).map(({ key }) => cellJson(key, readingAt(report.readings, key))),
  claims: report.claims.map(
    ({ metric, value, approximate, unit, label, scope, section, sentence, place }) => ({
      metric,
      value,
      ...(approximate && { approximate }),
      ...(unit !== undefined && { unit }),
      ...(label !== undefined && { label }),
      ...(scope !== undefined && { scope }),
      section,
      sentence,
      ...(place && { place: place as CellJson['place'] }),
    }),
  ) as ReportJson['claims'],
  ...(report.statistics && { statistics: statisticsJson(report.statistics) }),
  findings: findings.map((finding) => ({
    ...finding,
    cells: [...finding.cells],
    cites: [...finding.cites],
  })) as ReportJson['findings'],
})
