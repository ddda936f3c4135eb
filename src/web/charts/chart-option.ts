/** What ECharts is told of a chart. */
import type { EChartsCoreOption } from 'echarts/core'
import type { ChartData } from './chart-data.ts'
import { fontFamily, ink, lookOf, strokeOf } from './chart-looks.ts'

/** Width of every drawing, about that of a column on the screen, so that letters are neither small nor large. */
export const chartWidth = 440

const fontSize = 13
const lineHeight = 17
const barWidth = 14
/** Letters of a name in one line, and lines of a name. The table has the name in full. */
const [nameLength, nameLines] = [8, 3]

/** A name in lines; what is too long for them ends in an ellipsis. */
export function nameInLines(name: string): readonly string[] {
  const letters = [...name]
  const most = nameLength * nameLines
  const shown = letters.length > most ? [...letters.slice(0, most - 1), '…'] : letters
  const lines = Math.max(1, Math.ceil(shown.length / nameLength))
  return Array.from({ length: lines }, (_, at) =>
    shown.slice(at * nameLength, (at + 1) * nameLength).join(''),
  )
}

const words = { fontFamily, fontSize, lineHeight, color: ink('ink-2') }

const rowHeight = ({ kind, categories, series }: ChartData): number => {
  const bars = kind === 'bars' ? series.length : 1
  const lines = Math.max(...categories.map((name) => nameInLines(name).length))
  return Math.max(bars * (barWidth + 2) + 14, lines * lineHeight + 6)
}

/** The name of a series in the key above the drawing. */
const keyOf = (name: string): string => ([...name].length > 14 ? `${[...name].slice(0, 13).join('')}…` : name)

/** Rows of keys above the drawing, as they will break. */
const keyRows = ({ series }: ChartData): number => {
  let [rows, x] = [1, 0]
  for (const { name } of series) {
    const width = 34 + [...keyOf(name)].length * fontSize + 10
    if (x > 0 && x + width > chartWidth) [rows, x] = [rows + 1, 0]
    x += width
  }
  return rows
}

const headHeight = (data: ChartData): number => (data.series.length > 1 ? keyRows(data) * 22 + 8 : 8)

/** Height of the drawing in the pixels of its width. */
export function chartHeight(data: ChartData): number {
  if (data.kind === 'lines') return 220 + headHeight(data)
  if (data.kind === 'share') return 44 + headHeight(data)
  return data.categories.length * rowHeight(data) + headHeight(data) + 26
}

const axis = {
  axisLine: { lineStyle: { color: ink('line-2') } },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: ink('line') } },
}

const names = ({ categories, kind }: ChartData) => ({
  ...axis,
  type: 'category',
  data: categories.map((name) => (kind === 'lines' ? name : nameInLines(name).join('\n'))),
  axisLabel: {
    ...words,
    color: ink('ink'),
    interval: 0,
    ...(kind === 'lines' && { fontSize: 12, hideOverlap: true }),
  },
})

const amounts = { ...axis, type: 'value', min: 0, minInterval: 1, splitNumber: 4, axisLabel: words }

export function optionOf(data: ChartData): EChartsCoreOption {
  const { kind, series } = data
  const lying = kind !== 'lines'
  const several = series.length > 1
  return {
    animation: false,
    textStyle: words,
    legend: {
      show: several,
      top: 0,
      left: 0,
      padding: 0,
      itemWidth: 22,
      itemHeight: 12,
      itemGap: 12,
      selectedMode: false,
      icon: kind === 'lines' ? undefined : 'rect',
      textStyle: { ...words, color: ink('ink') },
      formatter: keyOf,
    },
    grid: {
      top: headHeight(data),
      left: 2,
      right: kind === 'bars' ? 40 : 14,
      bottom: 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: lying ? { ...amounts, ...(kind === 'share' && { show: false, max: 'dataMax' }) } : names(data),
    yAxis: lying ? { ...names(data), inverse: true, show: kind !== 'share' } : amounts,
    series: series.map(({ name, values }, place) => ({
      name,
      data: [...values],
      silent: true,
      ...(kind === 'lines' ? { type: 'line', ...strokeOf(place) } : barOf(data, place)),
    })),
  }
}

const barOf = ({ kind }: ChartData, place: number) => ({
  type: 'bar',
  itemStyle: lookOf(place),
  ...(kind === 'bars'
    ? {
        barWidth,
        barGap: '15%',
        label: {
          ...words,
          show: true,
          position: 'right',
          color: ink(place === 0 ? 'ink' : 'ink-3'),
          fontWeight: place === 0 ? 700 : 400,
        },
      }
    : { stack: 'all', barWidth: kind === 'share' ? 28 : 20 }),
})
