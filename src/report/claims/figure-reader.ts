/** Reads one figure: what it counts, whether it is a part, of which scope it speaks. */

import type { Metric } from './claim.ts'
import { classify, resultIn } from './classify.ts'
import {
  applicantMetrics,
  type Draft,
  disputeTotals,
  family,
  isResult,
  outcomeMetrics,
  type PartList,
  requestTotals,
} from './draft.ts'
import type { Figure } from './figures.ts'
import { arrivalOf, channelOf, classPublished, hasNoName, labelOf } from './label.ts'
import type { Topic } from './lexicon/entry.ts'
import { divisible, unnamedPart } from './lists.ts'
import { afterTotal, including, membership, openFor } from './membership.ts'
import { resumesWhole, scopeOf } from './scope.ts'
import type { Span } from './squeeze.ts'
import { headOf, note, type State } from './state.ts'

export interface Surroundings {
  readonly sentence: Span
  readonly words: string
  readonly topics: ReadonlySet<Topic>
  /** First figure of its sentence. */
  readonly first: boolean
  readonly aboutDisclosure: boolean
}

const limitable: ReadonlySet<Metric> = new Set(['received', 'handled', 'processed', 'answered'])
const excluding = /不含|不包括|另|加上|此外|除/
const includedInWords = /[(,](?:其中)?含[^()\d]{0,10}结转[^()\d]{0,14}[),]/

interface Reading {
  readonly metric: Metric | null
  readonly label?: string
  readonly scope?: string
}

const resultOf = (state: State, figure: Figure): Reading | null => {
  const own = /诉讼|起诉|应诉/.test(figure.lead)
    ? 'litigation'
    : figure.lead.includes('复议')
      ? 'reconsideration'
      : null
  const base = state.dispute?.metric
  if (own === null && base === undefined) return null
  const words = resultIn(figure.lead) ? figure.lead : figure.tail
  const result = resultIn(words)
  if (!result || /率/.test(words)) return null
  const of = own ?? (base === 'disputes' ? null : base === 'reconsideration' ? base : 'litigation')
  if (of === null) return { metric: null }
  const block =
    base === 'litigationDirect' ? '未经复议直接起诉' : base === 'litigationAfter' ? '复议后起诉' : ''
  return {
    metric: `${of}${result.id}`,
    ...(!result.formal && { label: labelOf(figure) || words }),
    ...(block !== '' && own === null && { scope: block }),
  }
}

const acting = /收到|受理|接收|办理/
const fieldOfWork = /(?:^|[;…])[一二三四五六七八九十]{1,2}是([^,。;:]{2,30})/

const read = (state: State, figure: Figure, { topics, words }: Surroundings): Reading => {
  const about = state.requests ? new Set<Topic>([...topics, 'requests']) : topics
  const metric = classify(figure, about, state.setting.year)
  if (metric === null || disputeTotals.has(metric)) {
    const result = metric === null ? resultOf(state, figure) : null
    if (result) return result
  }
  if (metric !== null && limitable.has(metric)) {
    const channel = channelOf(figure.clause)
    if (channel) {
      // 通过网站收到 5 件，办结 5 件: what follows is of that channel as well.
      if (metric === 'received') state.carriedScope = { scope: channel, family: 'requests' }
      return { metric: 'requestsPart', label: channel }
    }
  }
  if (metric === 'proactive') {
    const channel = channelOf(figure.clause)
    if (channel) return { metric, label: channel }
    // 全年…13000 条。一是强化基层公开，公开信息 160 条: a field of the work, not the whole again.
    const field = fieldOfWork.exec(words)?.[1]
    const again = state.totals.some((t) => t.metric === 'proactive')
    return field && again && !figure.lead.includes('主动')
      ? { metric: 'proactivePart', label: field }
      : { metric }
  }
  return { metric }
}

/** Whether carried-in requests are said to be among those counted before. */
const noteCarriedIn = (state: State, figure: Figure): void => {
  const whole = state.last
  if (!whole || !/^(?:received|answered|processed)$/.test(whole.metric)) return
  if (excluding.test(figure.between)) return
  if (including.test(figure.between)) whole.includes = 'carriedIn'
  else if (figure.between.startsWith('(') && whole.metric !== 'answered') whole.scope ??= '是否含上年结转不明'
}

/** Parts are of the scope of their total; outcomes of the requests of one channel are that channel's. */
const scopeOfPart = (whole: Draft): string | undefined =>
  whole.scope ?? (whole.metric === 'requestsPart' ? whole.label : undefined)

const basisOf = (state: State, list: PartList | undefined): Draft['basis'] => {
  const whole = list?.whole ?? state.totals.findLast((t) => /^(?:received|handled|answered)$/.test(t.metric))
  if (whole?.metric === 'received') return whole.includes ? 'handled' : 'received'
  return whole?.metric === 'handled' || whole?.metric === 'answered' ? whole.metric : undefined
}

