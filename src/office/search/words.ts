/** The words of folded text, by the dictionary of jieba alone: the same text is cut the same way everywhere. */
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** Made on first use: the dictionary takes a third of a second. */
let loaded: Jieba | undefined
const jieba = (): Jieba => {
  loaded ??= Jieba.withDict(dict)
  return loaded
}

const runs = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv
const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run)
/** Longer runs of letters and figures are no words. */
const longestRun = 40

/**
 * How a word stands in a text. `word`: one of those that the text is read as; a single character where no word has
 * it. `part`: a word that such a word is put together of, or that is put together of such (人民 of 人民政府). `across`:
 * a word of the dictionary by its characters, over the ends of others (民政 in 人民政府).
 */
export type Standing = 'word' | 'part' | 'across'

export interface Token {
  readonly word: string
  readonly standing: Standing
  /** Place of the word it stands in, counted from 1. */
  readonly at: number
}

/** Words as a reader reads them, in their order; what is asked for is made of these. */
export const unitsOf = (plain: string): readonly string[] =>
  [...plain.matchAll(runs)].flatMap(([run]) =>
    isHan(run) ? jieba().cut(run, false) : [run.slice(0, longestRun)],
  )

/** Runs of Chinese characters, and of letters and figures, in their order. */
export const runsOf = (plain: string): readonly string[] => [...plain.matchAll(runs)].map(([run]) => run)

/** Every word of the dictionary that stands in the text, however it stands there. */
export function tokensOf(plain: string): readonly Token[] {
  const found: Token[] = []
  let at = 0
  for (const [run] of plain.matchAll(runs)) {
    if (!isHan(run)) {
      found.push({ word: run.slice(0, longestRun), standing: 'word', at: ++at })
      continue
    }
    const units = jieba().cut(run, false)
    const starts = startsOf(units)
    for (const [n, word] of units.entries()) found.push({ word, standing: 'word', at: at + n + 1 })
    for (const { word, from, to, standing } of inside(run, units, starts))
      found.push({ word, standing, at: at + unitAt(starts, standing === 'across' ? from : to - 1) + 1 })
    at += units.length
  }
  return found
}

interface Span {
  readonly word: string
  readonly from: number
  readonly to: number
}

/** Where each unit begins, and where the last ends. */
function startsOf(units: readonly string[]): readonly number[] {
  const starts = [0]
  for (const unit of units) starts.push(starts.at(-1)! + unit.length)
  return starts
}

/** Number of the unit that has the character. */
function unitAt(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** The words of the dictionary in a run that are none of its units. */
function inside(
  run: string,
  units: readonly string[],
  starts: readonly number[],
): readonly (Span & { readonly standing: Standing })[] {
  const spans = spansOf(run)
  const ends = new Set(starts)
  const from = Map.groupBy(spans, (span) => span.from)
  const isUnit = ({ from: begin, to, word }: Span) =>
    units[unitAt(starts, begin)] === word && starts[unitAt(starts, begin)] === begin && ends.has(to)
  return spans
    .filter((span) => !isUnit(span))
    .map((span) => {
      const unit = unitAt(starts, span.from)
      const [begin, end] = [starts[unit]!, starts[unit + 1]!]
      const whole =
        span.to > end
          ? ends.has(span.from) && ends.has(span.to)
          : isMade(from, begin, span.from) && isMade(from, span.to, end)
      return { ...span, standing: whole ? 'part' : 'across' }
    })
}

/** Whether words of two characters and more fill the place without a gap. */
function isMade(from: ReadonlyMap<number, readonly Span[]>, begin: number, end: number): boolean {
  if (begin === end) return true
  return (from.get(begin) ?? []).some(({ to }) => to <= end && isMade(from, to, end))
}

/**
 * All words of two characters and more with their places. The dictionary tells them in the order of their beginnings,
 * shorter ones first, and leaves none out; so the next place at which one stands is where it was found.
 */
function spansOf(run: string): readonly Span[] {
  const spans: Span[] = []
  let [from, length] = [-1, Number.POSITIVE_INFINITY]
  for (const word of jieba().cutAll(run)) {
    if (word.length < 2 || !isHan(word)) continue
    if (!(word.length > length && run.startsWith(word, from))) from = run.indexOf(word, from + 1)
    if (from < 0) break
    length = word.length
    spans.push({ word, from, to: from + length })
  }
  return spans
}
