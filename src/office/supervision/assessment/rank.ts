/** Like with like: places among the organs of a class, and how they changed. Pure. */
import type { Result } from './record.ts'
import { rounded } from './score.ts'

/** Gives each result its place in its class; equal scores share one, and whoever was vetoed comes last. */
export function rank(results: readonly Omit<Result, 'rank'>[]): readonly Result[] {
  const worth = ({ verdict, composed }: Omit<Result, 'rank'>) => (verdict === 'vetoed' ? -1 : composed)
  const ranked = results.map((result) => {
    const better = results.filter((other) => other.class === result.class && worth(other) > worth(result))
    return { ...result, rank: better.length + 1 }
  })
  return ranked.toSorted((a, b) => a.class.localeCompare(b.class) || a.rank - b.rank)
}

export interface RankedChange extends Result {
  /** Points more or less than in the round before; null where it was not in it. */
  readonly points: number | null
  /** Places gained; null where it was not in the round before, or in another class. */
  readonly places: number | null
}

/** The results with what changed since the round before. */
export const changesSince = (
  results: readonly Result[],
  before: readonly Result[],
): readonly RankedChange[] =>
  results.map((result) => {
    const last = before.find(({ organ }) => organ === result.organ)
    return {
      ...result,
      points: last === undefined ? null : rounded(result.composed - last.composed),
      places: last === undefined || last.class !== result.class ? null : last.rank - result.rank,
    }
  })
