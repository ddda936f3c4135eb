/** Charts drawn at the server: a pure function from data to the text of an SVG. Browsers are sent no script for it. */
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { writeListCsv } from '../../office/lists/list-file.ts'
import { type ChartData, type ChartKind, type DrawnChart, isBlank } from './chart-data.ts'
import { chartHeight, chartWidth, optionOf } from './chart-option.ts'
import { plainSvg } from './plain-svg.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer])

const kinds: Readonly<Record<ChartKind, string>> = {
  bars: '条形图',
  lines: '折线图',
  stacked: '堆叠条形图',
  share: '构成图',
}

/** In a sentence, for those who hear the drawing; the figures are in the table beside it. */
const described = ({ kind, unit, categories, series }: ChartData): string =>
  `${kinds[kind]}，${categories.length}项，比较${series.map(({ name }) => name).join('、')}，单位：${unit}。数字见图后的表格。`

const csvOf = ({ title, unit, categories, series }: ChartData): string =>
  writeListCsv(
    { what: title, heads: ['项目', ...series.map(({ name }) => `${name}（${unit}）`)] },
    categories.map((name, at) => [name, ...series.map(({ values }) => String(values[at] ?? ''))]),
  )

/**
 * The chart with its drawing.
 *
 * @param id no other chart of the page has it: letters, digits and hyphens
 */
export function drawChart(data: ChartData, id: string): DrawnChart {
  const csv = csvOf(data)
  if (isBlank(data)) return { ...data, svg: null, csv }
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: chartWidth,
    height: chartHeight(data),
  })
  try {
    chart.setOption(optionOf(data))
    const svg = plainSvg(chart.renderToSVGString({ useViewBox: true }), {
      id,
      title: data.title,
      description: described(data),
    })
    return { ...data, svg, csv }
  } finally {
    chart.dispose()
  }
}
