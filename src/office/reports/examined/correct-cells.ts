/** A person reads cells otherwise than the machine: a new reading in their name, the earlier ones stay. */
import type { Context } from '../../../report/check.ts'
import { editionFor } from '../../../report/editions/index.ts'
import { cells, type EditionId, type Table, type TableKey } from '../../../report/form.ts'
import { type Reading, type Readings, readingAt } from '../../../report/reading.ts'
import { type Finding, type Report, tablesOf } from '../../../report/report.ts'
import type { Office } from '../../ports.ts'
import { faultOfReason, type SourceDeed, type SourceOutcome, sourceDeed } from './deed.ts'
import type { CorrectedCell } from './events.ts'
import { examineNextYear } from './examine-next-year.ts'
import { currentReading, type ExaminedSource } from './fold-source.ts'
import { knownOfMatch } from './known-of-match.ts'
import { checked, type KeptReading, keepPacked, openPacked, packed, toldOf } from './reading.ts'
import { type ExaminedRefusal, refuse } from './refusal.ts'

type Corrections = Readonly<Record<string, CorrectedCell>>

export interface CorrectCells extends SourceDeed {
  readonly cells: Corrections
  readonly reason: string
}

/** Corrects the reading that counts. A caller whose `seen` is another version gets a conflict. */
export async function correctCells(
  office: Office,
  { cells: corrections, reason, ...deed }: CorrectCells,
): Promise<SourceOutcome> {
  const fault = faultOfReason(reason)
  if (fault !== null) return fault
  let match: ExaminedSource['match'] = null
  const outcome = await sourceDeed(office, deed, async (source, unit) => {
    match = source.match
    if (source.state === 'waiting') return beingRead
    const base = currentReading(source)
    if (base === null) return nothingRead
    const kept = await openPacked<KeptReading>(unit, base.reading)
    const year = source.match?.year ?? base.year
    const corrected = correctedReading(kept, corrections, year, await knownOfMatch(unit, source.match))
    if ('refused' in corrected) return corrected
    const data = {
      ...toldOf(corrected),
      reading: await keepPacked(unit, packed(corrected), deed.by.at),
      source: base.source,
      base: base.number,
      cells: corrections,
      reason: reason.trim(),
    }
    return { kind: 'readingCorrected', data }
  })
  if (!('failure' in outcome || outcome.refused)) await examineNextYear(office, deed, match)
  return outcome
}

const beingRead = refuse('beingRead', '这份年报正在读取，请读完后再更正。', '条例§50')
const nothingRead = refuse(
  'notRead',
  '这份年报没有读出来，没有可以更正的读数；请换用其他格式的文件重新上传。',
  '条例§50',
)

/** The reading with those cells as the person reads them, examined anew. Pure. */
export function correctedReading(
  { report, ofReader }: KeptReading,
  corrections: Corrections,
  year: number | null,
  known: Context = {},
): KeptReading | ExaminedRefusal {
  const keys = Object.keys(corrections)
  if (keys.length === 0) return refuse('noCells', '没有要更正的单元格。', '条例§50')
  const form = formOf(report, year)
  const tableOf = new Map(tablesIn(form).map(({ table, key }) => [key, table]))
  const strange = keys.find((key) => !tableOf.has(key))
  if (strange !== undefined)
    return refuse('unknownCell', '所更正的单元格不在这份年报的表式内，请刷新后重新选择。', '条例§50')
  const changed = keys.filter((key) => !says(readingAt(report.readings, key), corrections[key]!))
  if (changed.length === 0) return refuse('sameCells', '所填的与现有读数相同，没有要更正的。', '条例§50')
  const readings: Readings = {
    ...report.readings,
    ...Object.fromEntries(
      keys.map((key) => [key, asRead(readingAt(report.readings, key), corrections[key]!)]),
    ),
  }
  // A table that was not found and that somebody now reads is there, on the form of its year.
  const forms: Partial<Record<TableKey, EditionId>> = { ...report.forms }
  for (const key of keys) forms[tableOf.get(key)!] ??= form.edition
  const edition = report.edition ?? form.edition
  return checked({ ...report, edition, forms, readings }, stillOpen(ofReader, keys), known)
}

interface FormOfReport {
  readonly edition: EditionId
  readonly tables: readonly Table[]
}

const formOf = (report: Report, year: number | null): FormOfReport => {
  const own = report.edition === 'pre2019' ? null : report.edition
  const edition = own ?? editionFor(year ?? 0)?.id ?? '2021'
  return { edition, tables: tablesOf({ edition, forms: report.forms }) }
}

const tablesIn = ({ tables }: FormOfReport) =>
  tables.flatMap((table) => cells([table]).map(({ key }) => ({ key, table: table.key })))

/** Whether the reading says just that already. */
const says = (reading: Reading, cell: CorrectedCell): boolean =>
  typeof cell === 'number' ? reading.kind === 'number' && reading.value === cell : reading.kind === cell

const printed = { blank: '', dash: '—' } as const

/** The cell as the person reads it; where it stood stays known. */
function asRead(before: Reading, cell: CorrectedCell): Reading {
  const place = before.kind !== 'absent' && before.place !== undefined ? { place: before.place } : {}
  return typeof cell === 'number'
    ? { kind: 'number', value: cell, raw: String(cell), ...place }
    : { kind: cell, raw: printed[cell], ...place }
}

/** What the reader found fault with, but for cells that a person has read since. */
const stillOpen = (ofReader: readonly Finding[], corrected: readonly string[]): readonly Finding[] =>
  ofReader.filter(({ cells }) => cells.length === 0 || cells.some((key) => !corrected.includes(key)))
