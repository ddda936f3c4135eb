import { getOrMake } from './get-or-make.ts'
import type { Grid, Region } from './pdf-grids.ts'

/** A stretch of text without wide gaps, in points from the top left corner of the page. `y` is the baseline. */
export interface Chunk {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
  /** Set from top to bottom. */
  readonly upright: boolean
  /** Set at a slant: a watermark, which belongs to no line and no cell. */
  readonly slanted: boolean
}

const WIDE =
  /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2460-\u24ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/

/** Columns a character takes on a terminal: two for Chinese. */
const columnsOf = (text: string): number => {
  let width = 0
  for (const char of text) width += WIDE.test(char) || char.codePointAt(0)! > 0xffff ? 2 : 1
  return width
}

export const middle = (chunk: Chunk): [number, number] => [
  (chunk.x0 + chunk.x1) / 2,
  chunk.y - chunk.size * 0.35,
]

/** Pieces of a chunk between its spaces, each placed by the share of the width its characters take. */
function words(chunk: Chunk): Chunk[] {
  if (chunk.upright || !/\s/.test(chunk.text)) return [chunk]
  const unit = (chunk.x1 - chunk.x0) / Math.max(columnsOf(chunk.text), 1)
  const found: Chunk[] = []
  for (const match of chunk.text.matchAll(/\S+/g)) {
    const x0 = chunk.x0 + columnsOf(chunk.text.slice(0, match.index)) * unit
    found.push({ ...chunk, text: match[0], x0, x1: x0 + columnsOf(match[0]) * unit })
  }
  return found
}

/**
 * Parts of a word on both sides of a ruling line, where it changes from words to digits just at the line: two
 * cells set so tightly that the file runs them together. A number that juts out over a line is never cut.
 */
function cut(word: Chunk, edges: readonly number[]): Chunk[] {
  const unit = (word.x1 - word.x0) / Math.max(columnsOf(word.text), 1)
  for (const edge of edges) {
    if (edge <= word.x0 + unit || edge >= word.x1 - unit) continue
    for (let i = 1; i < word.text.length; i++) {
      const x = word.x0 + columnsOf(word.text.slice(0, i)) * unit
      const [before, after] = [/[\d.]/.test(word.text[i - 1]!), /[\d.]/.test(word.text[i]!)]
      if (Math.abs(x - edge) > word.size * 0.4 || before === after) continue
      const left = { ...word, text: word.text.slice(0, i), x1: x }
      const right = { ...word, text: word.text.slice(i), x0: x }
      return [...cut(left, edges), ...cut(right, edges)]
    }
  }
  return [word]
}

/** Text drawn twice at the same place to look bold would double its digits. */
export function withoutDoubles(chunks: readonly Chunk[]): Chunk[] {
  const seen = new Map<string, Chunk[]>()
  return chunks.filter((chunk) => {
    const same = getOrMake(seen, chunk.text, () => [])
    const near = same.some(
      (other) =>
        Math.abs(other.x0 - chunk.x0) < chunk.size * 0.15 && Math.abs(other.y - chunk.y) < chunk.size * 0.15,
    )
    if (!near && same.length < 5_000) same.push(chunk)
    return !near
  })
}

