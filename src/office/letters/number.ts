/** 发文字号 and the series they run in. Which number is next, and that none is lost, is the store's. */

import { oneLine } from '../../writer/letter.ts'
import { type LetterKind, letters } from './letters.ts'
import { type Problem, problem } from './problem.ts'

export interface NumberScheme {
  /** 机关代字, such as 示. */
  readonly code: string
  /** With the places {代字} {类型} {年} {号}; 年 and 号 are needed. */
  readonly pattern: string
  /** Words in place of the software's own, by kind of letter. */
  readonly words: { readonly [Kind in LetterKind]?: string }
}

/** GB/T 9704-2012 7.2.5: 机关代字、年份、发文顺序号; 六角括号, no 第, no leading zero: 示公开〔2026〕12号. */
export const defaultPattern = '{代字}{类型}〔{年}〕{号}号'

/** The scheme of an organ that has settled nothing but its 代字. */
export function defaultScheme(code: string): NumberScheme {
  return { code, pattern: defaultPattern, words: {} }
}

const places = ['代字', '类型', '年', '号'] as const

/** What keeps a scheme from being used. */
export function checkScheme({ code, pattern, words }: NumberScheme): readonly Problem[] {
  const used = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, place]) => place as string)
  return [
    ...used
      .filter((place) => !(places as readonly string[]).includes(place))
      .map((place) =>
        bad(place, `文号格式中的“{${place}}”不认识，可以使用${places.map((p) => `{${p}}`).join('')}。`),
      ),
    ...(['年', '号'] as const)
      .filter((place) => !used.includes(place))
      .map((place) => bad(place, `文号格式中缺少“{${place}}”。`)),
    ...(used.includes('代字') && oneLine(code) === '' ? [bad('代字', '缺少机关代字。')] : []),
    ...Object.entries(words)
      .filter(([, word]) => oneLine(word) === '')
      .map(([kind]) => bad(kind, `文书“${letters[kind as LetterKind].title}”的文号类型不能为空。`)),
  ]
}

/**
 * The series a kind of letter is numbered in, to be used as its key. Two kinds whose numbers would print alike are
 * in one series, so that no number is printed twice.
 */
export function seriesOf(scheme: NumberScheme, kind: LetterKind): string {
  return scheme.pattern.includes('{类型}') ? wordOf(scheme, kind) : '公开'
}

/** 发文字号. Year and number are whole and positive, anything else is a problem; null leaves the number open. */
export function formatNumber(
  scheme: NumberScheme,
  kind: LetterKind,
  year: number,
  number: number | null,
): string | readonly Problem[] {
  const problems = [
    ...checkScheme(scheme),
    ...(Number.isInteger(year) && year >= 1900 && year <= 2999
      ? []
      : [bad('年', '文号的年份应当为四位数字。')]),
    ...(number === null || (Number.isSafeInteger(number) && number >= 1)
      ? []
      : [bad('号', '文号的顺序号应当为不小于1的整数。')]),
  ]
  if (problems.length > 0) return problems
  const values: Readonly<Record<string, string>> = {
    代字: oneLine(scheme.code),
    类型: wordOf(scheme, kind),
    年: String(year),
    号: number === null ? ' ' : String(number),
  }
  return scheme.pattern.replace(/\{([^{}]*)\}/g, (_, place: string) => values[place] ?? '')
}

function wordOf({ words }: NumberScheme, kind: LetterKind): string {
  return oneLine(words[kind] ?? letters[kind].series)
}

function bad(name: string, message: string): Problem {
  return problem('badNumber', name, message)
}
