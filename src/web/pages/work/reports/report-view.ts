import { type Cell, cells } from '../../../../report/form.ts'
import { judgements } from '../../../../report/judge.ts'
import type { Place, Reading, Readings } from '../../../../report/reading.ts'
import { type Finding, type Report, tablesOf } from '../../../../report/report.ts'
import type { ReportJson } from '../../../../writer/schema.ts'
import type { ReadingCounts } from '../../../ui/statutory-table.tsx'
import { bearersOf, brokenCells, orderedFindings, type PlacedFinding } from './findings-order.ts'
import { type MarkedSource, markSource, type Saying } from './marked-source.ts'
import { type ProseSection, proseSections } from './prose-sections.ts'
import type { SourceBlock } from './source-places.ts'

/** Who read a cell otherwise than the machine, in which reading, and why. */
export interface Correction {
  readonly reading: number
  readonly by: string
  readonly reason: string
}

/** By cell. */
export type Corrections = Readonly<Record<string, Correction>>

/** What was read of a report and what it was read from, as the API tells it. */
export interface ToldReport {
  readonly corrections: Corrections
  readonly report: ReportJson
  readonly findings: readonly Finding[]
  readonly blocks: readonly SourceBlock[]
}

/** The edition and which tables were found: enough to lay the form out. */
export type Printed = Pick<Report, 'edition' | 'forms'>

export interface ReportView {
  readonly printed: Printed
  readonly readings: Readings
  readonly corrections: Corrections
  readonly counts: ReadingCounts
  /** Relations of the form that hold, of all that say something. */
  readonly relations: { readonly hold: number; readonly all: number }
  readonly findings: readonly PlacedFinding[]
  readonly source: MarkedSource
  readonly prose: readonly ProseSection[]
  readonly statistics: ReportJson['statistics'] | null
}

export const printedOf = ({ edition, forms = {} }: ReportJson): Printed => ({
  edition,
  forms: forms as Report['forms'],
})

/** The readings of the published JSON by cell, without boxes on pages, which nothing here is drawn by. */
export const readingsOf = ({ cells: told }: Pick<ReportJson, 'cells'>): Readings =>
  Object.fromEntries(
    told.map(({ key, place, ...reading }) => {
      const { box: _, ...rest } = place ?? {}
      return [key, { ...reading, ...(place !== undefined && { place: rest as Place }) } as Reading]
    }),
  )

/** Everything that the page of a report shows, put together once, where the page is made. Pure. */
export function viewOf({ report, findings, blocks, corrections }: ToldReport): ReportView {
  const printed = printedOf(report)
  const readings = readingsOf(report)
  const tables = tablesOf(printed)
  const ordered = orderedFindings(findings)
  const spoken = ordered.flatMap((finding, index) => (isSaid(finding) ? [{ finding, index }] : []))
  const claims = [...Map.groupBy(report.claims, ({ sentence }) => sentence).values()].flatMap(
    ([first]) => first ?? [],
  )
  const sayings: readonly Saying[] = [
    ...spoken.map(({ finding }) => ({ text: finding.sentence ?? '', place: finding.place })),
    ...claims.map(({ sentence, place }) => ({ text: sentence, place: place as Place | undefined })),
  ]
  const saidOf = new Map(spoken.map(({ index }, said) => [index, said]))
  const bearers = bearersOf(ordered, readings)
  const source = markSource(blocks, readings, sayings, corrections)
  const placed = ordered.map((finding, index): PlacedFinding => {
    const said = saidOf.get(index)
    return {
      number: index + 1,
      finding,
      cell: bearers[index] ?? null,
      said: said !== undefined && source.found[said] ? said : null,
    }
  })
  const saidIn = new Map(claims.map(({ sentence }, index) => [sentence, spoken.length + index]))
  return {
    printed,
    readings,
    corrections,
    counts: countsOf(cells(tables), readings, placed),
    relations: relationsOf(printed, readings),
    findings: placed,
    source,
    prose: proseSections(report, placed, (sentence) => {
      const said = saidIn.get(sentence)
      return said !== undefined && source.found[said] ? said : null
    }),
    statistics: report.statistics ?? null,
  }
}

/** Findings that are about the prose, or about a place that is no cell of the form. */
const isSaid = ({ sentence, place, cells: keys }: Finding): boolean =>
  sentence !== undefined || (place !== undefined && keys.length === 0)

function countsOf(
  form: readonly Cell[],
  readings: Readings,
  findings: readonly PlacedFinding[],
): ReadingCounts {
  const counts: Partial<Record<Reading['kind'] | 'broken', number>> = {}
  for (const { key } of form) {
    const { kind } = readings[key] ?? { kind: 'absent' }
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return { ...counts, broken: brokenCells(findings).size }
}

export function relationsOf(printed: Printed, readings: Readings): ReportView['relations'] {
  const judged = judgements(tablesOf(printed), readings)
  return { hold: judged.filter(({ verdict }) => verdict === 'holds').length, all: judged.length }
}
