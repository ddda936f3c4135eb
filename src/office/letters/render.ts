import { chineseNumeral } from '../../law/chinese-numeral.ts'
import { type Citation, formatCitationForPublic, parseCitation } from '../../law/citation.ts'
import { formatChinese, isDay } from '../../law/day.ts'
import { type Fee, feeByPage, feeByPiece } from '../../law/fees.ts'
import { grounds } from '../../law/grounds.ts'
import type { Channel } from '../../law/receipt.ts'
import type { WithheldPart } from '../../law/withheld.ts'
import { oneLine } from '../../writer/letter.ts'
import { type FactKind, type FactName, type FactValues, type FeeAsked, factDefinitions } from './facts.ts'

/** A fact in words: one text, or one for each item of a list. */
export interface Rendered {
  readonly items: readonly string[]
  readonly isList: boolean
  /** For a fee: what its parts say. */
  readonly parts: Readonly<Record<string, string>>
}

/** What is wrong with a value, in Chinese, without the caption. */
type Wrong = { readonly wrong: string }

/** Parts that a template may name behind a dot, and their captions. */
export const feeParts: Readonly<Record<string, string>> = {
  basis: '计收方式',
  cites: '计收依据',
  calculation: '标准和计算',
  amount: '数额',
}

/** How an application came in, as a sentence says it: 以……方式提出. */
const channelWords: Readonly<Record<Channel, string>> = {
  inPerson: '当面提交',
  oral: '口头',
  registeredPost: '邮寄',
  ordinaryPost: '邮寄',
  online: '互联网',
  fax: '传真',
  email: '电子邮件',
}

/** A value as the letter says it. Whatever is not of the fact's kind is refused: it may come from a form or the API. */
export function render(name: FactName, value: unknown): Rendered | Wrong {
  const { kind, options } = factDefinitions[name]
  return renderers[kind](value, options ?? [])
}

/** Several places in the law in one breath: 《政府信息公开条例》第十五条、第三十二条. */
export function citeAll(citations: readonly Citation[]): string {
  let last: string | undefined
  return citations
    .map((citation) => {
      const whole = formatCitationForPublic(citation)
      const instrument = parseCitation(citation)?.instrument
      const repeated = instrument !== undefined && instrument === last
      last = instrument
      return repeated ? withoutTitle(whole) : whole
    })
    .join('、')
}

/** A place in the law without the name of the instrument. */
export function withoutTitle(cited: string): string {
  return cited.replace(/^《.*》/, '')
}

const renderers: {
  readonly [K in FactKind]: (value: unknown, options: readonly string[]) => Rendered | Wrong
} = {
  text: (value) =>
    typeof value === 'string' && oneLine(value) !== ''
      ? one(oneLine(value))
      : { wrong: '应当为文字，不能为空' },
  day: (value) => (isDay(value) ? one(formatChinese(value)) : { wrong: '应当为存在的日期' }),
  count: (value) =>
    Number.isInteger(value) && (value as number) >= 0 ? one(String(value)) : { wrong: '应当为不小于0的整数' },
  channel: (value) =>
    typeof value === 'string' && Object.hasOwn(channelWords, value)
      ? one(channelWords[value as Channel])
      : { wrong: '不是法定的提出方式' },
  list: (value) =>
    isTexts(value)
      ? numbered(value.map((item) => withStop(oneLine(item))))
      : { wrong: '应当至少有一项，每一项不能为空' },
  choice: (value, options) => {
    const chosen = typeof value === 'string' ? [value] : value
    return isTexts(chosen) && chosen.every((item) => options.includes(item))
      ? one(chosen.join('、'))
      : { wrong: `只能在${options.map((option) => `“${option}”`).join('')}中选择` }
  },
  withheld: (value) =>
    Array.isArray(value) && value.length > 0 && value.every(isWithheldPart)
      ? numbered(value.map(withheldText))
      : { wrong: '应当逐项写明内容、理由和依据' },
  fee: (value) => {
    const fee = isFeeAsked(value) ? charge(value) : null
    if (fee === null) return { wrong: '应当写明按件或者按量计收，以及件数或者页数' }
    if (!('amount' in fee)) return { wrong: fee.message.replace(/。$/, '') }
    if (fee.amount === 0) return { wrong: '在免费范围以内，不得收费' }
    return { ...one(`${fee.amount}元`), parts: partsOf(fee) }
  },
}

function one(text: string): Rendered {
  return { items: [text], isList: false, parts: {} }
}

function numbered(texts: readonly string[]): Rendered {
  const items = texts.length === 1 ? texts : texts.map((text, i) => `（${chineseNumeral(i + 1)}）${text}`)
  return { items, isList: true, parts: {} }
}

function withStop(text: string): string {
  return /[。！？；.!?]$/.test(text) ? text.replace(/；$/, '。') : `${text}。`
}

function withheldText({ part, reason, ground }: WithheldPart): string {
  const words = [part, reason].map((text) => oneLine(text).replace(/[。；]+$/, ''))
  const decision = ground === null ? '不予提供' : `依据${citeAll(grounds[ground].cites)}，不予公开`
  return `${words[0]}：${words[1]}，${decision}。`
}

function charge(asked: FeeAsked) {
  return asked.basis === 'piece' ? feeByPiece(asked.quantity, asked.before) : feeByPage(asked.quantity)
}

function partsOf(fee: Fee): Readonly<Record<string, string>> {
  return {
    basis: fee.basis === 'piece' ? '按件计收' : '按量计收',
    cites: citeAll(fee.cites),
    calculation: fee.because.replace(/。$/, ''),
    amount: `${fee.amount}元`,
  }
}

function isTexts(value: unknown): value is FactValues['list'] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === 'string' && oneLine(item) !== '')
  )
}

function isWithheldPart(value: unknown): value is WithheldPart {
  if (typeof value !== 'object' || value === null) return false
  const { part, reason, ground } = value as Partial<WithheldPart>
  return isTexts([part, reason]) && (ground === null || Object.hasOwn(grounds, String(ground)))
}

function isFeeAsked(value: unknown): value is FeeAsked {
  if (typeof value !== 'object' || value === null) return false
  const { basis, quantity } = value as Partial<FeeAsked>
  return (basis === 'piece' || basis === 'page') && typeof quantity === 'number'
}
