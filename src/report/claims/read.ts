/** Reads the claims of a squeezed text, sentence by sentence. */

import { readChange } from './change.ts'
import type { Metric } from './claim.ts'
import { type Draft, disputeTotals, requestTotals } from './draft.ts'
import { readFigure } from './figure-reader.ts'
import { type Figure, figures } from './figures.ts'
import type { Topic } from './lexicon/entry.ts'
import { ofDisclosure, scopeOf } from './scope.ts'
import { spread } from './spread.ts'
import { type Span, sentences } from './squeeze.ts'
import { begin, closeBrackets, closeLists, headOf, type Setting, type State } from './state.ts'
import { clauses, denials, outcomeOfAll, resultOfAll } from './worded.ts'

const subheading = /^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)/
/** 依申请公开 25 件, 依申请公开类: there it is the class of a document. */
const requestWords = /信息公开申|公开申请|依申请公开(?!\d|类|属性|文件|公文)/
/** Sentences about what is to be done state no figures of the year. */
const plans = /下一步|力争|争取达到|计划新增/
const continued = /^(?:其中|包括|分别为)/

const topicsOf = (state: State, words: string): ReadonlySet<Topic> => {
  const topics = new Set<Topic>()
  if (state.requests) topics.add('requests')
  const money = state.totals.some((t) => t.metric === 'processingFee' && state.sentence - t.sentence === 1)
  if (/处理费|收费/.test(words) || (continued.test(words) && money)) topics.add('fee')
  if (/规范性文件/.test(words)) topics.add('normative')
  return topics
}

const worded = (
  state: State,
  metric: Metric,
  value: number,
  { start, end }: Span,
  more: Partial<Draft> = {},
): void => {
  state.drafts.push({
    metric,
    value,
    approximate: false,
    unit: '',
    form: 'worded',
    start,
    end,
    sentence: state.sentence,
    ...more,
  })
}

const readDenials = (state: State, span: Span, all: readonly Figure[], aboutDisclosure: boolean): void => {
  const counted = (from: number, to: number) => all.some((f) => f.start >= from && f.start < to)
  for (const denied of denials(state.text, span, counted)) {
    const head = headOf(state.text, span, denied.start)
    const clause = head.slice(Math.max(...[...',;(:'].map((c) => head.lastIndexOf(c))) + 1)
    const scope = scopeOf({
      head,
      clause,
      metric: denied.metric,
      year: state.setting.year,
      organ: state.setting.organ,
      aboutDisclosure,
    })
    worded(state, denied.metric, 0, denied, scope ? { scope } : {})
  }
}

/** All of them in words (都属于部分公开): the value is that of the total before, where there is only one. */
const readUniversals = (state: State, span: Span, all: readonly Figure[]): void => {
  if (!state.requests) return
  const whole = state.totals.findLast((t) => requestTotals.has(t.metric))
  if (whole?.metric !== 'received' || whole.approximate || whole.scope || whole.includes) return
  if (state.sentence - whole.sentence > 2 || state.totals.some((t) => /^carried/.test(t.metric))) return
  for (const clause of clauses(state.text, Math.max(span.start, whole.end), span.end)) {
    const metric = outcomeOfAll(state.text.slice(clause.start, clause.end))
    if (!metric || all.some((f) => f.start >= clause.start && f.start <= clause.end)) continue
    worded(state, metric, whole.value, clause)
  }
}

/** Results in words behind a figure of cases (1 件，结果维持; 9 件，均获维持). */
const readResults = (state: State, span: Span, all: readonly Figure[], own: readonly Draft[]): void => {
  const cases = own.filter((d) => disputeTotals.has(d.metric) && d.metric !== 'disputes' && d.value > 0)
  const said = new Set<Draft>()
  for (const total of cases) {
    if (own.some((d) => d.list?.whole === total)) continue
    const next = all.find((f) => f.start >= total.end)?.start ?? span.end
    for (const clause of clauses(state.text, total.end, next).slice(0, 2)) {
      if (next < span.end && clause.end === next) break
      if (state.text[clause.start - 1] === ';') break
      const words = state.text.slice(clause.start, clause.end)
      const result = resultOfAll(words)
      if (!result || /复议|诉讼/.test(words)) continue
      const whose = result.every ? cases.filter((c) => c.start <= total.start) : [total]
      for (const each of whose) {
        if (said.has(each)) continue
        said.add(each)
        const after = each.metric === 'reconsideration' ? 'reconsideration' : 'litigation'
        const scope =
          each.scope ??
          (each.metric === 'litigationDirect' || each.metric === 'litigationAfter' ? '分列的诉讼' : undefined)
        worded(state, `${after}${result.id}`, each.value, clause, scope ? { scope } : {})
      }
      break
    }
  }
}

const enterSentence = (state: State, words: string): void => {
  if (subheading.test(words)) {
    state.requests = state.setting.aboutRequests
    state.carriedScope = null
    state.totals = []
  }
  if (requestWords.test(words)) state.requests = true
  // On whose behalf requests are handled holds on through the paragraph; other scopes end with their sentence.
  if (state.carriedScope && !state.carriedScope.scope.startsWith('代')) state.carriedScope = null
  if (!continued.test(words)) closeLists(state)
  state.dispute = null
  state.orphaned = false
  state.sentence++
}

const readSentence = (state: State, sentence: Span): void => {
  const words = state.text.slice(sentence.start, sentence.end)
  enterSentence(state, words)
  if (plans.test(words)) return
  const all = spread(figures(state.text, sentence))
  const topics = topicsOf(state, words)
  const aboutDisclosure = state.requests || ofDisclosure.test(words)
  const before = state.drafts.length
  all.forEach((figure, k) => {
    closeBrackets(state, figure.between)
    const changed = readChange(state, figure)
    if (!changed && figure.unit !== '%')
      readFigure(state, figure, { sentence, words, topics, first: k === 0, aboutDisclosure })
  })
  readResults(state, sentence, all, state.drafts.slice(before))
  readUniversals(state, sentence, all)
  readDenials(state, sentence, all, aboutDisclosure)
}

/** 0 件 said of both at once is said of each: 行政复议、行政诉讼 0 件. */
const dividedNoughts = (drafts: readonly Draft[]): Draft[] =>
  drafts.flatMap((d) =>
    d.metric === 'disputes' && d.value === 0
      ? [
          { ...d, metric: 'reconsideration' as const },
          { ...d, metric: 'litigation' as const },
        ]
      : [d],
  )

/** The claims of a text as drafts, in the order in which they stand. */
export const readDrafts = (text: string, setting: Setting): readonly Draft[] => {
  const state = begin(text, setting)
  for (const sentence of sentences(text)) readSentence(state, sentence)
  closeLists(state)
  return dividedNoughts(state.drafts).sort((a, b) => a.start - b.start)
}
