import type { ChartData } from '../../../charts/chart-data.ts'
import {
  type Compared,
  grounds,
  type Measure,
  median,
  ninetieth,
  outcomes,
  received,
  reviewLoss,
  reviews,
  suitLoss,
  suits,
} from './compare-measures.ts'

/** Organs in a chart: more are in the table. */
const most = 12

/** What the page draws: of years all, of organs those that received most. */
export function chartsOf(rows: readonly Compared[], by: 'years' | 'organs'): readonly ChartData[] {
  const shown =
    by === 'years'
      ? rows
      : rows.toSorted((a, b) => (received.of(b) ?? 0) - (received.of(a) ?? 0)).slice(0, most)
  const chart = (kind: ChartData['kind'], title: string, all: readonly Measure[]): ChartData => ({
    kind,
    title: shown.length < rows.length ? `${title}（新收最多的 ${most} 个机关）` : title,
    unit: all[0]?.unit ?? '',
    categories: shown.map(({ name }) => name),
    series: all.map((measure) => ({ name: measure.caption, values: shown.map((row) => measure.of(row)) })),
  })
  /** Grounds that nobody has need no colour. */
  const used = grounds.filter((measure) => shown.some((row) => (measure.of(row) ?? 0) > 0))
  return [
    chart('bars', received.caption, [received]),
    chart('stacked', '办理结果', outcomes),
    // One alone has no legend: the title names it.
    chart('stacked', used.length === 1 ? `不予公开的理由：${used[0]!.caption}` : '不予公开的理由', used),
    chart('bars', '答复用时', [median, ninetieth]),
    chart('bars', '复议、诉讼', [reviews, suits]),
    chart('bars', '复议纠错率、诉讼败诉率', [reviewLoss, suitLoss]),
  ]
}
