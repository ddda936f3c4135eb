/**
 * Whether a relation of a table holds over what was read: three-valued, exact, and without taking a blank cell
 * for a zero. A blank cell is a figure that is not known, but a count is never negative.
 */

import { difference, sum } from './decimal.ts'
import { type Equation, equations, scopeName, sideWords, termName } from './equations.ts'
import { cellAt, type FormRule, type Table } from './form.ts'
import { figureOf, type Reading, type Readings, readingAt } from './reading.ts'
import type { Side, Verdict } from './report.ts'

/** What is known of a sum of cells. */
export interface Extent {
  /** Exact sum of the figures that are known. */
  readonly known: number
  /** The sum lies between these; equal where everything is known, infinite where nothing bounds it. */
  readonly low: number
  readonly high: number
  /** Cells without a figure, with what they show instead. */
  readonly unknown: readonly { readonly key: string; readonly reading: Reading }[]
  /** True where at least one cell has a figure. */
  readonly some: boolean
}

const bounds = (reading: Reading, signed: boolean): readonly [number, number] => {
  const figure = figureOf(reading)
  if (figure !== null) return [figure, figure]
  const least = signed ? Number.NEGATIVE_INFINITY : 0
  if (reading.kind !== 'ambiguous') return [least, Number.POSITIVE_INFINITY]
  const figures = reading.candidates.filter((candidate) => candidate !== null)
  if (figures.length === 0) return [least, Number.POSITIVE_INFINITY]
  return figures.length === reading.candidates.length
    ? [Math.min(...figures), Math.max(...figures)]
    : [Math.min(least, ...figures), Number.POSITIVE_INFINITY]
}

/** Sum that is exact where every term is finite. */
const total = (values: readonly number[]): number =>
  values.every(Number.isFinite) ? sum(values) : values.reduce((a, b) => a + b, 0)

/** What is known of the sum of some cells of a table. */
export const extent = (table: Table, keys: readonly string[], readings: Readings): Extent => {
  const read = keys.map((key) => ({ key, reading: readingAt(readings, key) }))
  const limits = read.map(({ key, reading }) => bounds(reading, cellAt(table, key)?.value === 'signed'))
  const unknown = read.filter(({ reading }) => figureOf(reading) === null)
  return {
    known: sum(read.map(({ reading }) => figureOf(reading) ?? 0)),
    low: total(limits.map(([low]) => low)),
    high: total(limits.map(([, high]) => high)),
    unknown,
    some: unknown.length < keys.length,
  }
}

/** Nothing printed where a figure belongs: blank, or a dash or slash. */
export const isEmpty = (reading: Reading): boolean => reading.kind === 'blank' || reading.kind === 'dash'

/** True where the only thing wanting is figures that were left out in print. */
export const onlyEmpty = ({ unknown }: Extent): boolean => unknown.every(({ reading }) => isEmpty(reading))

/** What a relation comes to. */
export interface Judgement {
  readonly equation: Equation
  readonly verdict: Verdict
  readonly left: Side
  readonly right: Side
  /** Cells without which it cannot be decided. */
  readonly unknown: Extent['unknown']
  /** One plain Chinese sentence with both figures and the difference. */
  readonly message: string
}

/** What is printed is quoted up to this length. */
const longest = 12

/** What a cell shows instead of a figure, in words. */
export const shown = (reading: Reading): string => {
  switch (reading.kind) {
    case 'blank':
      return '空白'
    case 'dash':
      return `“${reading.raw.trim() || '/'}”`
    case 'illegible':
      return reading.raw.trim().length > longest ? '无法辨认' : `“${reading.raw.trim()}”`
    case 'absent':
      return '未见'
    case 'ambiguous': {
      const few = reading.candidates.slice(0, 4).map((candidate) => candidate ?? '空白')
      return few.join('或') + (reading.candidates.length > few.length ? '等' : '')
    }
    default:
      return String(reading.value)
  }
}

/** More terms than this are listed without their zeros and empty cells. */
const many = 6

