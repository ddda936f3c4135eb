/** 发文字号 and the series they run in. Which number is next, and that none is lost, is the store's. */

import { oneLine } from '../../writer/letter.ts'
import { checkLetterNumbering, defaultNumbering, numberBy } from '../organs/numbering.ts'
import { type LetterKind, letters } from './letters.ts'
import { type Problem, problem } from './problem.ts'

export interface NumberScheme {
  /** 机关代字, such as 示. */
  readonly code: string
  /** As the list of organs has it: `numbering.ts` knows its placeholders. */
  readonly pattern: string
  /** Words in place of the software's own, by kind of letter. */
  readonly words: { readonly [Kind in LetterKind]?: string }
}

/** The scheme of an organ that has settled nothing but its 代字. */
export function defaultScheme(code: string): NumberScheme {
  return { code, pattern: defaultNumbering, words: {} }
}

/** What keeps a scheme from being used. */
export function checkScheme(scheme: NumberScheme): readonly Problem[] {
  const { code, pattern, words } = scheme
  const prefix = oneLine(code)
  const wanting = [
    ...(pattern.includes('{代字}') && prefix === '' ? [bad('代字', '缺少机关代字。')] : []),
    ...Object.entries(words)
      .filter(([, word]) => oneLine(word) === '')
      .map(([kind]) => bad(kind, `文书“${letters[kind as LetterKind].title}”的文号类型不能为空。`)),
  ]
  if (wanting.length > 0) return wanting
  const types = ['granted', ...Object.keys(words)].map((kind) => wordOf(scheme, kind as LetterKind))
  const faults = types.map((type) => checkLetterNumbering(pattern, { prefix, type }))
  return [...new Set(faults)].flatMap((fault) => (fault === null ? [] : [bad('编号规则', `${fault}。`)]))
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
      : [bad('序号', '文号的顺序号应当为不小于1的整数。')]),
  ]
  if (problems.length > 0) return problems
  return numberBy(scheme.pattern, {
    prefix: oneLine(scheme.code),
    type: wordOf(scheme, kind),
    year,
    number,
  })
}

function wordOf({ words }: NumberScheme, kind: LetterKind): string {
  return oneLine(words[kind] ?? letters[kind].series)
}

function bad(name: string, message: string): Problem {
  return problem('badNumber', name, message)
}
