/** What somebody types, as what the index is asked. Whatever is typed is a question; none is refused. Pure. */

import { folded } from './folding.ts'
import { across, headed, numbered } from './lexemes.ts'
import { keyOfNumber, numbersIn } from './numbers.ts'
import { runsOf, unitsOf } from './words.ts'

/** All of these have to be there; of each, one. */
export type Clauses = readonly (readonly string[])[]

/** Characters of a question that are looked at. */
export const mostQuestion = 200
/** Words of a question: more narrow nothing down. */
const mostWords = 24

export interface Question {
  /** What was typed, folded, spaces put right. */
  readonly plain: string
  /** Words as a reader reads them. */
  readonly strict: Clauses
  /** The same by their characters too: finds whatever has them, and more besides. */
  readonly wide: Clauses
  /** The same without the 机关代字 of numbers. */
  readonly widest: Clauses
  /** What has to stand there character by character. */
  readonly phrases: readonly string[]
  /** What is to be marked comes from here: all that was asked, without signs. */
  readonly shown: string
}

const quotes = /["“”«»『「](?<said>[^"“”«»『』「」]{1,80})["“”«»』」]/g

/** What stands in many questions and tells nothing of what is asked for. */
const idle = new Set(
  [
    '的',
    '了',
    '和',
    '与',
    '及',
    '或',
    '在',
    '是',
    '吗',
    '呢',
    '啊',
    '有',
    '我',
    '要',
    '想',
    '请',
    '怎',
    '么',
  ].concat([
    '关于',
    '以及',
    '有关',
    '相关',
    '什么',
    '怎么',
    '如何',
    '哪些',
    '哪里',
    '多少',
    '请问',
    '查询',
    '我要',
    '想要',
  ]),
)

/** The question that a text asks; null where it has neither character nor figure. */
export function questionOf(text: string): Question | null {
  const plain = folded([...text].slice(0, mostQuestion).join(''))
    .replace(/\s+/g, ' ')
    .trim()
  const numbers = numbersIn(plain)
  const rest = numbers.reduce((left, { typed }) => left.replace(typed, ' '), plain)
  const phrases = [...rest.matchAll(quotes)]
    .map(({ groups }) => groups!.said!.trim())
    .filter((each) => each !== '')
  const quoted = phrases.flatMap(unitsOf)
  const loose = unitsOf(rest.replace(quotes, ' '))
  const telling = loose.filter((word) => !idle.has(word))
  const words = telling.length + quoted.length + numbers.length > 0 ? telling : loose
  const sought = [...new Set([...quoted, ...words])].slice(0, mostWords)
  if (sought.length + numbers.length === 0) return null
  const byNumber = numbers.map((each) => [numbered(keyOfNumber(each))])
  const wide = sought.map((word) => byCharacters(word))
  return {
    plain,
    strict: [...byNumber, ...sought.map((word) => (quoted.includes(word) ? byCharacters(word) : [word]))],
    wide: [...byNumber, ...wide],
    widest: [...numbers.map((each) => [numbered(keyOfNumber({ ...each, prefix: '' }))]), ...wide],
    phrases,
    shown: [...numbers.map(({ typed }) => typed), ...sought, ...runsOf(rest)].join(' '),
  }
}

/** A word however it stands in a text. */
export const byCharacters = (word: string): readonly string[] =>
  [...word].length > 1 && /\p{Script=Han}/u.test(word) ? [word, across(word)] : [word]

/** The same asked of titles, numbers and keywords alone. */
export const ofHeads = (clauses: Clauses): Clauses => clauses.map((each) => each.map(headed))

/** At least `count` of these: of every group as large as those that may be missing and one more, one is there. */
export const atLeast = (clauses: Clauses, count: number): Clauses =>
  groupsOf(clauses, clauses.length - count + 1).map((group) => group.flat())

function groupsOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]]
  return items.flatMap((item, n) => groupsOf(items.slice(n + 1), size - 1).map((rest) => [item, ...rest]))
}
