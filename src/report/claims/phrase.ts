/**
 * A small language for the phrases around a figure. A phrase is a row of steps:
 *
 * - `收到|受理`  one of these words, next to the step behind it;
 * - `[各类|政府]` any number of these words, or none;
 * - `…`         any words, not too many;
 * - `^`         the beginning of the clause;
 * - `#`         the figure.
 *
 * Steps before `#` are sought from the figure backwards, steps behind it forwards. There is no backtracking:
 * reading is linear in the length of the clause.
 */

type Step =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'filler'; readonly words: readonly string[] }
  | { readonly kind: 'gap' }
  | { readonly kind: 'start' }

export interface Phrase {
  /** From the figure outwards, to the left. */
  readonly before: readonly Step[]
  /** From the figure outwards, to the right. */
  readonly behind: readonly Step[]
}

const longestFirst = (words: string): readonly string[] =>
  words.split('|').sort((a, b) => b.length - a.length)

const step = (written: string): Step =>
  written === '…'
    ? { kind: 'gap' }
    : written === '^'
      ? { kind: 'start' }
      : written.startsWith('[')
        ? { kind: 'filler', words: longestFirst(written.slice(1, -1)) }
        : { kind: 'words', words: longestFirst(written) }

/** Reads a phrase as written in the lexicon. */
export const phrase = (written: string): Phrase => {
  const steps = written.split(' ')
  const figure = steps.indexOf('#')
  return { before: steps.slice(0, figure).map(step).reverse(), behind: steps.slice(figure + 1).map(step) }
}

/** Farthest a word may stand from the next across a gap. */
const reach = 50

/** Where the last of the words begins that ends at or before `to`; of two that end together, the longer. */
const lastOf = (lead: string, words: readonly string[], to: number): number => {
  let start = -1
  let end = -1
  for (const word of words) {
    const i = word.length > to ? -1 : lead.lastIndexOf(word, to - word.length)
    if (i >= 0 && (i + word.length > end || (i + word.length === end && i < start))) {
      start = i
      end = i + word.length
    }
  }
  return start
}

/** The first of the words with which the text ends at a place. */
const endingAt = (text: string, words: readonly string[], at: number): string | undefined => {
  for (const word of words) if (text.endsWith(word, at)) return word
  return undefined
}

const leftwards = (lead: string, steps: readonly Step[]): boolean => {
  let at = lead.length
  let loose = false
  for (let k = 0; k < steps.length; k++) {
    const s = steps[k] as Step
    if (s.kind === 'gap') loose = true
    else if (s.kind === 'start') return loose || at === 0
    else if (s.kind === 'filler') {
      const next = steps[k + 1]
      const own = next?.kind === 'words' ? next.words : []
      // As little as possible: in 公开申请 [申请|公开] the words themselves come first.
      while (endingAt(lead, own, at) === undefined) {
        const word = endingAt(lead, s.words, at)
        if (word === undefined) break
        at -= word.length
      }
    } else if (loose) {
      const found = lastOf(lead, s.words, at)
      if (found < 0 || at - found > reach) return false
      at = found
      loose = false
    } else {
      const word = endingAt(lead, s.words, at)
      if (word === undefined) return false
      at -= word.length
    }
  }
  return true
}

const rightwards = (tail: string, steps: readonly Step[]): boolean => {
  let at = 0
  let loose = false
  for (const s of steps) {
    if (s.kind === 'gap') loose = true
    else if (s.kind === 'filler') {
      let word: string | undefined
      do {
        word = s.words.find((w) => tail.startsWith(w, at))
        at += word?.length ?? 0
      } while (word !== undefined)
    } else if (s.kind === 'words') {
      const near = loose ? s.words.map((w) => tail.indexOf(w, at)).filter((i) => i >= 0) : []
      const found = loose ? Math.min(...near) : at
      const word = s.words.find((w) => tail.startsWith(w, found))
      if (word === undefined || !Number.isFinite(found) || found - at > reach) return false
      at = found + word.length
      loose = false
    }
  }
  return true
}

/** Whether the words around a figure are those of the phrase. */
export const fits = ({ before, behind }: Phrase, lead: string, tail: string): boolean =>
  leftwards(lead, before) && rightwards(tail, behind)

/** Characters with which a lead may end that fits; null where any may. For finding phrases quickly. */
export const lastCharacters = ({ before }: Phrase): ReadonlySet<string> | null => {
  const characters = new Set<string>()
  for (const s of before) {
    if (s.kind === 'gap' || s.kind === 'start') return null
    for (const word of s.words) characters.add(word.at(-1) as string)
    if (s.kind === 'words') return characters
  }
  return null
}
