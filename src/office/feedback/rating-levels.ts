/** Levels in the words of the 好差评 scale, the best first. */
export const ratingLevels = {
  excellent: '非常满意',
  good: '满意',
  fair: '基本满意',
  poor: '不满意',
  bad: '非常不满意',
} as const

export type RatingLevel = keyof typeof ratingLevels

/** Those that count as content: the last two are 差评, which have to be looked into. */
const content: ReadonlySet<RatingLevel> = new Set(['excellent', 'good', 'fair'])

/** 好评率 in words, to the per cent; null where nobody said anything. */
export function contentShare(
  counts: readonly { readonly level: RatingLevel; readonly count: number }[],
): string | null {
  const sum = (of: typeof counts) => of.reduce((total, { count }) => total + count, 0)
  const all = sum(counts)
  return all === 0
    ? null
    : `${Math.round((sum(counts.filter(({ level }) => content.has(level))) / all) * 100)}%`
}

/** Most characters of the words. */
export const longestRating = 1000
