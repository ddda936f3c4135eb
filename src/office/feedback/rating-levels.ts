/** Levels in the words of the 好差评 scale, the best first. */
export const ratingLevels = {
  excellent: '非常满意',
  good: '满意',
  fair: '基本满意',
  poor: '不满意',
  bad: '非常不满意',
} as const

export type RatingLevel = keyof typeof ratingLevels

/** Most characters of the words. */
export const longestRating = 1000
