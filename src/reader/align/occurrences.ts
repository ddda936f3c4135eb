/** Where a caption stands in a text, exactly or with few mistakes. */

export interface Occurrence {
  readonly start: number
  readonly end: number
  /** Characters that had to be inserted, left out or exchanged. */
  readonly edits: number
}

const exact = (pattern: string, text: string, from: number, to: number): readonly Occurrence[] => {
  const found: Occurrence[] = []
  for (
    let at = text.indexOf(pattern, from);
    at !== -1 && at + pattern.length <= to && found.length < 24;
    at = text.indexOf(pattern, at + 1)
  )
    found.push({ start: at, end: at + pattern.length, edits: 0 })
  return found
}

/**
 * Approximate occurrences by dynamic programming over all substrings (Sellers), the best of each neighbourhood.
 * O(pattern × text); start positions are carried along, so there is no trace back.
 */
const approximate = (
  pattern: string,
  text: string,
  from: number,
  to: number,
  limit: number,
): readonly Occurrence[] => {
  const m = pattern.length
  let cost = new Int32Array(m + 1)
  let begin = new Int32Array(m + 1)
  let nextCost = new Int32Array(m + 1)
  let nextBegin = new Int32Array(m + 1)
  for (let i = 0; i <= m; i++) {
    cost[i] = i
    begin[i] = from
  }
  const found: Occurrence[] = []
  for (let j = from; j < to; j++) {
    const c = text.charCodeAt(j)
    nextCost[0] = 0
    nextBegin[0] = j + 1
    for (let i = 1; i <= m; i++) {
      const change = cost[i - 1]! + (pattern.charCodeAt(i - 1) === c ? 0 : 1)
      const skip = cost[i]! + 1
      const miss = nextCost[i - 1]! + 1
      if (change <= skip && change <= miss) {
        nextCost[i] = change
        nextBegin[i] = begin[i - 1]!
      } else if (skip <= miss) {
        nextCost[i] = skip
        nextBegin[i] = begin[i]!
      } else {
        nextCost[i] = miss
        nextBegin[i] = nextBegin[i - 1]!
      }
    }
    ;[cost, nextCost] = [nextCost, cost]
    ;[begin, nextBegin] = [nextBegin, begin]
    const edits = cost[m]!
    if (edits > limit) continue
    const here = { start: begin[m]!, end: j + 1, edits }
    const last = found.at(-1)
    if (!last || here.start >= last.end) found.push(here)
    else if (edits < last.edits) found[found.length - 1] = here
  }
  return found
}

/**
 * Stretches of the text in which a pattern can stand with at most `limit` mistakes. Of `limit` + 1 parts of the
 * pattern one is free of mistakes (pigeonhole), so only the neighbourhoods of those parts need the costly search.
 */
const windows = (
  pattern: string,
  text: string,
  from: number,
  to: number,
  limit: number,
): readonly (readonly [number, number])[] => {
  const parts = limit + 1
  const found: [number, number][] = []
  for (let k = 0; k < parts; k++) {
    const begin = Math.floor((k * pattern.length) / parts)
    const part = pattern.slice(begin, Math.floor(((k + 1) * pattern.length) / parts))
    for (let at = text.indexOf(part, from); at !== -1 && at < to; at = text.indexOf(part, at + 1))
      found.push([Math.max(from, at - begin - limit), Math.min(to, at - begin + pattern.length + limit)])
  }
  found.sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [begin, end] of found) {
    const last = merged.at(-1)
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([begin, end])
  }
  return merged
}

/**
 * Occurrences of a pattern in `text` between `from` and `to`: the exact ones, or where there is none those with
 * at most `share` of its characters mistaken. Patterns of fewer than five characters are matched exactly.
 */
export const occurrences = (
  pattern: string,
  text: string,
  share = 0.25,
  from = 0,
  to = text.length,
): readonly Occurrence[] => {
  const found = exact(pattern, text, from, to)
  const limit = Math.floor(pattern.length * share)
  if (found.length > 0 || pattern.length < 5 || limit === 0) return found
  return windows(pattern, text, from, to, limit).flatMap(([begin, end]) =>
    approximate(pattern, text, begin, end, limit),
  )
}
