import type { Place, Readings } from '../../../../report/reading.ts'
import { finderIn, type SourceBlock, type Spot } from './source-places.ts'

/** A stretch of text that is nothing, the place of cells, part of a sentence that is spoken of, or both. */
export interface Stretch {
  readonly text: string
  /** Number of the mark. */
  readonly mark?: number
  /** The mark began in a stretch before, which a sentence cut off. */
  readonly more?: true
  /** Numbers of the sayings, and of those that begin and end here. */
  readonly said?: readonly number[]
  readonly opens?: readonly number[]
  readonly closes?: readonly number[]
}

export interface MarkedCell extends Stretch {
  readonly rowSpan: number
  readonly colSpan: number
}

export type MarkedBlock =
  | { readonly kind: 'page'; readonly number: number }
  | { readonly kind: 'sheet'; readonly name: string }
  /** `mark`: the line as a whole is the place of cells that have no characters of their own in it. */
  | {
      readonly kind: 'line'
      readonly stretches: readonly Stretch[]
      readonly mark?: number
      /** Sayings about the line as a whole. */
      readonly notes?: readonly number[]
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly MarkedCell[])[]; readonly mark?: number }

/** A source in reading order with the place of everything that was read from it. */
export interface MarkedSource {
  readonly blocks: readonly MarkedBlock[]
  /** The cells of each mark, in the order of the form. */
  readonly marks: readonly (readonly string[])[]
  /** The mark of each cell that has a place. */
  readonly markOf: Readonly<Record<string, number>>
  /** Which of the sentences were found. */
  readonly found: readonly boolean[]
}

/**
 * A sentence that a finding or a figure stands in, and from where it is to be looked for. Without text, whatever stands
 * at the place.
 */
export interface Saying {
  readonly text: string
  readonly place?: Place | undefined
}

interface Seat extends Spot {
  readonly mark?: number
  readonly said?: number
  /** Of a saying that runs over several lines. */
  readonly first?: boolean
  readonly last?: boolean
}

const spotName = ({ block, cell = -1, from = -1, to = -1 }: Spot): string => `${block}/${cell}/${from}/${to}`

/**
 * Puts together what was read with where it stood. Cells that share their characters, as where a whole row was printed
 * without gaps, share one mark.
 *
 * @param corrected cells that a person read otherwise than they are printed, by key
 */
export function markSource(
  blocks: readonly SourceBlock[],
  readings: Readings,
  sayings: readonly Saying[],
  corrected: Readonly<Record<string, unknown>> = {},
): MarkedSource {
  const finder = finderIn(blocks)
  const marks = new Map<string, { readonly spot: Spot; readonly cells: string[] }>()
  for (const [key, reading] of Object.entries(readings)) {
    if (reading.kind === 'absent') continue
    const spot = finder.reading(key in corrected ? null : reading.raw, reading.place)
    if (spot === null) continue
    const name = spotName(spot)
    const mark = marks.get(name)
    if (mark === undefined) marks.set(name, { spot, cells: [key] })
    else mark.cells.push(key)
  }
  const seats = new Map<number, Seat[]>()
  const seat = (taken: Seat) => seats.set(taken.block, [...(seats.get(taken.block) ?? []), taken])
  const all = [...marks.values()]
  all.forEach(({ spot }, mark) => {
    seat({ ...spot, mark })
  })
  const found = sayings.map(({ text, place }, said) => {
    const spots = text === '' ? [finder.at(place) ?? []].flat() : finder.sentence(text, place)
    spots.forEach((spot, index) => {
      seat({ ...spot, said, first: index === 0, last: index === spots.length - 1 })
    })
    return spots.length > 0
  })
  return {
    blocks: blocks.flatMap((block, index) => [
      ...headings(blocks[index - 1], block),
      ...marked(block, seats.get(index) ?? []),
    ]),
    marks: all.map(({ cells }) => cells),
    markOf: Object.fromEntries(all.flatMap(({ cells }, mark) => cells.map((key) => [key, mark]))),
    found,
  }
}

/** Said where another page or sheet begins. */
function headings(before: SourceBlock | undefined, { place }: SourceBlock): readonly MarkedBlock[] {
  const { page, sheet } = place
  return [
    ...(page !== undefined && page !== before?.place.page ? [{ kind: 'page', number: page } as const] : []),
    ...(sheet !== undefined && sheet !== before?.place.sheet
      ? [{ kind: 'sheet', name: sheet } as const]
      : []),
  ]
}

function marked(block: SourceBlock, seats: readonly Seat[]): readonly MarkedBlock[] {
  const whole = seats.find(
    ({ cell, from, mark }) => mark !== undefined && cell === undefined && from === undefined,
  )
  const own = whole?.mark === undefined ? {} : { mark: whole.mark }
  if (block.kind === 'line') {
    if (block.text.trim() === '' && whole === undefined) return []
    const notes = seats.flatMap(({ said, from }) => (said !== undefined && from === undefined ? [said] : []))
    const noted = notes.length > 0 && { notes }
    return [{ kind: 'line', stretches: stretches(block.text, seats), ...own, ...noted }]
  }
  const inCells = Map.groupBy(seats, ({ cell }) => cell)
  const rows: MarkedCell[][] = []
  block.cells.forEach(({ text, row, rowSpan, colSpan }, index) => {
    while (rows.length <= row) rows.push([])
    rows[row]?.push({ text: text.trim(), rowSpan, colSpan, ...ownOf(inCells.get(index) ?? []) })
  })
  return [{ kind: 'table', rows, ...own }]
}

/** A line cut wherever a mark or a sentence begins or ends. */
function stretches(text: string, seats: readonly Seat[]): readonly Stretch[] {
  const inside = seats.filter(({ from, to }) => from !== undefined && to !== undefined) as readonly (Seat & {
    readonly from: number
    readonly to: number
  })[]
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  )
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length
    const here = inside.filter((seat) => seat.from <= from && seat.to >= to)
    return { text: text.slice(from, to), ...ownOf(here, from, to) }
  })
}

/** The mark and the sentences that sit in one stretch; those that sit in a cell begin and end there. */
function ownOf(seats: readonly Seat[], from?: number, to?: number): Omit<Stretch, 'text'> {
  const marked = seats.find(({ mark }) => mark !== undefined)
  const sayings = (wanted: (seat: Seat) => boolean) =>
    seats.flatMap((seat) => (seat.said !== undefined && wanted(seat) ? [seat.said] : []))
  const all = {
    said: sayings(() => true),
    opens: sayings((seat) => seat.first === true && seat.from === from),
    closes: sayings((seat) => seat.last === true && seat.to === to),
  }
  return {
    ...(marked?.mark !== undefined && { mark: marked.mark }),
    ...(marked !== undefined && marked.from !== from && { more: true as const }),
    ...Object.fromEntries(Object.entries(all).filter(([, numbers]) => numbers.length > 0)),
  }
}