const sideText = (equation: Equation, keys: readonly string[], readings: Readings): string => {
  const read = keys.map((key) => ({ name: termName(equation, key), reading: readingAt(readings, key) }))
  const terms = read.map(({ name, reading }) => {
    const figure = figureOf(reading)
    return { figure, text: figure === null ? `${name}（${shown(reading)}）` : `${name} ${figure}` }
  })
  if (keys.length <= many) return terms.map(({ text }) => text).join(' + ')
  const telling = terms.filter(({ figure }) => figure !== null && figure !== 0).map(({ text }) => text)
  const empty = terms.filter(({ figure }) => figure === null).length
  return (telling.join(' + ') || '各项均为 0 或未填') + (empty > 0 ? `（另有 ${empty} 项无数字）` : '')
}

/** The figures that the one open cell may have, where there is one such cell only; null otherwise. */
export const alternatives = (unknown: Extent['unknown']): readonly number[] | null => {
  const [only, ...others] = unknown
  if (only?.reading.kind !== 'ambiguous' || others.length > 0) return null
  const figures = only.reading.candidates.filter((candidate) => candidate !== null)
  return figures.length === only.reading.candidates.length ? figures : null
}

const decide = (equation: Equation, left: Extent, right: Extent): Verdict => {
  if (equation.relation === '>=')
    return left.low >= right.high ? 'holds' : left.high < right.low ? 'broken' : 'undecidable'
  if (left.low > right.high || right.low > left.high) return 'broken'
  if (left.low === left.high && right.low === right.high) return 'holds'
  const open = [...left.unknown, ...right.unknown]
  const gap = difference(left.known, right.known)
  const wanted = left.unknown.length > 0 ? -gap : gap
  if (alternatives(open)?.includes(wanted) === false) return 'broken'
  const totals = [equation.left, equation.right].filter((keys) => keys.length === 1).flat()
  const agreed = gap === 0 && open.every(({ reading }) => isEmpty(reading))
  return agreed && !open.some(({ key }) => totals.includes(key)) ? 'holds' : 'undecidable'
}

const spokenSide = (equation: Equation, keys: readonly string[], readings: Readings, at: Extent): string => {
  const exact = at.low === at.high
  const words = keys.length > many ? sideWords(equation, keys) : sideText(equation, keys, readings)
  if (exact && keys.length === 1) return words
  if (exact) return keys.length > many ? `${words} ${at.known}` : `${words} = ${at.known}`
  return keys.length === 1 || !at.some ? words : `${words}，已知部分合计 ${at.known}`
}

const sentence = (
  equation: Equation,
  verdict: Verdict,
  readings: Readings,
  left: Extent,
  right: Extent,
): string => {
  const l = spokenSide(equation, equation.left, readings, left)
  const r = spokenSide(equation, equation.right, readings, right)
  const exact = left.low === left.high && right.low === right.high
  const gap = Math.abs(difference(left.known, right.known))
  const end =
    verdict === 'undecidable'
      ? '无法判断'
      : verdict === 'holds'
        ? '相符'
        : equation.relation === '>='
          ? `前者不应小于后者，少 ${gap}`
          : exact
            ? `相差 ${gap}`
            : '无论未知各格为何数都不相等'
  return `${scopeName(equation)}：${l}，${r}，${end}。`
}

/** Judges a relation; null where none of its cells shows anything, so that there is nothing to judge. */
export const judge = (equation: Equation, readings: Readings): Judgement | null => {
  const left = extent(equation.table, equation.left, readings)
  const right = extent(equation.table, equation.right, readings)
  const silent = ({ unknown, some }: Extent) =>
    !some && unknown.every(({ reading }) => isEmpty(reading) || reading.kind === 'absent')
  if (silent(left) && silent(right)) return null
  const verdict = decide(equation, left, right)
  const side = (keys: readonly string[], at: Extent): Side => ({
    text: sideText(equation, keys, readings),
    value: at.low === at.high ? at.known : null,
  })
  return {
    equation,
    verdict,
    left: side(equation.left, left),
    right: side(equation.right, right),
    unknown: [...left.unknown, ...right.unknown],
    message: sentence(equation, verdict, readings, left, right),
  }
}

/** Every relation of the tables, or those of one rule, that says something about these readings. */
export const judgements = (
  tables: readonly Table[],
  readings: Readings,
  rule?: FormRule,
): readonly Judgement[] =>
  tables.flatMap((table) =>
    equations(table)
      .filter((equation) => rule === undefined || equation.rule === rule)
      .map((equation) => judge(equation, readings))
      .filter((judgement) => judgement !== null),
  )
