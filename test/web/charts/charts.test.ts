/** Charts as text: nothing in them but what draws, whatever the labels say. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseDocument } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import type { ChartData, ChartKind } from '../../../src/web/charts/chart-data.ts'
import { nameInLines } from '../../../src/web/charts/chart-option.ts'
import { drawChart } from '../../../src/web/charts/draw-chart.ts'

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'&amp;<style>*{}</style>",
  'url(#x)"; style="fill:red',
  '{b|rich}{value}',
  '长'.repeat(300),
  '',
  '=1+1',
]

const chart = (kind: ChartKind, categories: readonly string[] = hostile): ChartData => ({
  kind,
  title: hostile[0]!,
  unit: '件',
  categories,
  series: [
    { name: '今年', values: categories.map((_, at) => at + 1) },
    { name: hostile[1]!, values: categories.map((_, at) => (at % 2 === 0 ? null : 7)) },
  ],
})

const kinds: readonly ChartKind[] = ['bars', 'lines', 'stacked', 'share']
const svgOf = (data: ChartData, id = 'c'): string => drawChart(data, id).svg ?? ''

describe.each(kinds)('%s', (kind) => {
  test('has no style, no script, no event and no address in it', () => {
    const svg = svgOf(chart(kind))
    expect(svg).toMatch(/^<svg .*<\/svg>$/s)
    for (const tag of ['style', 'script', 'img', 'image', 'foreignObject', 'a', 'use'])
      expect(svg).not.toMatch(new RegExp(`<${tag}[\\s>]`, 'i'))
    // Of the words in quotes nothing is left that could be an attribute.
    expect(svg).not.toMatch(/<[^>]*\s(?:style|class|on\w+|href)=/i)
  })

  test('shows hostile labels as the letters they are', () => {
    const { children } = parseDocument(svgOf(chart(kind)), { xmlMode: true })
    expect(children).toHaveLength(1)
    expect(svgOf(chart(kind))).toContain('&lt;script&gt;')
  })

  test('is named and described, and says nothing twice on a page', () => {
    const [one, other] = [svgOf(chart(kind), 'one'), svgOf(chart(kind), 'other')]
    expect(one).toContain('<title id="one-title">&lt;script&gt;alert(1)&lt;/script&gt;</title>')
    expect(one).toMatch(/role="img" aria-labelledby="one-title" aria-describedby="one-desc"/)
    const ids = (svg: string) => [...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!)
    expect(new Set([...ids(one), ...ids(other)]).size).toBe(ids(one).length + ids(other).length)
    for (const [, used] of one.matchAll(/="url\(#([^)]+)\)"/g)) expect(ids(one)).toContain(used)
  })

  test('tells its series apart by more than colour', () => {
    const svg = svgOf(chart(kind, ['甲', '乙']))
    expect(svg).toMatch(kind === 'lines' ? /stroke-dasharray=/ : /<pattern /)
  })
})

test('colours are tokens of the house', () => {
  const theme = readFileSync(
    fileURLToPath(new URL('../../../src/web/ui/styles/theme.css', import.meta.url)),
    'utf8',
  )
  const svg = kinds.map((kind) => svgOf(chart(kind))).join('')
  const used = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, value]) => value!)
  expect(used.length).toBeGreaterThan(50)
  for (const value of new Set(used)) {
    const token = /^var\((--color-[\w-]+)\)$/.exec(value)?.[1]
    // White is the paper within a hollow mark; what is black has no area.
    if (token === undefined) expect(value).toMatch(/^(?:none|#fff|#000|url\(#.*\))$/)
    else expect(theme).toContain(`${token}:`)
  }
})

test('the same data are the same drawing', () => {
  expect(svgOf(chart('bars'))).toBe(svgOf(chart('bars')))
})

test('where there is nothing to compare there is no drawing', () => {
  expect(drawChart({ ...chart('bars'), categories: [], series: [] }, 'c').svg).toBeNull()
  expect(drawChart({ ...chart('bars', ['甲']), series: [{ name: '今年', values: [0] }] }, 'c').svg).toBeNull()
})

test('the file has every figure, and nothing a spreadsheet would compute', () => {
  const { csv } = drawChart(chart('bars'), 'c')
  expect(csv).toContain("\r\n'=1+1,8,7\r\n")
  expect(csv.split('\r\n')).toHaveLength(hostile.length + 2)
})

test('names break into three lines at most', () => {
  expect(nameInLines('示例县自然资源和规划局')).toEqual(['示例县自然资源和', '规划局'])
  expect(nameInLines('长'.repeat(300))).toHaveLength(3)
  expect(nameInLines('')).toEqual([''])
})