/** Chunks in reading order, as lines of chunks that share a baseline. */
function lines(chunks: readonly Chunk[]): Chunk[][] {
  const found: Chunk[][] = []
  for (const chunk of chunks.toSorted((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const last = found.at(-1)
    if (last !== undefined && chunk.y - last[0]!.y < Math.min(last[0]!.size, chunk.size) * 0.5)
      last.push(chunk)
    else found.push([chunk])
  }
  for (const line of found) line.sort((a, b) => a.x0 - b.x0)
  return found
}

/** Columns of type set from top to bottom, each as one chunk at its first character; read from the right. */
function uprightColumns(chunks: readonly Chunk[]): Chunk[] {
  const found: { first: Chunk; last: Chunk; text: string }[] = []
  for (const chunk of chunks.toSorted((a, b) => b.x0 - a.x0 || a.y - b.y)) {
    const open = found.at(-1)
    const below = open !== undefined && Math.abs(open.last.x0 - chunk.x0) < chunk.size * 0.3
    if (below && chunk.y - open.last.y < chunk.size * 3) {
      open.text += chunk.text
      open.last = chunk
    } else found.push({ first: chunk, last: chunk, text: chunk.text })
  }
  return found.map(({ first, text }) => ({ ...first, text }))
}

/** Text of a cell: its lines joined with a line break, single characters standing on each other joined. */
function cellText(chunks: readonly Chunk[]): string {
  const upright = chunks.filter((chunk) => chunk.upright)
  if (upright.length > 0) {
    const level = cellText(chunks.filter((chunk) => !chunk.upright))
    return (
      uprightColumns(upright)
        .map((chunk) => chunk.text)
        .join('') + level
    )
  }
  const texts = lines(chunks).map((line) => {
    let text = ''
    let end = Number.NEGATIVE_INFINITY
    for (const chunk of line) {
      // Chinese in a narrow cell is often spaced out to its width; that is no word break.
      const spaced = WIDE.test(text.at(-1) ?? '') && WIDE.test(chunk.text[0]!)
      const gap = chunk.size * (spaced ? 1.05 : 0.22)
      text += text !== '' && chunk.x0 - end > gap ? ` ${chunk.text}` : chunk.text
      end = Math.max(end, chunk.x1)
    }
    return text
  })
  const stacked = texts.length > 2 && texts.every((text) => columnsOf(text) <= 4 && !/\d/.test(text))
  return texts.join(stacked ? '' : '\n')
}

/** Puts text into the cells of a page's tables; what stands in none is left for the lines. */
export function fillGrids(
  grids: readonly Grid[],
  chunks: readonly Chunk[],
): { texts: ReadonlyMap<Region, string>; rest: Chunk[] } {
  const inside = new Map<Region, Chunk[]>()
  const rest: Chunk[] = []
  const holds = (box: readonly number[], x: number, y: number): boolean =>
    x >= box[0]! && x <= box[2]! && y >= box[1]! && y <= box[3]!
  // The smallest table first: a frame around the page may hold the others.
  const bySize = grids.toSorted(
    (a, b) => (a.box[2] - a.box[0]) * (a.box[3] - a.box[1]) - (b.box[2] - b.box[0]) * (b.box[3] - b.box[1]),
  )
  for (const chunk of chunks) {
    const at = middle(chunk)
    const grid = chunk.slanted
      ? undefined
      : bySize.find(
          ({ box }) =>
            holds(box, ...at) || (holds(box, chunk.x0 + 1, at[1]) && holds(box, chunk.x1 - 1, at[1])),
        )
    if (grid === undefined) {
      rest.push(chunk)
      continue
    }
    const edges = [
      ...new Set(
        grid.regions.filter((it) => at[1] >= it.box[1] && at[1] <= it.box[3]).map((it) => it.box[0]),
      ),
    ]
    for (const word of words(chunk).flatMap((it) => cut(it, edges))) {
      const region = grid.regions.find(({ box }) => holds(box, ...middle(word)))
      if (region === undefined) rest.push(word)
      else getOrMake(inside, region, () => []).push(word)
    }
  }
  return { texts: new Map([...inside].map(([region, found]) => [region, cellText(found)])), rest }
}

/**
 * Lines of text as they stand on the page: gaps become spaces so that columns stay one under the other,
 * counting a Chinese character as two. `y` is the baseline, for putting lines and tables in order.
 */
export function layoutLines(
  chunks: readonly Chunk[],
): { text: string; y: number; box: readonly [number, number, number, number] }[] {
  const straight = chunks.filter((chunk) => !chunk.slanted)
  const columns = uprightColumns(straight.filter((chunk) => chunk.upright))
  const level = [...straight.filter((chunk) => !chunk.upright), ...columns]
  const sizes = level.map((chunk) => chunk.size).sort((a, b) => a - b)
  const unit = Math.max((sizes[Math.floor(sizes.length / 2)] ?? 10) / 2, 1)
  const left = Math.min(...level.map((chunk) => chunk.x0))
  return [...lines(level), ...chunks.filter((chunk) => chunk.slanted).map((chunk) => [chunk])].map((line) => {
    let text = ''
    let end = left
    for (const chunk of line) {
      const gap = chunk.x0 - end
      const column = Math.min(Math.round((chunk.x0 - left) / unit), 400)
      const wide = gap > unit * 1.6
      if (wide) text += ' '.repeat(Math.max(text === '' ? 0 : 2, column - columnsOf(text)))
      else if (text !== '' && gap > chunk.size * 0.15 && !text.endsWith(' ')) text += ' '
      text += chunk.text
      end = Math.max(end, chunk.x1)
    }
    const y = line[0]!.y
    const top = Math.min(...line.map((chunk) => chunk.y - chunk.size))
    return {
      text,
      y: line[0]!.slanted ? Number.POSITIVE_INFINITY : y,
      box: [line[0]!.x0, top, end, y] as const,
    }
  })
}
