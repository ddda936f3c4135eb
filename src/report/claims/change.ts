/** Changes against the year before (比去年减少 77.8%). */

import { relativeYears } from './classify.ts'
import type { Figure } from './figures.ts'
import type { State } from './state.ts'

const fewer = /减|降|少|下滑/
const changing = /增|上升|上涨|提高|减|降|少|下滑|多/
const against = /^[,和,]?(?:数量|总量|总体)?(?:比|较|同比|与|相比|同期|增|减|下降|上升)/

/** Reads a change against the year before (比去年减少 77.8%). Returns whether the figure was one. */
export const readChange = (state: State, figure: Figure): boolean => {
  const clause = figure.clause.replace(/-$/, '')
  const signed = figure.clause.endsWith('-')
  if (!against.test(clause) || !(changing.test(clause) || signed)) return false
  if (clause.includes('环比') || relativeYears(clause, state.setting.year).includes('往年')) return true
  const whole = state.totals.at(-1)
  if (!whole || whole.label || whole.sentence !== state.sentence) return true
  const metric =
    whole.metric === 'received' || whole.metric === 'handled'
      ? 'receivedChange'
      : whole.metric === 'proactive'
        ? 'proactiveChange'
        : null
  if (metric === null) return true
  state.drafts.push({
    metric,
    value: fewer.test(clause) || signed ? -figure.value : figure.value,
    approximate: figure.approximate,
    unit: figure.unit,
    form: 'stated',
    start: figure.start,
    end: figure.end,
    sentence: state.sentence,
    changeOf: whole,
  })
  return true
}
