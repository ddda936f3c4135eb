/** Figures that are said in words: 未发生行政复议 is nought, 均予以公开 is all of them. */

import type { Metric } from './claim.ts'
import { type ResultId, resultIn } from './classify.ts'
import type { Span } from './squeeze.ts'

export interface Worded extends Span {
  readonly metric: Metric
}

/** Longest first, so that 未收到 is not taken for 未. */
const negators = [
  '没有收到',
  '没有收取',
  '没有发生',
  '没有产生',
  '没有因',
  '未发生',
  '未收到',
  '未受理',
  '未接到',
  '未接收',
  '未产生',
  '未引发',
  '未引起',
  '未出现',
  '未收取',
  '无收取',
  '不存在',
  '未因',
  '未被',
  '未有',
  '未向',
  '未对',
  '没有',
  '无',
]
const receiving = /收到|受理|接到|接收/
const farthest = 60
/** Words in which 无 is no negation of what follows. */
const compounds = /^无(?:障|偿|关|法|效|线|正当|论|需|纸|人机|形|条件|权|锡|理|缝|误|微|锁|界|重大|法律)/
/** What is denied is then a quality of the cases, not the cases. */
const qualified =
  /不当|不及时|不规范|不到位|超期|逾期|违规|违法|败诉|撤销|变更|维持|纠错|纠正|投诉|复议后|未经|现成/
const requestsDenied =
  /^(?:任何)?(?:公民|群众|新收|收到|受理|的|书面)*(?:政府)?(?:依申请公开|信息公开申请)(?:政府信息)?(?:的)?(?:事项|件|情况|案件|信息|申请)*$/
const noughtFee = /^[^,;。]{0,12}(?:为零|为无|:无|为0(?!\d))/

const deniedIn = (negator: string, region: string): readonly Metric[] => {
  const fee = region.includes('处理费') || (/[收取]/.test(negator + region) && /费用?|收费/.test(region))
  if (fee && /取|处理费|未[向对]/.test(negator + region)) return ['processingFee']
  if (qualified.test(region)) return []
  const disputed: Metric[] = [
    ...(region.includes('复议') ? (['reconsideration'] as const) : []),
    ...(/诉讼|应诉/.test(region) ? (['litigation'] as const) : []),
  ]
  if (disputed.length > 0) return disputed
  const requests = receiving.test(negator)
    ? /信息公开.{0,8}申请|依申请公开|^(?:任何)?申请/.test(region)
    : negator.startsWith('无') || negator === '没有'
      ? requestsDenied.test(region)
      : false
  return requests ? ['received'] : []
}

/** What a sentence denies. `counted` says whether a figure stands between two places of the text. */
export const denials = (
  text: string,
  sentence: Span,
  counted: (start: number, end: number) => boolean,
): Worded[] => {
  const found: Worded[] = []
  for (let i = sentence.start; i < sentence.end; i++) {
    const c = text[i] as string
    if (c === '处' && text.startsWith('处理费', i) && noughtFee.test(text.slice(i + 3, i + 22))) {
      found.push({ metric: 'processingFee', start: i, end: i + 3 })
      continue
    }
    if (!'没未无不'.includes(c)) continue
    const negator = negators.find((n) => text.startsWith(n, i))
    if (!negator || (c === '无' && (compounds.test(text.slice(i, i + 4)) || text[i - 1] === '有'))) continue
    const from = i + negator.length
    let end = from
    while (end < sentence.end && end - from < farthest && !',;。:(\n'.includes(text[end] as string)) end++
    if (counted(i, end)) continue
    for (const metric of deniedIn(negator, text.slice(from, end))) found.push({ metric, start: i, end })
    i = end - 1
  }
  return found
}

const all = /均|都|全部|全为/
const universal: readonly (readonly [string, Metric])[] = [
  ['部分公开', 'partial'],
  ['不予公开', 'denied'],
  ['不予处理', 'declined'],
  ['无法提供', 'unavailable'],
  ['予以公开', 'granted'],
  ['同意公开', 'granted'],
]

/** The outcome that a clause without figures says of all requests, or null. */
export const outcomeOfAll = (clause: string): Metric | null => {
  const plain = clause.replace(/[。,;)]+$/, '').replace(/(?:情形|处理|答复|的)$/, '')
  if (!all.test(plain) || plain.length > 24 || /率|主动|应当|及时/.test(plain)) return null
  return universal.find(([words]) => plain.endsWith(words))?.[1] ?? null
}

/** The result that a clause without figures says of the cases before it (结果维持; 原告撤诉), or null. */
export const resultOfAll = (clause: string): { id: ResultId; every: boolean } | null => {
  if (clause.length > 24 || /[率应可]/.test(clause)) return null
  const result = resultIn(clause)
  return result && { id: result.id, every: all.test(clause) }
}

/** The clauses of a stretch of text, cut at marks. */
export const clauses = (text: string, from: number, to: number): Span[] => {
  const found: Span[] = []
  let start = from
  for (let i = from; i <= to; i++)
    if (i === to || ',;。:()\n'.includes(text[i] as string)) {
      if (i > start) found.push({ start, end: i })
      start = i + 1
    }
  return found
}
