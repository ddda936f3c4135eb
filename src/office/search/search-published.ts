/** A search as a reader makes it: asked strictly first, then wider, then with the slip of the pen put right. */
import type { Day } from '../../law/day.ts'
import type { Search, SearchChoice, SearchFound } from '../ports.ts'
import { corrected } from './correct.ts'
import type { SearchOrder } from './entry.ts'
import { marksOf } from './marks.ts'
import { type Clauses, type Question, questionOf } from './question.ts'

export interface SearchAsk {
  readonly q: string
  readonly choice: SearchChoice
  readonly order: SearchOrder
  readonly on: Day
  readonly from: number
  readonly limit: number
}

export interface Searched extends SearchFound {
  /** What was looked for instead, where nothing has what was typed. */
  readonly corrected: string | null
  /** Folded; what `marked` and `snippet` mark. */
  readonly marks: readonly string[]
}

/** Fewer hits than these, and words are looked for over the ends of others too. */
const few = 10

/** What everybody may read and what answers; null where nothing is asked. */
export async function searchPublished(search: Search, ask: SearchAsk): Promise<Searched | null> {
  const question = questionOf(ask.q)
  if (question === null) return null
  const found = await ways(search, ask, question)
  const marks = marksOf(question.shown)
  if (found.total > 0) return { ...found, corrected: null, marks }
  const instead = await corrected(search, question.plain, ask.choice.organ)
  const other = instead === null ? null : questionOf(instead)
  if (instead === null || other === null) return { ...found, corrected: null, marks }
  const meant = await ways(search, ask, other)
  return meant.total === 0
    ? { ...found, corrected: null, marks }
    : { ...meant, corrected: instead, marks: marksOf(other.shown) }
}

async function ways(search: Search, ask: SearchAsk, question: Question): Promise<SearchFound> {
  const { choice, order, on, from, limit } = ask
  const { plain: whole, phrases, strict, wide, widest } = question
  const find = (clauses: Clauses) => search.find({ clauses, phrases, whole, choice, order, on, from, limit })
  const found = await find(strict)
  if (found.total >= few) return found
  const wider = isSame(strict, wide) ? found : await find(wide)
  return wider.total > 0 || isSame(wide, widest) ? wider : find(widest)
}

const isSame = (a: Clauses, b: Clauses): boolean => JSON.stringify(a) === JSON.stringify(b)