const scopeFor = (state: State, figure: Figure, metric: Metric, around: Surroundings): string | null => {
  const { text, setting } = state
  const own = scopeOf({
    head: headOf(text, around.sentence, figure.start),
    clause: figure.clause,
    metric,
    year: setting.year,
    organ: setting.organ,
    aboutDisclosure: around.aboutDisclosure,
  })
  const kind = family(metric)
  if (own !== null) {
    if (!/年|时间/.test(own)) state.carriedScope = { scope: own, family: kind }
    return own
  }
  if (resumesWhole(figure.clause)) state.carriedScope = null
  return state.carriedScope?.family === kind ? state.carriedScope.scope : null
}

/** 36 件，其中新收 34 件，上年结转 2 件: the figure before was of both together. */
const splitsWhole = (figure: Figure, metric: Metric | null, list: PartList): boolean =>
  metric === 'received' &&
  figure.lead.includes('新收') &&
  /^(?:received|processed|handled)$/.test(list.whole.metric)

/** What a figure of unknown kind may be divided into, as well as a total of the report. */
const dependent = (metric: Metric): boolean =>
  outcomeMetrics.has(metric) || applicantMetrics.has(metric) || metric === 'proactive' || isResult(metric)

/** 两件都属于…: the same ones spoken of again. */
const again = /^(?:都|均|全部|皆)/

/** Takes a figure down if it counts something. */
const take = (state: State, figure: Figure, around: Surroundings): void => {
  if (again.test(figure.tail)) return
  const reading = read(state, figure, around)
  let { metric } = reading
  if (state.orphaned && (metric === null || dependent(metric))) return
  if (metric === 'carriedIn') noteCarriedIn(state, figure)
  let member = membership(state, figure, metric)
  let { label } = reading
  if (member && splitsWhole(figure, metric, member.list)) {
    member.list.whole.metric = 'handled'
    member = null
  } else if (member && (metric === null || member.by === 'unit' || metric === 'proactive')) {
    label = hasNoName(figure) ? state.last?.label : label || labelOf(figure)
    if (!label) return
    const channel = arrivalOf(figure)
    metric = unnamedPart(member.list.whole.metric)
    if (metric === 'requestsPart' && channel) member = { ...member, by: 'channel' }
    // 其中，教育局收到 3 件，办结 3 件: so is what follows of that organ.
    else if (metric === 'requestsPart' && acting.test(label))
      state.carriedScope = { scope: label, family: 'requests' }
  } else if (metric === null) {
    const channel = state.requests ? arrivalOf(figure) : null
    if (channel) {
      const list = afterTotal(state, figure)
      metric = 'requestsPart'
      label = channel
      member = list && { list, by: 'channel' }
    } else {
      // 公开批准 79 条、采购信息 49 条: the verb holds on.
      const goesOn =
        state.last?.metric === 'proactivePart' &&
        (/^[、和及]/.test(figure.between) || (figure.between.startsWith(',') && figure.lead.endsWith('信息')))
      label = classPublished(figure) ?? (goesOn ? labelOf(figure) : undefined)
      if (!label) return
      metric = 'proactivePart'
    }
  }
  if (metric === null) return
  const scope =
    reading.scope ?? (member ? scopeOfPart(member.list.whole) : scopeFor(state, figure, metric, around))
  const basis = applicantMetrics.has(metric) ? basisOf(state, member?.list) : undefined
  const nearby = state.text.slice(Math.max(0, figure.start - 30), figure.end + 30)
  const draft: Draft = {
    metric,
    value: figure.value,
    approximate: figure.approximate,
    unit: figure.unit,
    form: 'stated',
    start: figure.start,
    end: figure.end,
    sentence: state.sentence,
    ...(label && { label }),
    ...(scope && { scope }),
    ...(basis && { basis }),
    ...(metric === 'received' && includedInWords.test(nearby) && { includes: 'carriedIn' }),
    ...(member && { list: member.list, by: member.by }),
  }
  member?.list.parts.push(draft)
  if (disputeTotals.has(metric)) state.dispute = draft
  else if (isResult(metric)) state.dispute = sameFamily(state, metric) ?? state.dispute
  if (requestTotals.has(metric)) state.requests = true
  note(state, draft, divisible(draft) && !isResult(metric) && !outcomeMetrics.has(metric))
}

/** The total a result is of; the next result without a name is of the same. */
const sameFamily = (state: State, metric: Metric): Draft | undefined =>
  state.totals.findLast(
    (t) =>
      t.sentence === state.sentence &&
      disputeTotals.has(t.metric) &&
      metric.startsWith(t.metric.startsWith('litigation') ? 'litigation' : t.metric),
  )

/** Reads a figure that is no percentage. */
export const readFigure = (state: State, figure: Figure, around: Surroundings): void => {
  openFor(state, figure, around)
  const before = state.drafts.length
  take(state, figure, around)
  if (state.drafts.length === before) state.last = null
}
