/** How series are told apart: by pattern as well as colour, so that they survive greyscale and a copier. */

/** A colour of the house, as theme.css names it; the drawing then follows high contrast and mourning. */
export type Token =
  | 'blue'
  | 'blue-line'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'line'
  | 'line-2'
  | 'surface'
  | 'surface-3'

export const ink = (token: Token): string => `var(--color-${token})`

/** For attributes of an SVG, which take no list with quotes in it gladly: names without them mean the same. */
export const fontFamily =
  'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, HarmonyOS Sans SC, Noto Sans SC, sans-serif'

/** What the filling of a series consists of; lengths in pixels of the drawing. */
interface Pattern {
  readonly symbol: 'rect' | 'circle'
  readonly symbolSize?: number
  readonly dashArrayX: readonly (number | readonly number[])[] | readonly [number, number]
  readonly dashArrayY: readonly [number, number]
  readonly rotation: number
}

const hatch: Pattern = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1.5, 3.5], rotation: -Math.PI / 4 }
const backHatch: Pattern = { ...hatch, rotation: Math.PI / 4 }
const rules: Pattern = { ...hatch, rotation: 0 }
const dots: Pattern = {
  symbol: 'circle',
  symbolSize: 0.8,
  dashArrayX: [
    [4, 4],
    [0, 4, 4, 0],
  ],
  dashArrayY: [4, 0],
  rotation: 0,
}

interface Look {
  readonly fill: Token
  readonly line: Token
  readonly pattern: Pattern | null
}

const looks: readonly Look[] = [
  { fill: 'blue', line: 'blue', pattern: null },
  { fill: 'surface', line: 'blue', pattern: hatch },
  { fill: 'blue-line', line: 'blue', pattern: null },
  { fill: 'surface', line: 'ink-2', pattern: dots },
  { fill: 'ink-3', line: 'ink-3', pattern: null },
  { fill: 'surface', line: 'ink-2', pattern: rules },
  { fill: 'surface-3', line: 'ink-2', pattern: null },
  { fill: 'surface', line: 'ink', pattern: backHatch },
]

/** The filling of the series of that place; after eight they begin again. */
export function lookOf(place: number) {
  const { fill, line, pattern } = looks[place % looks.length]!
  return {
    color: ink(fill),
    borderColor: ink(line),
    borderWidth: 1,
    ...(pattern !== null && { decal: { ...pattern, color: ink(line) } }),
  }
}

/** Lines differ by stroke and by the mark on each point. */
const strokes = [
  { type: 'solid', symbol: 'circle', token: 'blue' },
  { type: 'dashed', symbol: 'emptyCircle', token: 'ink-3' },
  { type: 'dotted', symbol: 'rect', token: 'blue' },
  { type: 'solid', symbol: 'emptyRect', token: 'ink-2' },
] as const

export function strokeOf(place: number) {
  const { type, symbol, token } = strokes[place % strokes.length]!
  return {
    symbol,
    symbolSize: 7,
    lineStyle: { type, width: 2, color: ink(token) },
    itemStyle: { color: ink(token) },
  }
}
