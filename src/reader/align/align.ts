/** Observed pieces laid on the statutory tables: for every cell what was read, and where, or why not. */

import { editions } from '../../report/editions/index.ts'
import type { EditionId, Table, TableKey } from '../../report/form.ts'
import { cellsOf, leaves, spoken } from '../../report/form.ts'
import type { Place, Reading, Readings } from '../../report/reading.ts'
import type { RowChoice } from '../../report/solve.ts'
import { solve } from '../../report/solve.ts'
import { spreadBlocks } from './blocks.ts'
import { type Anchor, chain, type Element } from './chain.ts'
import { alignDisputes } from './disputes.ts'
import { elementsOf } from './elements.ts'
import { lostChoice, settleLost } from './lost.ts'
import type { Piece } from './pieces.ts'
import { printsZeros, runChoice } from './runs.ts'
import { type Stream, stream } from './stream.ts'
import { type AlignedRow, alignInOrder, alignRows } from './table.ts'
import type { Token } from './tokens.ts'

/** A row whose figures are printed but have lost their columns. */
export interface LostRow {
  readonly table: TableKey
  readonly row: string
  readonly cells: readonly string[]
  readonly raw: string
  readonly place?: Place
  /** True where the columns could still be told. */
  readonly settled: boolean
}

export interface Alignment {
  readonly readings: Readings
  readonly forms: Readonly<Partial<Record<TableKey, EditionId>>>
  readonly lost: readonly LostRow[]
  /** True where the source holds the tables of several reports, which are then not read. */
  readonly several: boolean
}

const ids = Object.keys(editions) as readonly EditionId[]
const tablesIn = (id: EditionId, section: number): readonly Table[] =>
  editions[id].tables.filter((table) => table.section === section)

const weight = (anchors: readonly Anchor[]): number => anchors.reduce((sum, a) => sum + a.score, 0)

/** Captions of several tables, with captions that repeat from table to table (信息内容) only once each. */
const elementsIn = (tables: readonly Table[]): readonly Element[] => tables.flatMap(elementsOf)

interface Laid {
  readonly edition: EditionId
  readonly tables: readonly Table[]
  readonly anchors: readonly Anchor[]
}

const lay = (edition: EditionId, section: number, source: Stream, from: number, to: number): Laid => {
  const tables = tablesIn(edition, section)
  return { edition, tables, anchors: chain(elementsIn(tables), source, from, to) }
}

const rowsFound = (laid: Laid): number => laid.anchors.filter((a) => a.element.leaf).length

/** The edition whose captions explain more of the source; the later one wins a tie. */
const better = (all: readonly Laid[]): Laid =>
  all.reduce((best, laid) => (weight(laid.anchors) >= weight(best.anchors) ? laid : best))

const rawOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => token.raw.trim())
    .join(' ')
    .trim()

/** Cells of a row that is printed but cannot be told apart. */
const unreadable = (tokens: readonly Token[]): Reading => ({
  kind: 'illegible',
  raw: rawOf(tokens).slice(0, 200),
  ...(tokens[0] && { place: tokens[0].place }),
})

interface Gathered {
  readonly readings: Record<string, Reading>
  readonly choices: RowChoice[]
  readonly lost: LostRow[]
}

const gather = (row: AlignedRow, zeros: boolean, into: Gathered): void => {
  const set = (readings: readonly Reading[]) => {
    for (const [i, key] of row.cells.entries()) if (readings[i]) into.readings[key] = readings[i]
  }
  const { reading } = row
  switch (reading.kind) {
    case 'missing':
      return
    case 'direct':
      set(reading.readings)
      return
    case 'unread':
      set(row.cells.map(() => unreadable(reading.tokens)))
      return
    case 'run': {
      const choice = zeros ? runChoice(row) : null
      if (choice) into.choices.push(choice)
      else set(row.cells.map(() => unreadable(reading.tokens)))
      return
    }
    case 'lost': {
      const choice = reading.settled ? null : lostChoice(row.cells, reading.tokens)
      if (choice) into.choices.push(choice)
      else set(reading.settled ?? row.cells.map(() => unreadable(reading.tokens)))
      const leaf = leaves(row.table.rows).find(({ path }) => path === row.path)
      into.lost.push({
        table: row.table.key,
        row: leaf ? spoken(leaf) : row.path,
        cells: row.cells,
        raw: rawOf(reading.tokens),
        settled: reading.settled !== undefined,
        ...(reading.tokens[0] && { place: reading.tokens[0].place }),
      })
    }
  }
}

/** True where the row captions of a table occur twice, each time with figures: two reports in one source. */
const repeats = (laid: Laid, source: Stream): boolean => {
  const long = laid.anchors.filter((a) => a.element.leaf && a.element.patterns[0]!.length >= 7)
  const twice = long.filter((anchor) => {
    const found = source.search(anchor.element.patterns[0]!)
    return (
      found.filter(({ end }) => {
        const p = source.pieceOf[end - 1]!
        return source.pieces.slice(p + 1, p + 4).some((piece) => piece.numeral !== null)
      }).length > 1
    )
  })
  return long.length >= 6 && twice.length > long.length / 2
}

/**
 * Reads the statutory tables.
 *
 * @param titles titles of the six sections, reduced to comparable characters
 * @param packed true where the source has dropped its empty cells (see `isPacked`)
 */
