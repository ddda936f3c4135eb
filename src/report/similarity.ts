/** How alike two texts are, and which passages were copied from one into the other. */

/** Punctuation and spaces do not make a text different. */
const letters = (text: string): readonly string[] => [...text.replace(/[\s\p{P}\p{S}]/gu, '')]

const counted = (text: string): Map<string, number> => {
  const all = letters(text)
  const counts = new Map<string, number>()
  for (let i = 0; i + 1 < all.length; i++) {
    const pair = all[i]! + all[i + 1]!
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

const size = (counts: ReadonlyMap<string, number>): number => counts.values().reduce((a, b) => a + b, 0)

/**
 * Likeness of two texts from 0 to 1: 2 · common / (|a| + |b|) over pairs of adjacent characters, punctuation and
 * spaces left out. Two texts without any pair are alike where they are the same.
 */
export const similarity = (a: string, b: string): number => similarityTo(a)(b)

/** The same for one text against many. */
export function similarityTo(a: string): (b: string) => number {
  const one = counted(a)
  const own = size(one)
  return (b) => {
    const two = counted(b)
    const all = own + size(two)
    if (all === 0) return letters(a).join('') === letters(b).join('') ? 1 : 0
    let common = 0
    for (const [pair, count] of two) common += Math.min(count, one.get(pair) ?? 0)
    return (2 * common) / all
  }
}

const sentences = (text: string): readonly string[] =>
  text
    .split(/[。；;！？\n]+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => letters(sentence).length >= 12)

const bareOf = (sentence: string): string => letters(sentence).join('')

/**
 * Sentences of `text` that stand word for word in `earlier` too, in their order. Sentences of fewer than twelve
 * characters are left out: headings and set phrases are the same every year.
 */
export const copied = (text: string, earlier: string): readonly string[] => {
  const before = new Set(sentences(earlier).map(bareOf))
  return sentences(text).filter((sentence) => before.has(bareOf(sentence)))
}
