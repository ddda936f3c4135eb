import type { DrawnChart } from '../../charts/chart-data.ts'
import { Chart } from '../../ui/chart.tsx'
import { Specimen } from './specimen.tsx'

export const ChartSpecimens = ({ charts }: { readonly charts: readonly DrawnChart[] }) => (
  <Specimen name="chart">
    <div className="stack">
      {charts.map((chart) => (
        <Chart key={chart.title} chart={chart} note="示例数字。" />
      ))}
    </div>
  </Specimen>
)
