/**
 * The tables of an organ's annual report: sections three and four counted over its cases, the others from what was
 * entered or a register tells. What nobody told is asked for and never zero. Pure.
 */
import { editionFor } from '../../../report/editions/index.ts'
import { type Count, fill } from '../../../report/fill.ts'
import {
  type Cell,
  cellsOf,
  type Edition,
  spokenCell,
  type Table,
  type TableKey,
} from '../../../report/form.ts'
import {
  absent,
  entered,
  figureAt,
  figureOf,
  type Reading,
  type Readings,
  readingAt,
} from '../../../report/reading.ts'
import type { Report } from '../../../report/report.ts'
import type { Tallied, TalliedDispute } from '../../requests/annual.ts'
import { annualTables, type CountingPolicy, defaultCountingPolicy } from '../../requests/annual.ts'
import type { CellValue } from './events.ts'
import { countedTables, isItem } from './figures.ts'
import type { AnnualState, Figure, Sum } from './state.ts'

/** Figures of section two as a register of documents has them, by cell key, each with what it was counted from. */
export type RegisterFigures = Readonly<Record<string, { readonly value: number; readonly source: string }>>

/** What the report is made of beside what people entered. */
export interface Gathered {
  readonly cases: readonly Tallied[]
  readonly disputes: readonly TalliedDispute[]
  readonly register: RegisterFigures | null
}

/** Where the figure of a cell comes from. */
export const origins = {
  computed: '由申请件计数',
  corrected: '更改了计数',
  sum: '合计',
  register: '由文件目录统计',
  entered: '填报',
  imported: '导入',
  summed: '汇总',
  asked: '尚待填报',
} as const

export type Origin = keyof typeof origins

export interface CompiledCell {
  readonly key: string
  readonly caption: string
  readonly reading: Reading
  readonly origin: Origin
  /** What the cases give, where that is not what stands in the cell. */
  readonly computed: number | null
  /** What a register was counted from. */
  readonly source: string | null
}

/** A cell that nobody has filled in. `lastYear`: what it showed last year; null where that is not known. */
export interface AskedCell {
  readonly key: string
  readonly caption: string
  readonly lastYear: number | null
}

export interface Compiled {
  readonly year: number
  readonly edition: Edition
  readonly forms: Readonly<Partial<Record<TableKey, Edition['id']>>>
  readonly readings: Readings
  /** Every cell of the form, in its order. */
  readonly cells: readonly CompiledCell[]
  readonly asked: readonly AskedCell[]
}

/** The counts of a table with the organ's corrections, and totals that follow from both; nothing where there are none. */
function corrected(table: Table, counted: Readings, corrections: AnnualState['corrections']): Readings {
  const items = cellsOf(table).filter(isItem)
  if (!items.some(({ key }) => key in corrections)) return {}
  const counts = items.map(
    ({ key, row, column }): Count<Table> => ({
      row: row.path,
      column: column.path,
      count: corrections[key]?.value ?? figureAt(counted, key)!,
    }),
  )
  return fill(table, counts)
}

/** What an entered value shows: blank and dash are no figures. */
export const readingOf = (value: CellValue): Reading =>
  typeof value === 'number' ? entered(value) : { kind: value, raw: value === 'dash' ? '/' : '' }

/** A cell as a report has it in which nothing was counted there, and one in which nobody filled it in. */
interface Unfilled {
  readonly zero: CompiledCell
  readonly asked: CompiledCell
}

const unfilled = new WeakMap<Cell, Unfilled>()

/** Most cells of most reports are these; kept, for a thousand reports have the same. */
function unfilledOf(cell: Cell): Unfilled {
  const kept = unfilled.get(cell)
  if (kept !== undefined) return kept
  const { key } = cell
  const known = { key, caption: spokenCell(cell) || key, computed: null, source: null }
  const made: Unfilled = {
    zero: { ...known, reading: entered(0), origin: isItem(cell) ? 'computed' : 'sum' },
    asked: { ...known, reading: absent, origin: 'asked' },
  }
  unfilled.set(cell, made)
  return made
}

/**
 * A cell of a report that is a sum. Where somebody's figure is wanting it is asked for, though the own part is known;
 * what nobody counts can be entered for the whole, what is counted has to come from those who count.
 */
function summedCell(cell: Cell, sum: Sum, counted: number | null): CompiledCell {
  const { key } = cell
  const value = sum.figures[key]
  const known = { ...unfilledOf(cell).asked, computed: counted, source: `${sum.reports}份报告汇总` }
  if (value !== undefined) return { ...known, reading: entered(value), origin: 'summed' }
  const figure = sum.entered[key]
  return figure === undefined ? known : { ...known, ...shownFigure(figure) }
}

/** What was entered, and from where. */
const shownFigure = ({ value, from, document }: Figure) =>
  ({
    reading: readingOf(value),
    origin: from === 'list' ? 'imported' : 'entered',
    source: document,
  }) as const

/** The tables of the year, in the form of the year; null before 2019, when there was no form. */
export function compile(
  year: number,
  { cases, disputes, register }: Gathered,
  state: Pick<AnnualState, 'figures' | 'corrections' | 'sum'>,
  previous: Report | null = null,
  policy: CountingPolicy = defaultCountingPolicy,
): Compiled | null {
  const edition = editionFor(year)
  const counted = annualTables(cases, disputes, year, policy)
  if (edition === null || counted === null) return null
  const { corrections, sum } = state
  const isCorrected = Object.keys(corrections).length > 0
  // What the cases alone give is asked for again where something else may stand in its place.
  const readings: Record<string, Reading> = isCorrected || sum !== null ? { ...counted } : counted
  if (isCorrected)
    for (const table of edition.tables)
      if (countedTables.has(table.key)) Object.assign(readings, corrected(table, counted, corrections))

  const countedCell = (cell: Cell): CompiledCell => {
    const { key } = cell
    const { zero } = unfilledOf(cell)
    const reading = readingAt(readings, key)
    if (!isCorrected) return figureOf(reading) === 0 ? zero : { ...zero, reading }
    const computed = figureAt(counted, key)
    if (key in corrections) return { ...zero, reading, origin: 'corrected', computed }
    return { ...zero, reading, computed: figureOf(reading) === computed ? null : computed }
  }
  const enteredCell = (cell: Cell): CompiledCell => {
    const { key } = cell
    const { asked } = unfilledOf(cell)
    const [figure, told] = [state.figures[key], register?.[key]]
    if (figure !== undefined) return { ...asked, ...shownFigure(figure), computed: told?.value ?? null }
    return told === undefined
      ? asked
      : { ...asked, reading: entered(told.value), origin: 'register', source: told.source }
  }
  const cellOf = (table: Table) => {
    if (sum !== null) return (cell: Cell) => summedCell(cell, sum, figureAt(counted, cell.key))
    return countedTables.has(table.key) ? countedCell : enteredCell
  }
  const found = edition.tables.flatMap((table) => cellsOf(table).map(cellOf(table)))
  for (const { key, reading, origin } of found) {
    if (origin === 'asked') delete readings[key]
    else if (origin === 'summed' || !(key in readings)) readings[key] = reading
  }
  return {
    year,
    edition,
    forms: Object.fromEntries(edition.tables.map(({ key }) => [key, edition.id])),
    readings,
    cells: found,
    asked: found
      .filter(({ origin }) => origin === 'asked')
      .map(({ key, caption }) => ({
        key,
        caption,
        lastYear: previous === null ? null : figureAt(previous.readings, key),
      })),
  }
}
