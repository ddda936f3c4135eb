import type { ChartData, DrawnChart } from '../charts/chart-data.ts'

/** Charts for pages: the library that draws them stays at the server. */
export interface ChartsDesk {
  /** `id`: no other chart of the page has it. */
  draw(chart: ChartData, id: string): DrawnChart
}
