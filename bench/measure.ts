/** Timing by rounds and medians, and tables for a terminal. */

/** Median of some numbers, none of them NaN. */
const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Milliseconds that a piece of work takes. */
const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * Times several pieces of work against each other: after `warm` rounds that do not count, every round runs each
 * of them once, so that whatever slows the machine for a while slows all of them.
 *
 * @returns for each piece its median in milliseconds, and the quickest and slowest round
 */
export const race = async <K extends string>(
  works: Readonly<Record<K, () => unknown>>,
  rounds: number,
  warm: number,
): Promise<Record<K, { readonly median: number; readonly least: number; readonly most: number }>> => {
  const names = Object.keys(works) as K[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>
  for (let round = -warm; round < rounds; round++)
    for (const name of names) {
      const took = await timed(works[name])
      if (round >= 0) times[name].push(took)
    }
  return Object.fromEntries(
    names.map((name) => [
      name,
      { median: median(times[name]), least: Math.min(...times[name]), most: Math.max(...times[name]) },
    ]),
  ) as Record<K, { median: number; least: number; most: number }>
}

/** Prints rows under a head, figures to the right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): void => {
  const widths = head.map((_, c) => Math.max(...[head, ...rows].map((row) => (row[c] ?? '').length)))
  const line = (row: readonly string[]) =>
    row.map((text, c) => (c === 0 ? text.padEnd(widths[c] ?? 0) : text.padStart(widths[c] ?? 0))).join('  ')
  console.log(line(head))
  console.log(widths.map((width) => '-'.repeat(width)).join('  '))
  for (const row of rows) console.log(line(row))
  console.log()
}
