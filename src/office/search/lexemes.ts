/** What of an entry stands in the index: words of several families, told apart by a sign before them. */
import { type Day, partsOf, yearOf } from '../../law/day.ts'
import { type Validity, validitiesOf } from '../documents/validity.ts'
import type { SearchEntry } from './entry.ts'
import { folded } from './folding.ts'
import { keyOfNumber, numbersIn } from './numbers.ts'
import { type Token, tokensOf } from './words.ts'

/** In the title, the number or the keywords. */
export const headed = (lexeme: string): string => `^${lexeme}`
/** By its characters alone, over the ends of other words. */
export const across = (word: string): string => `~${word}`
/** A 发文字号, or its year and number. */
export const numbered = (key: string): string => `#${key}`
/** What can be chosen by. */
export const chosen = {
  organ: (value: string): string => `@o${value}`,
  kind: (value: string): string => `@k${value}`,
  theme: (value: string): string => `@t${value}`,
  genre: (value: string): string => `@g${value}`,
  field: (value: string): string => `@f${value}`,
  /** 0: not known. */
  year: (value: number): string => `@y${value}`,
  /** That it has on some day; on which, days tell. */
  validity: (value: Validity): string => `@v${value}`,
  /** As `monthOf` counts them. */
  month: (value: number): string => `@m${value}`,
} as const

/** Characters of text that are indexed: the rest of a book adds few words. */
export const mostText = 100_000
/** The highest place that the database keeps, and the most places of one word. */
const lastPlace = 16_383
const mostPlaces = 16

/** Each lexeme with the places where it stands as a word; without any where they do not matter. */
export type Lexemes = ReadonlyMap<string, readonly number[]>

export const yearOfEntry = ({ publishedOn }: Pick<SearchEntry, 'publishedOn'>): number =>
  publishedOn === null ? 0 : yearOf(publishedOn)

/** Months since the beginning of the years: the one before is one less. */
export function monthOf(day: Day): number {
  const { year, month } = partsOf(day)
  return year * 12 + month - 1
}

/** The lexemes of an entry. Pure. */
export function lexemesOf(entry: SearchEntry): Lexemes {
  const found = new Map<string, number[]>()
  const put = (lexeme: string, at?: number) => {
    const places = found.get(lexeme) ?? []
    if (at !== undefined && at <= lastPlace && places.length < mostPlaces && places.at(-1) !== at)
      places.push(at)
    found.set(lexeme, places)
  }
  const write = (token: Token, at: number) => {
    for (const lexeme of placeless(token)) put(lexeme)
    if (token.standing !== 'across') put(token.word, at)
  }
  const head = folded([entry.title, entry.docNo ?? '', ...entry.keywords].join('\n'))
  const body = folded(`${entry.summary}\n${entry.text.slice(0, mostText)}`)
  const heads = tokensOf(head)
  const behind = heads.at(-1)?.at ?? 0
  for (const token of heads) {
    for (const lexeme of placeless(token)) put(headed(lexeme))
    write(token, token.at)
  }
  for (const token of tokensOf(body)) write(token, behind + token.at)
  for (const each of numbersIn(folded(entry.docNo ?? '')))
    for (const key of keysOf(each)) put(headed(numbered(key)))
  for (const each of numbersIn(`${head}\n${body}`)) for (const key of keysOf(each)) put(numbered(key))
  const { organ, kind, theme, genre, field } = entry
  for (const [name, value] of Object.entries({ organ, kind, theme, genre, field }))
    if (value !== null) put(chosen[name as 'organ'](value))
  for (const each of entry.validity === null ? [] : validitiesOf(entry.validity)) put(chosen.validity(each))
  put(chosen.year(yearOfEntry(entry)))
  if (entry.publishedOn !== null) put(chosen.month(monthOf(entry.publishedOn)))
  return found
}

const keysOf = (number: ReturnType<typeof numbersIn>[number]): ReadonlySet<string> =>
  new Set([keyOfNumber(number), keyOfNumber({ ...number, prefix: '' })])

/** The word and its characters, so that whatever stands in the text is found by it. */
function* placeless({ word, standing }: Token): Iterable<string> {
  yield standing === 'across' ? across(word) : word
  if (standing === 'word' && /^\p{Script=Han}/u.test(word)) yield* word
}
