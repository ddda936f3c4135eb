/** What the overview draws. */
import { channels } from '../../../../law/receipt.ts'
import { editionFor } from '../../../../report/editions/index.ts'
import { briefly, type Node } from '../../../../report/form.ts'
import type { ChartData } from '../../../charts/chart-data.ts'
import type { AnsweredBy } from '../../../desk/api.ts'

type Overview = AnsweredBy<'readOverview'>

/** Organs in a chart: more are in the table. */
const most = 10

const past = ({ before }: Overview) => `上年同期（${before.from.slice(0, 4)}年）`
const present = ({ period }: Overview) => `${period.to.slice(0, 4)}年`

export function chartsOf(overview: Overview): readonly ChartData[] {
  const { organs, channels: ways, received, total } = overview
  const [now, before] = [present(overview), past(overview)]
  const largest = organs
    .toSorted((a, b) => (b.now.received ?? 0) - (a.now.received ?? 0))
    .slice(0, most)
    .filter((each) => (each.now.received ?? 0) + (each.before.received ?? 0) > 0)
  return [
    {
      kind: 'bars',
      title: organs.length > most ? `收到申请最多的${most}个机关` : '各机关收到的申请',
      unit: '件',
      categories: largest.map(({ name }) => name),
      series: [
        { name: now, values: largest.map((each) => each.now.received ?? 0) },
        { name: before, values: largest.map((each) => each.before.received ?? 0) },
      ],
    },
    outcomeChart(overview),
    {
      kind: 'lines',
      title: '各月收到的申请',
      unit: '件',
      categories: received.map(({ key }) => `${Number(key.slice(5))}月`),
      series: [
        { name: now, values: received.map((each) => each.now) },
        { name: before, values: received.map((each) => each.before) },
      ],
    },
    {
      kind: 'share',
      title: '提出申请的方式',
      unit: '件',
      categories: [`收到 ${total.now.received ?? 0} 件`],
      series: ways
        .toSorted((a, b) => b.now - a.now)
        .filter((each) => each.now > 0)
        .map((each) => ({ name: channels[each.key].caption, values: [each.now] })),
    },
  ]
}

/** Ends by the first rows of 三、本年度办理结果, of the organs that ended most. */
function outcomeChart({ organs, outcomesByOrgan, period }: Overview): ChartData {
  const year = Number(period.to.slice(0, 4))
  const rows = editionFor(year)?.tables.find(({ key }) => key === 'requests')?.rows as
    | readonly Node[]
    | undefined
  const outcome = rows?.find(({ id }) => id === 'outcome')
  const heads = outcome?.kind === 'group' ? outcome.nodes.filter(({ kind }) => kind !== 'total') : []
  const shown = organs
    .toSorted((a, b) => (b.now.closed ?? 0) - (a.now.closed ?? 0))
    .slice(0, most)
    .filter(({ now }) => (now.closed ?? 0) > 0)
  const countOf = (organ: string, head: string) =>
    outcomesByOrgan
      .filter((each) => each.organ === organ && each.key.split('.')[1] === head)
      .reduce((sum, { now }) => sum + now, 0)
  return {
    kind: 'stacked',
    title: shown.length < organs.length ? '办结最多的机关的办理结果' : '各机关的办理结果',
    unit: '件',
    categories: shown.map(({ name }) => name),
    series: heads.map((head) => ({
      name: briefly(head),
      values: shown.map(({ id }) => countOf(id, head.id)),
    })),
  }
}
