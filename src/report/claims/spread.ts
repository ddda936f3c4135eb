/** Several figures or several names at once: 网络、信函申请分别为 3 件、4 件; 行政复议、行政诉讼各 1 件. */

import type { Figure } from './figures.ts'

const separators = /、|和|及|与|以及/
const onlySeparators = /^[、,和及与以\s]*$/
const disputed = /复议|诉讼/

const names = (words: string): string[] => {
  const all = words.split(separators).filter(Boolean)
  // 行政复议、行政诉讼案件: what the last one says holds for the first as well; the phrases do not need it.
  return all
}

/**
 * Gives every figure its own name. Where names and figures are not equal in number, nothing is changed: which
 * figure is whose is then a guess.
 */
export const spread = (figures: readonly Figure[]): Figure[] => {
  const out: Figure[] = []
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i] as Figure
    const respective = /分别$/.test(figure.lead)
    if (respective) {
      const own = names(figure.lead.slice(0, -2))
      let following = i + 1
      while (following < figures.length && onlySeparators.test(figures[following]!.between)) following++
      if (own.length > 1 && following - i === own.length) {
        own.forEach((lead, k) => {
          out.push({ ...(figures[i + k] as Figure), lead })
        })
        i = following - 1
        continue
      }
    }
    const each = /[各均]$/.test(figure.lead)
    const whose = each ? names(figure.lead.slice(0, -1).replace(/案件?$|数$/, '')) : []
    if (whose.length > 1 && whose.every((n) => disputed.test(n)))
      for (const lead of whose) out.push({ ...figure, lead })
    else out.push(each ? { ...figure, lead: figure.lead.slice(0, -1) } : figure)
  }
  return out
}