export const align = (pieces: readonly Piece[], titles: readonly string[], packed = false): Alignment => {
  const source = stream(pieces)
  const end = source.text.length
  const requests = better(ids.map((id) => lay(id, 3, source, 0, end)))
  const hasRequests = rowsFound(requests) >= 5
  if (hasRequests && repeats(requests, source)) return { readings: {}, forms: {}, lost: [], several: true }
  const start = hasRequests ? requests.anchors[0]!.start : end
  const proactive = better(ids.map((id) => lay(id, 2, source, 0, start)))
  const headed = proactive.anchors.some((a) => !a.element.leaf)
  const hasProactive = headed && rowsFound(proactive) >= 2
  const stops = stopsIn(source, [requests, proactive], titles)
  const forms: Partial<Record<TableKey, EditionId>> = {}
  const used: Table[] = []
  const rows: AlignedRow[] = []
  const read = (laid: Laid) => {
    for (const table of laid.tables) {
      const region = regionOf(table, laid, source, stops)
      if (!region) continue
      const plain = spreadBlocks(alignRows(table, laid.anchors, source, stops, region, packed))
      const whole = plain.every((row) => row.reading.kind === 'direct')
      const found = whole || table.section !== 2 ? plain : alignInOrder(plain, source, region)
      if (found.every((row) => row.reading.kind === 'missing')) continue
      forms[table.key] = laid.edition
      used.push(table)
      rows.push(...settleLost(table, found))
    }
  }
  if (hasProactive) read(proactive)
  if (hasRequests) read(undivided(requests, proactive, hasProactive, source))
  const [disputes] = tablesIn('2021', 4)
  const from = hasRequests ? requests.anchors.at(-1)!.end : 0
  const row = disputes && alignDisputes(disputes, disputesRegion(source, from, titles), packed)
  if (disputes && row && row.reading.kind !== 'missing') {
    forms.disputes = hasProactive ? proactive.edition : requests.edition
    used.push(disputes)
    rows.push(row)
  }
  const gathered: Gathered = { readings: {}, choices: [], lost: [] }
  const zeros = printsZeros(rows)
  for (const found of rows) gather(found, zeros, gathered)
  const { readings } = solve(used, gathered.readings, gathered.choices)
  return { readings: inForm(readings, used), forms, lost: gathered.lost, several: false }
}

/** A tie between the editions over 其他处理 is settled by whether figures follow the undivided row. */
const undivided = (laid: Laid, proactive: Laid, known: boolean, source: Stream): Laid => {
  if (laid.anchors.some((a) => a.element.id.startsWith('requests/outcome.other.'))) return laid
  const heading = laid.anchors.find((a) => a.element.id === 'requests/outcome.other')
  const plain = lay('2019', 3, source, 0, source.text.length)
  if (!heading) return known && proactive.edition === '2019' ? plain : laid
  const p = source.pieceOf[heading.end - 1]!
  const rest = source.pieces[p]!.text.slice(source.offsetOf[heading.end - 1]! + 1)
  const follows = /^[\s)）]*\d/.test(rest) || source.pieces[p + 1]?.numeral != null
  return follows ? plain : laid
}

/** Positions at which a caption, heading or section title begins, ascending: figures never reach across one. */
const stopsIn = (source: Stream, laid: readonly Laid[], titles: readonly string[]): readonly number[] => {
  const found = new Set<number>()
  for (const { anchors, tables } of laid) {
    for (const anchor of anchors) found.add(anchor.start)
    for (const { patterns } of elementsIn(tables))
      for (const pattern of patterns)
        if (pattern.length >= 5) for (const o of source.search(pattern, 0)) found.add(o.start)
  }
  for (const word of [...titles, '行政复议行政诉讼'])
    for (const o of source.search(word, 0)) found.add(o.start)
  return [...found].sort((a, b) => a - b)
}

/** Pieces between the first caption of a table and the first of the next. */
const regionOf = (table: Table, laid: Laid, source: Stream, stops: readonly number[]) => {
  const own = laid.anchors.filter((a) => /^[^/#]+/.exec(a.element.id)?.[0] === table.key)
  const first = own[0]
  if (!first) return null
  const later = laid.anchors.find((a) => a.start > own.at(-1)!.start && !own.includes(a))
  const stop = later?.start ?? stops.find((s) => s >= own.at(-1)!.end) ?? source.text.length
  return {
    from: source.pieceOf[first.start]!,
    to: stop < source.text.length ? source.pieceOf[stop]! : source.pieces.length,
  }
}

/** Pieces from a character position (the last caption of section three) to the title of section five. */
const disputesRegion = (source: Stream, from: number, titles: readonly string[]): readonly Piece[] => {
  const { pieces, pieceOf, offsetOf } = source
  const title = source.search(titles[4] ?? '', 0, from)[0]
  const first = from > 0 ? pieceOf[from - 1]! : -1
  const end = title ? pieceOf[title.start]! : pieces.length
  // Where the source is one run of text, the table begins and ends inside a piece.
  const begin = first === -1 ? 0 : offsetOf[from - 1]! + 1
  const cut = (piece: Piece, p: number): Piece => ({
    ...piece,
    text: piece.text.slice(p === first ? begin : 0, p === end && title ? offsetOf[title.start]! : undefined),
  })
  return pieces
    .slice(Math.max(first, 0), title ? end + 1 : end)
    .map((piece, i) => (piece.numeral === null ? cut(piece, i + Math.max(first, 0)) : piece))
    .filter((piece) => piece.numeral !== null || piece.text.trim() !== '')
}

/** Only cells of the tables that were found. */
const inForm = (readings: Readings, tables: readonly Table[]): Readings => {
  const keys = new Set(tables.flatMap(cellsOf).map((cell) => cell.key))
  return Object.fromEntries(Object.entries(readings).filter(([key]) => keys.has(key)))
}
