/** What a chart shows, whatever it is about: the same data is drawn, tabled beside the drawing, and exported. */

/** `bars`: by name, one below the other. `lines`: over time. `stacked`: parts of each name. `share`: parts of one whole. */
export type ChartKind = 'bars' | 'lines' | 'stacked' | 'share'

export interface ChartSeries {
  readonly name: string
  /** One for each category; null where it is not known, which is not zero. */
  readonly values: readonly (number | null)[]
}

export interface ChartData {
  readonly kind: ChartKind
  readonly title: string
  /** 件, 工作日, %. */
  readonly unit: string
  readonly categories: readonly string[]
  /** For bars and lines the present first, then what it is compared with. */
  readonly series: readonly ChartSeries[]
}

/** A chart as a page shows it. */
export interface DrawnChart extends ChartData {
  /** Text of the drawing, fit to stand in a page; null where there is nothing to draw. */
  readonly svg: string | null
  /** The same figures as a file. */
  readonly csv: string
}

export const isBlank = ({ categories, series }: ChartData): boolean =>
  categories.length === 0 || series.every(({ values }) => values.every((value) => !value))
