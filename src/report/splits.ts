/** Ways in which text without cell borders can be read as a row of figures. */

/** A figure longer than this is no count of anything and would not be an exact number. */
const longest = 15

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
  const length = digits.length
  const hard = new Set(boundaries)
  /** Ends of the numbers that may begin at `from`, shortest first. */
  const ends = (from: number): number[] => {
    if (from >= length) return []
    if (digits[from] === '0') return [from + 1]
    const found: number[] = []
    for (let end = from + 1; end <= Math.min(length, from + longest); end++) {
      found.push(end)
      if (hard.has(end)) break
    }
    return found
  }
  // ways[k][from]: how many ways there are to cut the rest into k numbers, so that no dead end is ever walked.
  const ways: number[][] = [Array.from({ length: length + 1 }, (_, from) => (from === length ? 1 : 0))]
  for (let k = 1; k <= count; k++)
    ways.push(
      Array.from({ length: length + 1 }, (_, from) =>
        ends(from).reduce((all, end) => all + ways[k - 1]![end]!, 0),
      ),
    )
  if (ways[count]![0]! > cap) return null
  const found: number[][] = []
  const walk = (from: number, left: number, taken: readonly number[]): void => {
    if (left === 0) {
      found.push([...taken])
      return
    }
    for (const end of ends(from))
      if (ways[left - 1]![end]! > 0) walk(end, left - 1, [...taken, Number(digits.slice(from, end))])
  }
  if (ways[count]![0]! > 0) walk(0, count, [])
  return found
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
