/**
 * Which of many texts are alike. Exact likeness costs a comparison for each pair; so a sketch of each text, the least
 * hashes of its shingles, picks the pairs that are worth one (Broder 1997). Figures are left out of the sketch: the
 * same sentences with other figures are the same sentences.
 */
import { copied, similarity, similarityTo } from './similarity.ts'

export interface NamedText {
  readonly id: string
  readonly text: string
}

export interface AlikePair {
  readonly one: string
  readonly other: string
  /** 0 to 1, by pairs of characters. */
  readonly similarity: number
  /** Sentences of the one that stand word for word in the other. */
  readonly copied: readonly string[]
}

/** Characters of a shingle: four hold a phrase of Chinese. */
const shingle = 4
/** A pair is looked at where all hashes of one of the bands agree: of texts that share half, 94 of 100 pairs. */
const bands = 20
const rows = 3

/** Odd multipliers, one for each hash, from a fixed sequence: the same texts always give the same pairs. */
const multipliers = Array.from({ length: bands * rows }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) | 1) >>> 0)

const bareOf = (text: string): string => text.replace(/[\s\p{P}\p{S}\d]/gu, '')

/** The sketch of a text; null where it is too short to say anything. */
function sketchOf(text: string): Uint32Array | null {
  const bare = bareOf(text)
  if (bare.length < shingle * 2) return null
  const least = new Uint32Array(bands * rows).fill(0xffffffff)
  const seen = new Set<number>()
  for (let at = 0; at + shingle <= bare.length; at++) {
    let hash = 0x811c9dc5
    for (let i = at; i < at + shingle; i++) hash = Math.imul(hash ^ bare.charCodeAt(i), 0x01000193)
    hash = mixed(hash)
    if (seen.has(hash)) continue
    seen.add(hash)
    for (let i = 0; i < least.length; i++) {
      const value = mixed(Math.imul(hash, multipliers[i]!) + i)
      if (value < least[i]!) least[i] = value
    }
  }
  return least
}

const mixed = (value: number): number => {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * The pairs that are at least so much alike, most alike first.
 *
 * @param most pairs that are compared exactly: where hundreds are copies of one, the likeliest are told
 */
export function alikePairs(texts: readonly NamedText[], least = 0.7, most = 1000): readonly AlikePair[] {
  const sketches = texts.map(({ text }) => sketchOf(text))
  const shared = new Map<number, number>()
  for (let band = 0; band < bands; band++) {
    const buckets = new Map<string, number[]>()
    for (const [place, sketch] of sketches.entries()) {
      if (sketch === null) continue
      const key = sketch.subarray(band * rows, (band + 1) * rows).join(' ')
      const bucket = buckets.get(key)
      if (bucket === undefined) buckets.set(key, [place])
      else bucket.push(place)
    }
    for (const bucket of buckets.values())
      for (let i = 0; i < bucket.length; i++)
        for (let j = i + 1; j < bucket.length; j++) {
          const pair = bucket[i]! * texts.length + bucket[j]!
          shared.set(pair, (shared.get(pair) ?? 0) + 1)
        }
  }
  return [...shared]
    .toSorted(([a, x], [b, y]) => y - x || a - b)
    .slice(0, most)
    .map(([pair]) => pairOf(texts[Math.floor(pair / texts.length)]!, texts[pair % texts.length]!))
    .filter((pair) => pair.similarity >= least)
    .toSorted((a, b) => b.similarity - a.similarity)
}

/** The others that a text is at least so much like, most alike first. */
export function alikeTo(one: NamedText, others: readonly NamedText[], least = 0.7): readonly AlikePair[] {
  const likeness = similarityTo(one.text)
  return others
    .map((other) => ({ other, similarity: likeness(other.text) }))
    .filter((found) => found.similarity >= least)
    .toSorted((a, b) => b.similarity - a.similarity)
    .map(({ other }) => pairOf(one, other))
}

const pairOf = (one: NamedText, other: NamedText): AlikePair => ({
  one: one.id,
  other: other.id,
  similarity: similarity(one.text, other.text),
  copied: copied(one.text, other.text),
})
