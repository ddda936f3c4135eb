import type { Place } from '../../../../report/reading.ts'

/** A line of the source, as it was printed. */
export interface SourceLine {
  readonly kind: 'line'
  readonly text: string
  readonly place: Place
}

/** A table of the source; its cells in the order of the source. */
export interface SourceTable {
  readonly kind: 'table'
  readonly cells: readonly {
    readonly text: string
    readonly row: number
    readonly rowSpan: number
    readonly colSpan: number
    readonly place: Place
  }[]
  readonly place: Place
}

export type SourceBlock = SourceLine | SourceTable

/** Where something stands: in which block, and in which of its cells or between which characters of its line. */
export interface Spot {
  readonly block: number
  readonly cell?: number
  readonly from?: number
  readonly to?: number
}

const named = ({ sheet = '', page = 0, table = 0, line = 0, row = 0, column = 0 }: Place): string =>
  JSON.stringify([sheet, page, table, line, row, column])

/** Line and table have numbers of their own; the character within a line and the box on the page do not name it. */
const nameOfLine = (place: Place): string => named({ ...place, column: 0 })

/** White space that may have come or gone where a sentence was broken over lines. */
const gap = /\s/

/** Finds what is printed in a source again, by the place that a reading or a finding tells. */
export interface Finder {
  /**
   * Where a reading stands: its own characters where they can be told, else its line as a whole. `raw` null: what is
   * printed there is not what was read, since a person read it otherwise.
   */
  reading(raw: string | null, place: Place | undefined): Spot | null
  /** Where a sentence stands, one spot for each line it runs over; looked for from `place` on. */
  sentence(text: string, place: Place | undefined): readonly Spot[]
  /** The line, table or cell at a place. */
  at(place: Place | undefined): Spot | null
}

export function finderIn(blocks: readonly SourceBlock[]): Finder {
  const cells = new Map<string, Spot>()
  const wholes = new Map<string, number>()
  const flow = flowOf(blocks)
  blocks.forEach((block, index) => {
    const name = block.kind === 'line' ? nameOfLine(block.place) : named(block.place)
    if (!wholes.has(name)) wholes.set(name, index)
    if (block.kind === 'table')
      block.cells.forEach(({ place }, cell) => {
        cells.set(named(place), { block: index, cell })
      })
  })

  const at = (place: Place | undefined): Spot | null => {
    if (place === undefined) return null
    const cell = cells.get(named(place))
    if (cell !== undefined) return cell
    const block = wholes.get(nameOfLine(place)) ?? wholes.get(named(place))
    return block === undefined ? null : { block }
  }

  return {
    at,
    reading(raw, place) {
      const spot = at(place)
      const block = spot === null ? undefined : blocks[spot.block]
      if (spot === null || block?.kind !== 'line' || raw === '' || place?.column === undefined) return spot
      const start = place.column - 1
      const between = raw === null ? tokenAt(block.text, start) : charactersOf(block.text, raw, start)
      return between === null ? spot : { ...spot, ...between }
    },
    sentence(text, place) {
      const wanted = text.replace(/\s/g, '')
      if (wanted === '') return []
      const start = flow.starts[at(place)?.block ?? 0] ?? 0
      const found = flow.text.indexOf(wanted, start)
      const from = found === -1 ? flow.text.indexOf(wanted) : found
      return from === -1 ? cellsSaying(blocks, wanted) : spotsBetween(flow, from, from + wanted.length)
    },
  }
}

/**
 * Where something printed stands in its line, from a character on. The figures of a row whose columns were lost are told
 * together, and may have anything between them.
 */
function charactersOf(text: string, raw: string, start: number): Pick<Spot, 'from' | 'to'> | null {
  const whole = text.indexOf(raw, start)
  if (whole !== -1) return { from: whole, to: whole + raw.length }
  let to = start
  let from: number | null = null
  for (const part of raw.split(/\s+/).filter((each) => each !== '')) {
    const at = text.indexOf(part, to)
    if (at === -1) return null
    from ??= at
    to = at + part.length
  }
  return from === null ? null : { from, to }
}

/** Whatever is printed from a character on: a run of figures, else up to the next gap or bar. */
function tokenAt(text: string, start: number): Pick<Spot, 'from' | 'to'> | null {
  const [token] = /^(?:[\d.,]+|[^\s|｜]+)/.exec(text.slice(start)) ?? []
  return token === undefined ? null : { from: start, to: start + token.length }
}

/** The lines of a source as one text without white space, and where each of its characters came from. */
interface Flow {
  readonly text: string
  readonly blockOf: readonly number[]
  readonly offsetOf: readonly number[]
  /** Where each block begins in the text. */
  readonly starts: readonly number[]
}

function flowOf(blocks: readonly SourceBlock[]): Flow {
  const characters: string[] = []
  const blockOf: number[] = []
  const offsetOf: number[] = []
  const starts = blocks.map((block, index) => {
    const start = characters.length
    if (block.kind === 'line')
      for (let at = 0; at < block.text.length; at++) {
        const character = block.text[at] ?? ''
        if (gap.test(character)) continue
        characters.push(character)
        blockOf.push(index)
        offsetOf.push(at)
      }
    return start
  })
  return { text: characters.join(''), blockOf, offsetOf, starts }
}

/** Pages that are laid out as a table have their prose in its cells. */
function cellsSaying(blocks: readonly SourceBlock[], wanted: string): readonly Spot[] {
  for (const [block, found] of blocks.entries()) {
    if (found.kind === 'line') continue
    const cell = found.cells.findIndex(({ text }) => text.replace(/\s/g, '').includes(wanted))
    if (cell !== -1) return [{ block, cell }]
  }
  return []
}

function spotsBetween({ blockOf, offsetOf }: Flow, from: number, to: number): readonly Spot[] {
  const spots: Spot[] = []
  for (let at = from; at < to; at++) {
    const block = blockOf[at] ?? 0
    const offset = offsetOf[at] ?? 0
    const last = spots.at(-1)
    if (last?.block === block) spots[spots.length - 1] = { ...last, to: offset + 1 }
    else spots.push({ block, from: offset, to: offset + 1 })
  }
  return spots
}
