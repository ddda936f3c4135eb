/** To which total a figure belongs as a part. */

import type { Division, Metric } from './claim.ts'
import { type Draft, type PartList, requestTotals } from './draft.ts'
import type { Figure } from './figures.ts'
import { arrivalOf } from './label.ts'
import { addable, divisible, division, markerIn } from './lists.ts'
import { closeLists, openList, type State } from './state.ts'

const continued = /^(?:其中|包括|分别为)/

/** Words that say of what follows that it is in what was counted before. */
export const including = /含|其中|包括|包含/

/** The total under which a marker opens a list for this figure. */
const wholeFor = (state: State, figure: Figure, adjacent: boolean): Draft | null => {
  // 其中 divides the figure before it; where that one is not understood, its parts are nobody's.
  if (state.last === null) return null
  const fitting = (draft: Draft) =>
    divisible(draft) && addable(draft, figure.unit) && figure.value <= draft.value
  if (fitting(state.last)) return state.last
  return adjacent ? null : (state.totals.findLast(fitting) ?? null)
}

/** Opens a list where the words before a figure introduce one. */
export const openFor = (
  state: State,
  figure: Figure,
  { first, words }: { readonly first: boolean; readonly words: string },
): void => {
  const marker = first && !continued.test(words) ? null : markerIn(figure.between)
  if (!marker) return
  const among = including.test(figure.between)
  const whole = wholeFor(state, figure, marker.bracket && !among)
  if (!whole) {
    state.orphaned ||= among && !first
    return
  }
  state.orphaned = false
  openList(state, whole, marker.covers, marker.bracket)
  // 3 件…收取 2230 元。其中，民政局 1 件，收取 880 元: cases and money are divided side by side.
  if (/^processingFee(?:Cases)?$/.test(whole.metric))
    for (const twin of state.totals)
      if (twin !== whole && twin.sentence === whole.sentence && /^processingFee/.test(twin.metric))
        openList(state, twin, marker.covers, marker.bracket)
}

export interface Membership {
  readonly list: PartList
  readonly by: Division
}

/** The open list a figure is a part of; a figure that cannot be of it closes a list. */
export const membership = (state: State, figure: Figure, metric: Metric | null): Membership | null => {
  for (let depth = state.open.length - 1; depth >= 0; depth--) {
    const list = state.open[depth] as PartList
    if (!addable(list.whole, figure.unit) || (list.implicit && arrivalOf(figure) === null)) continue
    const by = division(list.whole.metric, metric)
    if (by !== null) return { list, by }
    if (metric === null) return null
    closeLists(state, depth)
  }
  return null
}

/** Requests named by channel after their total, without 其中: 收到申请 2 件。网络申请 1 件，信函申请 1 件. */
export const afterTotal = (state: State, figure: Figure): PartList | null => {
  const whole = state.totals.findLast(
    (t) => requestTotals.has(t.metric) && t.metric !== 'carriedIn' && t.metric !== 'carriedOut',
  )
  return whole && state.sentence - whole.sentence <= 1 && figure.value <= whole.value
    ? openList(state, whole, 'some', false, true)
    : null
}
