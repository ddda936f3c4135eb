import type { ReactNode } from 'react'
import type { DrawnChart } from '../charts/chart-data.ts'

interface ChartProps {
  readonly chart: DrawnChart
  /** Under the drawing, quietly: what is counted. */
  readonly note?: ReactNode
}

const shown = (value: number | null | undefined): string => (value == null ? '—' : value.toLocaleString('en'))

/** A chart that was drawn at the server, with its figures as a table under it and as a file. */
export function Chart({ chart, note }: ChartProps) {
  const { title, unit, categories, series, svg, csv } = chart
  return (
    <figure className="chart">
      <figcaption>
        <b>{title}</b>
        <span>单位：{unit}</span>
      </figcaption>
      {svg === null ? (
        <p className="chart__none">没有可以比较的数字。</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it is scrolled sideways, by keyboard too
        <section className="chart__box" tabIndex={0} aria-label={title}>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: plain-svg.ts lets through what draws and no more */}
          <div dangerouslySetInnerHTML={{ __html: svg }} />
        </section>
      )}
      {note !== undefined && <p className="chart__note">{note}</p>}
      {svg !== null && (
        <details className="chart__data">
          <summary>看表格</summary>
          <div className="table__box">
            <table className="table">
              <caption className="sr">
                {title}，单位：{unit}
              </caption>
              <thead>
                <tr>
                  <th scope="col">项目</th>
                  {series.map(({ name }) => (
                    <th key={name} scope="col" className="num">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {categories.map((name, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two organs may bear one name; rows never move
                  <tr key={at}>
                    <th scope="row">{name}</th>
                    {series.map((each) => (
                      <td key={each.name} className="num">
                        {shown(each.values[at])}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <a
            className="noprint"
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`}
            download={`${title}.csv`}
          >
            下载表格（CSV）
          </a>
        </details>
      )}
    </figure>
  )
}
