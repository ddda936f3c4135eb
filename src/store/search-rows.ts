import type { Insertable } from 'kysely'
import type { Day } from '../law/day.ts'
import type { SearchEntry } from '../office/search/entry.ts'
import { folded } from '../office/search/folding.ts'
import { type Lexemes, lexemesOf, mostText, yearOfEntry } from '../office/search/lexemes.ts'
import type { Clauses } from '../office/search/question.ts'

export interface SearchEntryTable {
  organ: string
  source: string
  id: string
  kind: string
  title: string
  /** Title folded. */
  plain_title: string
  doc_no: string | null
  address: string
  published_on: Day | null
  /** The day of publication, or the beginning of time where there is none. */
  sort_on: Day
  year: number
  theme: string | null
  genre: string | null
  field: string | null
  class: string | null
  effective_on: Day | null
  expires_on: Day | null
  ended_on: Day | null
  ended_as: string | null
  summary: string
  text: string
  /** Text folded; null where it is the same. */
  plain_text: string | null
  words: string
}

/** Comes after every day there is when the newest stand first. */
const beginningOfTime = '0001-01-01'

/** The row of an entry, its words as the text of a `tsvector`. */
export function searchRowOf(entry: SearchEntry): Insertable<SearchEntryTable> {
  const { organ, source, id, kind, title, docNo, address, publishedOn, theme, genre, field, validity } = entry
  const text = entry.text.slice(0, mostText)
  const plain = folded(text)
  return {
    ...{ organ, source, id, kind, title, plain_title: folded(title), doc_no: docNo, address },
    published_on: publishedOn,
    sort_on: publishedOn ?? beginningOfTime,
    year: yearOfEntry(entry),
    ...{ theme, genre, field },
    class: validity?.class ?? null,
    effective_on: validity?.effectiveOn ?? null,
    expires_on: validity?.expiresOn ?? null,
    ended_on: validity?.endedOn ?? null,
    ended_as: validity?.endedAs ?? null,
    summary: entry.summary,
    text,
    plain_text: plain === text ? null : plain,
    words: vectorOf(lexemesOf(entry)),
  }
}

/** A word as it stands in the text of a `tsvector` or `tsquery`, whatever is in it. */
const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, (sign) => sign + sign)}'`

/** Text of a `tsvector`. */
export const vectorOf = (lexemes: Lexemes): string =>
  Array.from(lexemes, ([lexeme, places]) =>
    places.length === 0 ? quoted(lexeme) : `${quoted(lexeme)}:${places.join(',')}`,
  ).join(' ')

/** Text of a `tsquery`; there must be a clause, and in each a word. */
export const tsqueryOf = (clauses: Clauses): string =>
  clauses.map((words) => `(${words.map(quoted).join(' | ')})`).join(' & ')

/** Text of a `tsquery` for words that begin so. */
export const tsqueryOfPrefix = (beginning: string): string => `${quoted(beginning)}:*`
