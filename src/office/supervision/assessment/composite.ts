/** The result of a year from several scores: periods, organs below, readers, by weight. Pure. */
import { rounded } from './score.ts'
import type { CompositePart } from './system.ts'

export interface ComposedPart {
  readonly of: CompositePart['of']
  readonly caption: string
  readonly weight: number
  /** Mean of the scores; null where there are none, and the weight goes to the others. */
  readonly mean: number | null
  readonly scores: number
  readonly points: number
}

export interface Composed {
  readonly total: number | null
  readonly parts: readonly ComposedPart[]
}

/** Weighs the means of what there is; what is missing is shared out among the rest, and says so by its mean. */
export function compose(
  rule: readonly CompositePart[],
  scores: Readonly<Partial<Record<CompositePart['of'], readonly number[]>>>,
): Composed {
  const means = rule.map(({ of }) => {
    const known = scores[of] ?? []
    return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length
  })
  const weights = rule.reduce((sum, { weight }, at) => (means[at] === null ? sum : sum + weight), 0)
  const parts = rule.map((part, at): ComposedPart => {
    const mean = means[at] ?? null
    const points = mean === null || weights === 0 ? 0 : (mean * part.weight) / weights
    return {
      ...part,
      mean: mean && rounded(mean),
      scores: scores[part.of]?.length ?? 0,
      points: rounded(points),
    }
  })
  const total = rule.reduce((sum, { weight }, at) => sum + ((means[at] ?? 0) * weight) / (weights || 1), 0)
  return { total: weights === 0 ? null : rounded(total), parts }
}
