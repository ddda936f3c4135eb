/** Two reports side by side: each figure old and new, each section with its likeness and what was copied. */

import { crosswalk } from './crosswalk.ts'
import { difference, sum } from './decimal.ts'
import { editions } from './editions/index.ts'
import { cellAt, cellsOf, type SectionNumber, spokenCell, type Table, type TableKey } from './form.ts'
import { figureOf, type Reading, readingAt } from './reading.ts'
import type { Report } from './report.ts'
import { copied, similarity } from './similarity.ts'

/** One side of a line: its cells and what they show; a figure only where every cell has one. */
export interface Shown {
  readonly cells: readonly string[]
  readonly readings: readonly Reading[]
  readonly value: number | null
}

/** `unknown`: one side or both show something that is no figure, and not the same thing. */
export type Change = 'same' | 'increased' | 'decreased' | 'appeared' | 'disappeared' | 'unknown'

/** A figure of both reports. */
export interface Line {
  readonly table: TableKey
  /** Row and column in words, as the later report prints them. */
  readonly caption: string
  readonly before: Shown
  readonly after: Shown
  /** after - before, where both are figures. */
  readonly difference: number | null
  readonly change: Change
  /** Why the two may not have been counted alike. */
  readonly caution?: string
}

/** A section of both reports. */
export interface SectionLikeness {
  readonly number: SectionNumber
  /** 0 to 1; null where one of the reports does not have the section. */
  readonly similarity: number | null
  /** Sentences of the later report that stand word for word in the earlier one. */
  readonly copied: readonly string[]
}

export interface Comparison {
  readonly lines: readonly Line[]
  readonly sections: readonly SectionLikeness[]
  /** Likeness of all prose sections taken together; null where either has none. */
  readonly similarity: number | null
}

const shown = (report: Report, cells: readonly string[]): Shown => {
  const readings = cells.map((key) => readingAt(report.readings, key))
  const figures = readings.map(figureOf)
  return {
    cells,
    readings,
    value: figures.every((figure) => figure !== null) ? sum(figures) : null,
  }
}

const showsNothing = ({ readings }: Shown): boolean => readings.every(({ kind }) => kind === 'absent')

const alike = (a: Shown, b: Shown): boolean =>
  a.readings.length === b.readings.length &&
  a.readings.every((reading, i) => {
    const other = b.readings[i]!
    const raw = (it: Reading) => ('raw' in it ? it.raw.trim() : '')
    return reading.kind === other.kind && raw(reading) === raw(other)
  })

const changeOf = (before: Shown, after: Shown): Change => {
  if (before.value !== null && after.value !== null)
    return before.value === after.value ? 'same' : before.value < after.value ? 'increased' : 'decreased'
  if (alike(before, after)) return 'same'
  if (
    after.value !== null &&
    before.readings.every(({ kind }) => kind !== 'ambiguous' && kind !== 'illegible')
  )
    return 'appeared'
  if (
    before.value !== null &&
    after.readings.every(({ kind }) => kind !== 'ambiguous' && kind !== 'illegible')
  )
    return 'disappeared'
  return 'unknown'
}

const tableOn = (report: Report, key: TableKey): Table | undefined => {
  const form = report.forms[key]
  const tables: readonly Table[] = form ? editions[form].tables : []
  return tables.find((table) => table.key === key)
}

const line = (table: Table, from: readonly string[], to: readonly string[], caution?: string) => {
  const words = to.map((key) => cellAt(table, key)).map((cell) => (cell ? spokenCell(cell) : ''))
  return { table: table.key, caption: words.join(' + '), from, to, ...(caution && { caution }) }
}

/** Which cells of the earlier report stand against which of the later, table by table. */
const linesOf = (before: Report, after: Report) =>
  (Object.keys(after.forms) as TableKey[]).flatMap((key) => {
    const [old, now] = [tableOn(before, key), tableOn(after, key)]
    if (old === undefined || now === undefined) return []
    if (old === now) return cellsOf(now).map((cell) => line(now, [cell.key], [cell.key]))
    const [from, to] = [before.forms[key]!, after.forms[key]!]
    return crosswalk
      .filter((pair) => pair[to][0]?.startsWith(`${key}/`))
      .map((pair) => line(now, pair[from], pair[to], pair.caution))
  })

/**
 * Compares any two reports, by the crosswalk where they are on different forms. Lines are given for every pair of
 * cells of which at least one report shows something; use `changes` for those that differ.
 */
export const compare = (before: Report, after: Report): Comparison => {
  const lines = linesOf(before, after).flatMap(({ table, caption, from, to, caution }): readonly Line[] => {
    const [old, now] = [shown(before, from), shown(after, to)]
    if (showsNothing(old) && showsNothing(now)) return []
    const both = old.value !== null && now.value !== null
    return [
      {
        table,
        caption,
        before: old,
        after: now,
        difference: both ? difference(now.value!, old.value!) : null,
        change: changeOf(old, now),
        ...(caution && { caution }),
      },
    ]
  })
  const textOf = (report: Report, number: SectionNumber) =>
    report.sections.find((section) => section.number === number)?.text
  const prose = editions['2021'].sections.filter(({ content }) => content === 'prose')
  const sections = prose.map(({ number }): SectionLikeness => {
    const [old, now] = [textOf(before, number), textOf(after, number)]
    const both = old !== undefined && now !== undefined
    return {
      number,
      similarity: both ? similarity(old, now) : null,
      copied: both ? copied(now, old) : [],
    }
  })
  const all = (report: Report) => prose.map(({ number }) => textOf(report, number) ?? '').join('\n')
  const [old, now] = [all(before), all(after)]
  return { lines, sections, similarity: old.trim() && now.trim() ? similarity(old, now) : null }
}

/** The lines in which the two reports differ. */
export const changes = ({ lines }: Comparison): readonly Line[] =>
  lines.filter(({ change }) => change !== 'same')
