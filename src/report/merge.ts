/** 汇总: the reports of many organs added up into one, each sum with those who contributed and those who did not. */

import type { Citation } from '../law/citation.ts'
import { carriedOver } from './crosswalk.ts'
import { sum } from './decimal.ts'
import { editions } from './editions/index.ts'
import { type Cell, cellsOf, type EditionId, type Table } from './form.ts'
import { entered, figureAt, type Reading, type Readings, readingAt } from './reading.ts'
import type { Report } from './report.ts'

/** Who contributed what to a sum, and who is wanting. */
export interface MergedCell {
  readonly key: string
  /** Sum of what is known; null where nobody has a figure. */
  readonly known: number | null
  /** True where somebody's figure is wanting, so that `known` is not the whole. */
  readonly partial: boolean
  readonly from: readonly { readonly organ: string; readonly value: number }[]
  readonly missing: readonly {
    readonly organ: string
    readonly shows: Reading['kind']
    readonly reason?: string
  }[]
}

export interface Refusal {
  readonly organ: string
  /** Plain Chinese. */
  readonly reason: string
}

export interface Merged {
  readonly edition: EditionId
  readonly cells: readonly MergedCell[]
  /** The sums that are complete; a partial sum is absent here, so that nobody takes it for the whole. */
  readonly readings: Readings
  readonly refused: readonly Refusal[]
  readonly notes: readonly { readonly message: string; readonly cites: readonly Citation[] }[]
}

interface Part {
  readonly organ: string
  readonly readings: Readings
  readonly why: ReadonlyMap<string, string>
}

const nameOf = (report: Report, index: number): string =>
  report.organ?.name ?? `第 ${index + 1} 份报告（机关不明）`

/** A report in the cells of the edition: table by table, since a report may mix forms. */
const onEdition = (report: Report, organ: string, to: EditionId): Part => {
  const found: Record<string, Reading> = {}
  const why = new Map<string, string>()
  const other = to === '2021' ? '2019' : '2021'
  // Only what is printed on the other form has to be carried over, which costs more than all the rest.
  let carried: Readings | null = null
  const converted = (): Readings => {
    carried ??= carriedOver(report.readings, other, to).readings
    return carried
  }
  const tables: readonly Table[] = editions[to].tables
  for (const table of tables) {
    const form = report.forms[table.key]
    const printed: readonly Table[] = form ? editions[form].tables : []
    const same = printed.includes(table) || form === to
    for (const { key } of cellsOf(table)) {
      const source = same ? report.readings : converted()
      if (form !== undefined) found[key] = readingAt(source, key)
      if (form !== undefined && !same && readingAt(source, key).kind === 'absent')
        why.set(key, `所用格式不同（${editions[form].title}），没有这一格的数`)
    }
  }
  return { organ, readings: found, why }
}

const mergedCell = ({ key }: Cell, parts: readonly Part[]): MergedCell => {
  const told = parts.map(({ organ, readings, why }) => {
    const reason = why.get(key)
    return { organ, value: figureAt(readings, key), shows: readingAt(readings, key).kind, reason }
  })
  const from = told.flatMap(({ organ, value }) => (value === null ? [] : [{ organ, value }]))
  const missing = told
    .filter(({ value }) => value === null)
    .map(({ organ, shows, reason }) => ({ organ, shows, ...(reason !== undefined && { reason }) }))
  return {
    key,
    known: from.length > 0 ? sum(from.map(({ value }) => value)) : null,
    partial: missing.length > 0,
    from,
    missing,
  }
}

const suits = 'disputes/cases@litigation.afterReconsideration.total'

/**
 * Adds reports up cell by cell. Blank, dash and absent do not become zero: a sum that wants somebody's figure is
 * `partial` and names who. Refused are reports without tables on a known form, of another year than `year` (by
 * default that of the first), and a second report of the same organ.
 */
export const merge = (
  reports: readonly Report[],
  edition: EditionId = '2021',
  year: number | null = reports.find((report) => report.year !== null)?.year ?? null,
): Merged => {
  const refused: Refusal[] = []
  const parts: Part[] = []
  reports.forEach((report, index) => {
    const organ = nameOf(report, index)
    const refuse = (reason: string) => refused.push({ organ, reason })
    if (Object.keys(report.forms).length === 0) refuse('没有读到任何法定表格')
    else if (report.year !== null && year !== null && report.year !== year)
      refuse(`是 ${report.year} 年度报告，汇总的是 ${year} 年度`)
    else if (parts.some((part) => part.organ === organ)) refuse('同一机关的报告已经计入')
    else parts.push(onEdition(report, organ, edition))
  })
  const cells = editions[edition].tables
    .flatMap((table: Table) => cellsOf(table))
    .map((cell) => mergedCell(cell, parts))
  const suing = cells.find(({ key }) => key === suits)?.from.filter(({ value }) => value > 0) ?? []
  return {
    edition,
    cells,
    readings: Object.fromEntries(
      cells.flatMap(({ key, known, partial }) => (known === null || partial ? [] : [[key, entered(known)]])),
    ),
    refused,
    notes:
      suing.length > 1
        ? [
            {
              message: `${suing.map(({ organ }) => organ).join('、')}都填有复议后起诉的案件；复议机关作共同被告的，只由原行为机关填报，应当核对有无重复。`,
              cites: ['年报填报函'],
            },
          ]
        : [],
  }
}
