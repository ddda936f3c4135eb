/** Charts of invented figures, one of each kind. */
import type { ChartData } from '../../charts/chart-data.ts'

const organs = ['示例县自然资源和规划局', '示例县教育局', '示例县东河镇人民政府']
const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月`)
const outcomes = ['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理']

export const sampleCharts: readonly ChartData[] = [
  {
    kind: 'bars',
    title: '各机关收到的申请',
    unit: '件',
    categories: organs,
    series: [
      { name: '2026年', values: [151, 64, 22] },
      { name: '2025年同期', values: [147, 58, 17] },
    ],
  },
  {
    kind: 'lines',
    title: '各月收到的申请',
    unit: '件',
    categories: months,
    series: [
      { name: '2026年', values: [31, 18, 40, 36, 22, 27, 19, 44, null, null, null, null] },
      { name: '2025年', values: [28, 21, 30, 33, 25, 20, 24, 31, 29, 18, 26, 35] },
    ],
  },
  {
    kind: 'stacked',
    title: '各机关的办理结果',
    unit: '件',
    categories: organs,
    series: outcomes.map((name, at) => ({ name, values: [40 - at * 5, 20 - at * 3, 8 - at] })),
  },
  {
    kind: 'share',
    title: '提出申请的方式',
    unit: '件',
    categories: ['全部'],
    series: ['网络', '当面', '邮寄'].map((name, at) => ({ name, values: [120 - at * 40] })),
  },
  {
    kind: 'bars',
    title: '没有数字的图',
    unit: '件',
    categories: [],
    series: [{ name: '2026年', values: [] }],
  },
]
