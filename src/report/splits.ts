/** Ways in which text without cell borders can be read as a row of figures. */

/** A figure longer than this is no count of anything and would not be an exact number. */
const longest = 15

/** Ends of the numbers that may begin at `from`, shortest first: '0' stands alone, `hard` offsets end a number. */
const endsOf = (digits: string, from: number, hard?: ReadonlySet<number>): readonly number[] => {
  if (from >= digits.length) return []
  if (digits[from] === '0') return [from + 1]
  const found: number[] = []
  for (let end = from + 1; end <= Math.min(digits.length, from + longest); end++) {
    found.push(end)
    if (hard?.has(end)) break
  }
  return found
}

/**
 * Every way to cut a run of digits into `count` numbers without leading zeros ('0' itself is allowed):
 * `splits('1234', 3)` gives 1|2|34, 1|23|4, 12|3|4. `boundaries` are offsets at which a number must end, for
 * runs that have a space or a line break somewhere. Null where there are more ways than `cap`; an empty list
 * where there is none.
 */
export const splits = (
  digits: string,
  count: number,
  cap = 20_000,
  boundaries: readonly number[] = [],
): readonly (readonly number[])[] | null => {
  if (!/^\d*$/.test(digits)) return []
  const hard = new Set(boundaries)
  const offsets = Array.from({ length: digits.length + 1 }, (_, from) => from)
  const ends = offsets.map((from) => endsOf(digits, from, hard))
  // ways[k][from]: how many ways there are to cut the rest into k numbers, so that no dead end is ever walked.
  const ways: number[][] = [offsets.map((from) => (from === digits.length ? 1 : 0))]
  for (let k = 1; k <= count; k++)
    ways.push(offsets.map((from) => ends[from]!.reduce((all, end) => all + ways[k - 1]![end]!, 0)))
  if (ways[count]![0]! > cap) return null
  const found: number[][] = []
  const walk = (from: number, left: number, taken: readonly number[]): void => {
    if (left === 0) {
      found.push([...taken])
      return
    }
    for (const end of ends[from]!)
      if (ways[left - 1]![end]! > 0) walk(end, left - 1, [...taken, Number(digits.slice(from, end))])
  }
  if (ways[count]![0]! > 0) walk(0, count, [])
  return found
}

interface Segment {
  readonly numbers: readonly number[]
  readonly end: number
}

/** Cuts tried for one group before giving up, so that the time stays bounded. */
const patience = 500_000

/** The ways to read, from an offset on, numbers of which the last is the sum of those before it; null: too many. */
const summed = (digits: string, from: number, size: number): readonly Segment[] | null => {
  const found: Segment[] = []
  let steps = 0
  const walk = (at: number, taken: readonly number[], sum: number): void => {
    if (++steps > patience) return
    if (taken.length === size - 1) {
      const total = String(sum)
      if (digits.startsWith(total, at)) found.push({ numbers: [...taken, sum], end: at + total.length })
      return
    }
    for (const end of endsOf(digits, at)) {
      const number = Number(digits.slice(at, end))
      walk(end, [...taken, number], sum + number)
    }
  }
  walk(from, [], 0)
  return steps > patience ? null : found
}

/**
 * The splits of a run into groups of numbers, each group ending with the sum of its others: `[5, 5, 5]` for
 * section 四. For runs that have too many splits to be listed one and all. It lists nothing where the publisher
 * mistook a sum, so an empty list proves nothing. Null where there are more ways than `cap`.
 */
export const balancedSplits = (
  digits: string,
  groups: readonly number[],
  cap = 20_000,
): readonly (readonly number[])[] | null => {
  if (!/^\d*$/.test(digits)) return []
  let partial: readonly Segment[] = [{ numbers: [], end: 0 }]
  for (const size of groups) {
    const next = new Map<number, readonly Segment[]>()
    const longer: Segment[] = []
    for (const { numbers, end } of partial) {
      const segments = next.get(end) ?? summed(digits, end, size)
      if (segments === null) return null
      next.set(end, segments)
      for (const segment of segments)
        longer.push({ numbers: [...numbers, ...segment.numbers], end: segment.end })
      if (longer.length > cap * groups.length) return null
    }
    partial = longer
  }
  const found = partial.filter(({ end }) => end === digits.length).map(({ numbers }) => numbers)
  return found.length > cap ? null : found
}

/**
 * Every way to set figures, in their order, into `count` cells of which the others are empty (null). `printed`
 * are indices of cells known to show a figure, e.g. the last column where other rows show that totals are always
 * printed. Null where there are more ways than `cap`.
 */
export const placements = (
  figures: readonly number[],
  count: number,
  cap = 20_000,
  printed: readonly number[] = [],
): readonly (readonly (number | null)[])[] | null => {
  const found: (number | null)[][] = []
  const must = new Set(printed)
  /** True while the list stays within the cap. */
  const walk = (row: readonly (number | null)[], next: number): boolean => {
    const room = count - row.length
    const left = figures.length - next
    if (left > room) return true
    if (room === 0) return found.push([...row]) <= cap
    if (left > 0 && !walk([...row, figures[next]!], next + 1)) return false
    return must.has(row.length) || walk([...row, null], next)
  }
  return walk([], 0) ? found : null
}
