/**
 * What is public already and answers to what somebody writes in sentences (条例§36(1)). They do not know what it is
 * called: the index names what has some of their words, and the pieces of their characters say which of these it is.
 */
import type { OrganId, PublishedItem, Search } from '../ports.ts'
import { piecesOf, piecesSought, withoutAsking } from '../published/pieces.ts'
import { atLeast, byCharacters } from './question.ts'
import { unitsOf } from './words.ts'

/**
 * Of the pieces of what is looked for, how many an item must have. Measured on invented examples: from 0.3 to 0.4
 * the right item comes first for 30 of 31 questions, and nothing for 8 that nothing answers; 0.25 brings up what
 * shares common words alone, 0.45 misses titles that say it shorter.
 */
const leastShare = 0.3
/** Words that the index is asked for, the longest: they are the rarest. */
const mostWords = 8
/** Items that are looked at, the newest. */
const looked = 200

/** Items that answer best, best first; none where nothing answers. */
export async function alike(
  search: Pick<Search, 'items'>,
  organs: readonly OrganId[],
  words: string,
  limit: number,
): Promise<readonly PublishedItem[]> {
  const sought = piecesSought(words)
  const units = [...new Set(unitsOf(withoutAsking(words)))]
  const telling = units.filter((unit) => unit.length > 1)
  const asked = (telling.length > 0 ? telling : units)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, mostWords)
  if (sought.length === 0 || asked.length === 0 || organs.length === 0) return []
  const clauses = atLeast(asked.map(byCharacters), Math.max(1, Math.floor(asked.length * leastShare)))
  const common = { clauses, organs, source: 'document', limit: looked } as const
  const titled = await search.items({ ...common, of: 'heads' })
  const answers = bestOf(titled, sought)
  // Common words stand in most texts, and a text counts no more than its summary: it is asked where titles are wanting.
  if (answers.length >= limit) return answers.slice(0, limit)
  const said = await search.items({ ...common, of: 'texts' })
  return bestOf([...titled, ...said], sought).slice(0, limit)
}

/** Those that answer, each once, best first. */
function bestOf(found: readonly PublishedItem[], sought: readonly string[]): readonly PublishedItem[] {
  const items = new Map(found.map((item) => [`${item.organ} ${item.id}`, item]))
  const least = Math.max(1, Math.ceil(sought.length * leastShare))
  return [...items.values()]
    .map((item) => ({ item, ...answerOf(item, sought) }))
    .filter((answer) => answer.found >= least)
    .toSorted((a, b) => b.score - a.score || a.length - b.length || newerFirst(a.item, b.item))
    .map(({ item }) => item)
}

/** How many pieces an item has; those in the title count twice. */
function answerOf({ title, docNo, summary }: PublishedItem, sought: readonly string[]) {
  const heads = new Set(piecesOf(`${title} ${docNo ?? ''}`))
  const all = new Set([...heads, ...piecesOf(summary)])
  const found = sought.filter((piece) => all.has(piece)).length
  return { found, score: found + sought.filter((piece) => heads.has(piece)).length, length: heads.size }
}

const newerFirst = (a: PublishedItem, b: PublishedItem): number =>
  (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '') || a.id.localeCompare(b.id)
