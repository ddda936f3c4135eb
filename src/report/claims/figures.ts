/** The figures of a sentence that count something, each with the words before and behind it. */

import { beginsNumeral, numeralAt } from './numeral.ts'
import type { Span } from './squeeze.ts'

export interface Figure extends Span {
  readonly value: number
  readonly approximate: boolean
  /** The unit as printed, without 万; empty for a bare nought (均为0). */
  readonly unit: string
  /** Words before the figure within its clause, bracketed remarks and empty words (共计、数量为) removed. */
  readonly lead: string
  /** The clause from its beginning to the figure, as printed. */
  readonly clause: string
  /** Words behind the figure up to the next mark or figure. */
  readonly tail: string
  /** What stands between the figure before and this one; for the first, from the beginning of the sentence. */
  readonly between: string
}

const units = [
  '人次',
  '场次',
  '条次',
  '件次',
  '批次',
  '件',
  '条',
  '篇',
  '份',
  '个',
  '项',
  '起',
  '宗',
  '例',
  '次',
  '期',
  '场',
  '则',
  '部',
  '人',
  '名',
  '元',
  '家',
  '批',
  '组',
  '册',
  '%',
]

/** Han numerals are figures only before these, where they are not part of a word. */
const hanUnits = new Set(['件', '起', '宗', '条', '篇', '份', '例'])
/** Characters before a digit that make it part of a name, a date, a number or a range. */
const glued = /[0-9A-Za-z.+/_@#第〔□~—–-]/
/** What turns 个 into a duration. */
const duration = /^个(?:月|工作日|自然日|小时|多月|半月)/
const openers = '(,;:。\n'

/** Words before a figure that add nothing to what it counts, longest first. */
const emptyWords = [
  '总数量',
  '总数为',
  '总件数',
  '总量为',
  '数量为',
  '件数为',
  '累计达',
  '总数',
  '总量',
  '总计',
  '共计',
  '合计',
  '累计',
  '数量',
  '件数',
  '条数',
  '篇数',
  '共有',
  '共为',
  '达到',
  '约有',
  '将近',
  '接近',
  '超过',
  '大约',
  '不足',
  '不少于',
  '仅有',
  '总',
  '共',
  '计',
  '数',
  '为',
  '了',
  '达',
  '有',
  '是',
  '约',
  '近',
  '超',
  '逾',
  '仅',
  '的',
  ':',
  '》',
  '”',
  '’',
  '"',
  ' ',
]

const approximateBefore = /(?:约|近|超|逾|超过|将近|接近|大约|约有|不足|不少于|不低于|至少)$/
const approximateBehind = /^(?:以上|左右|上下|以内|余|多)/
const farthest = 90

const byLast = Map.groupBy(emptyWords, (word) => word.at(-1) as string)

/** Removes empty words from the end of a lead. */
export const trimLead = (lead: string): string => {
  let rest = lead
  for (let turn = 0; turn < 8; turn++) {
    const word = byLast.get(rest.at(-1) ?? '')?.find((w) => rest.endsWith(w))
    if (word === undefined) break
    rest = rest.slice(0, rest.length - word.length)
  }
  return rest
}

interface Found {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly approximate: boolean
  readonly unit: string
}

const byFirst = Map.groupBy(units, (unit) => unit[0] as string)

const unitAt = (text: string, at: number): string => {
  const unit = byFirst.get(text[at] ?? '')?.find((u) => text.startsWith(u, at)) ?? ''
  return unit === '个' && duration.test(text.slice(at, at + 5)) ? '' : unit
}

const oneOnly = /^[,;。:、)\n]?$/
const oneCase = /^(?:政府信息公开|信息公开|依申请公开|行政复议|行政诉讼)/

const found = (text: string, start: number, from: number): Found | null => {
  const numeral = numeralAt(text, start)
  if (!numeral) return null
  const unit = unitAt(text, numeral.end)
  const end = numeral.end + unit.length
  const before = text[start - 1] ?? ''
  if (numeral.script === 'han') {
    if (!hanUnits.has(unit) || /[第每任哪某几数一统十百千万]/.test(before)) return null
    // 一件: an idiom unless the clause ends there (收到申请一件，).
    if (numeral.value <= 1 && !oneOnly.test(text[end] ?? '') && !oneCase.test(text.slice(end, end + 6)))
      return null
  } else {
    // A sign belongs to the figure only in a percentage: 同比-77.8%.
    const signed = before === '-' && unit === '%' && !/[0-9]/.test(text[start - 2] ?? '')
    if (glued.test(before) && !signed) return null
    if (before === ' ' && /[0-9A-Za-z]/.test(text[start - 2] ?? '')) return null
    if (/[至到]/.test(before) && /[0-9]/.test(text[start - 2] ?? '')) return null
    if (unit === '' && !(numeral.value === 0 && before === '为' && oneOnly.test(text[end] ?? ''))) return null
  }
  const approximate =
    numeral.approximate ||
    approximateBefore.test(text.slice(Math.max(from, start - 4), start)) ||
    approximateBehind.test(text.slice(end, end + 2))
  return { start, end, value: numeral.value, approximate, unit }
}

/**
 * Beginning of the clause of a figure: back to a mark or the figure before; a bracketed remark without figures
 * just before the figure (部分公开（区分处理的）3件) is stepped over.
 */
const clauseStart = (text: string, from: number, to: number): number => {
  for (let i = to - 1; i >= Math.max(from, to - farthest); i--) {
    const c = text[i] as string
    if (c === ')') {
      const open = text.lastIndexOf('(', i)
      if (open < from || i - open > 40) return i + 1
      i = open
    } else if (openers.includes(c)) return i + 1
  }
  return Math.max(from, to - farthest)
}

const remark = /\([^()]{0,40}\)/g
const strip = (words: string): string => trimLead(words.includes('(') ? words.replace(remark, '') : words)
const conjunctions = /^[、,;:)和及与\s]+/

const tailOf = (text: string, from: number, to: number): string => {
  let end = from
  while (end < to && end - from < 60 && !',;:()、\n。'.includes(text[end] as string)) end++
  return text.slice(from, end)
}

/** The figures of one sentence, in order. */
export const figures = (text: string, sentence: Span): Figure[] => {
  const all: Found[] = []
  let from = sentence.start
  for (let i = sentence.start; i < sentence.end; i++) {
    if (!beginsNumeral(text[i] as string)) continue
    const figure = found(text, i, from)
    if (figure) {
      all.push(figure)
      from = figure.end
      i = figure.end - 1
    } else while (i + 1 < sentence.end && beginsNumeral(text[i + 1] as string)) i++
  }
  return all.map((figure, k) => {
    const before = all[k - 1]?.end ?? sentence.start
    const start = clauseStart(text, before, figure.start)
    let lead = strip(text.slice(start, figure.start).replace(conjunctions, ''))
    let clause = text.slice(start, figure.start)
    // 共收到申请，共计 81 件: the clause of the figure alone says nothing, the one before it does.
    if (lead === '' && start > before && text[start - 1] === ',') {
      const earlier = clauseStart(text, before, start - 1)
      lead = strip(text.slice(earlier, start - 1).replace(conjunctions, ''))
      clause = text.slice(earlier, figure.start)
    }
    return {
      ...figure,
      lead,
      clause,
      tail: tailOf(text, figure.end, all[k + 1]?.start ?? sentence.end),
      between: text.slice(Math.max(before, figure.start - 200), figure.start),
    }
  })
}
