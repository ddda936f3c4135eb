/** Where a caption stands in a text, exactly or with few mistakes. */

export interface Occurrence {
  readonly start: number
  readonly end: number
  /** Characters that had to be inserted, left out or exchanged. */
  readonly edits: number
}

/** Occurrences of a pattern in one text; see `searcher`. */
export type Search = (pattern: string, share?: number, from?: number, to?: number) => readonly Occurrence[]

/** Exact occurrences that are looked at, at most. */
const most = 24

/** Every place at which a pattern stands without a mistake, overlapping ones included. */
const places = (pattern: string, text: string): readonly number[] => {
  const found: number[] = []
  if (pattern === '') return found
  for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1)) found.push(at)
  return found
}

/** Those of the places that lie between two positions. */
const between = (
  starts: readonly number[],
  length: number,
  from: number,
  to: number,
): readonly Occurrence[] =>
  starts
    .filter((start) => start >= from && start + length <= to)
    .slice(0, most)
    .map((start) => ({ start, end: start + length, edits: 0 }))

/** Mistakes that a pattern may have where `share` of its characters may be mistaken; short ones may have none. */
export const mistakesIn = (pattern: string, share: number): number =>
  pattern.length < 5 ? 0 : Math.floor(pattern.length * share)

/**
 * The parts into which a pattern is cut for a search with at most `limit` mistakes. Of `limit` + 1 parts one is
 * free of mistakes (pigeonhole): a text that holds none of them does not hold the pattern.
 */
export const partsOf = (pattern: string, limit: number): readonly string[] => {
  const parts: string[] = []
  for (let k = 0, from = 0; k <= limit; k++) {
    const to = Math.floor(((k + 1) * pattern.length) / (limit + 1))
    parts.push(pattern.slice(from, to))
    from = to
  }
  return parts
}

/** False where more characters of the pattern are missing from the text than may be mistaken. */
const mayHold = (text: string, pattern: string, limit: number): boolean => {
  let missing = 0
  for (let i = 0; i < pattern.length; i++)
    if (!text.includes(pattern.charAt(i)) && ++missing > limit) return false
  return true
}

/**
 * Approximate occurrences by dynamic programming over all substrings (Sellers), the best of each neighbourhood.
 * Start positions are carried along, so there is no trace back. A cell beyond the limit leads to none within it,
 * so each column is filled only as far down as the limit reaches (Ukkonen).
 */
const approximate = (
  pattern: string,
  text: string,
  from: number,
  to: number,
  limit: number,
): readonly Occurrence[] => {
  const m = pattern.length
  const cost = Int32Array.from({ length: m + 1 }, (_, i) => Math.min(i, limit + 1))
  const begin = new Int32Array(m + 1).fill(from)
  // The last row within the limit; below it every cost is beyond.
  let depth = Math.min(m, limit)
  const found: Occurrence[] = []
  for (let j = from; j < to; j++) {
    const c = text.charCodeAt(j)
    let above = 0
    let aboveBegin = begin[0]!
    begin[0] = j + 1
    depth = Math.min(m, depth + 1)
    for (let i = 1; i <= depth; i++) {
      const left = cost[i]!
      const leftBegin = begin[i]!
      const change = above + (pattern.charCodeAt(i - 1) === c ? 0 : 1)
      const skip = left + 1
      const miss = cost[i - 1]! + 1
      if (change <= skip && change <= miss) {
        cost[i] = change
        begin[i] = aboveBegin
      } else if (skip <= miss) cost[i] = skip
      else {
        cost[i] = miss
        begin[i] = begin[i - 1]!
      }
      above = left
      aboveBegin = leftBegin
    }
    while (cost[depth]! > limit) depth--
    if (depth < m) continue
    const edits = cost[m]!
    const here = { start: begin[m]!, end: j + 1, edits }
    const last = found.at(-1)
    if (!last || here.start >= last.end) found.push(here)
    else if (edits < last.edits) found[found.length - 1] = here
  }
  return found
}

/** Stretches between two positions in which a pattern can stand: the neighbourhoods of its parts. */
const windows = (
  pattern: string,
  text: string,
  from: number,
  to: number,
  limit: number,
): readonly (readonly [number, number])[] => {
  const found: [number, number][] = []
  let begin = 0
  for (const part of partsOf(pattern, limit)) {
    // Cut off behind the last possible place, so that the search does not run on to the end of the text.
    const own = text.slice(0, to + part.length - 1)
    for (let at = own.indexOf(part, from); at !== -1; at = own.indexOf(part, at + 1))
      found.push([Math.max(from, at - begin - limit), Math.min(to, at - begin + pattern.length + limit)])
    begin += part.length
  }
  found.sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [start, end] of found) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged.filter(([start, end]) => mayHold(text.slice(start, end), pattern, limit))
}

/**
 * Prepares a text for many searches: what was once looked for is not looked for again.
 *
 * @returns the search for a pattern between `from` and `to`: its exact occurrences, or where there is none those
 *   with at most `share` of its characters mistaken. Patterns of fewer than five characters are matched exactly.
 */
export const searcher = (text: string): Search => {
  const exact = new Map<string, readonly number[]>()
  const inexact = new Map<string, readonly Occurrence[]>()
  const placesOf = (pattern: string) => {
    const known = exact.get(pattern)
    if (known) return known
    const found = places(pattern, text)
    exact.set(pattern, found)
    return found
  }
  return (pattern, share = 0.25, from = 0, to = text.length) => {
    const found = between(placesOf(pattern), pattern.length, from, to)
    const limit = mistakesIn(pattern, share)
    if (found.length > 0 || limit === 0) return found
    const key = `${limit} ${from} ${to} ${pattern}`
    const known = inexact.get(key)
    if (known) return known
    const near = windows(pattern, text, from, to, limit).flatMap(([start, end]) =>
      approximate(pattern, text, start, end, limit),
    )
    inexact.set(key, near)
    return near
  }
}

/** One search in a text that is searched for nothing else; see `searcher`. */
export const occurrences = (pattern: string, text: string, share = 0.25): readonly Occurrence[] =>
  searcher(text)(pattern, share)
