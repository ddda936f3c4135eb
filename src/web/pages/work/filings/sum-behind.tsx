import { Link } from 'react-router'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Panel } from '../../../ui/panel.tsx'
import { readingWords } from '../../../ui/reading-words.ts'

type Sum = AnsweredBy<'sumAnnualReports'>

interface SumBehindProps {
  readonly caption: string
  readonly cell: Sum['cells'][number] | undefined
  readonly behind: NonNullable<Sum['behind']>
  readonly closeHref: string
}

/** What each organ reported in one cell, and whose figure is wanting. */
export function SumBehind({ caption, cell, behind: { from, missing }, closeHref }: SumBehindProps) {
  const sum = cell?.sum ?? null
  return (
    <div id="behind">
      <Panel title={caption} aside={<Link to={closeHref}>回到汇总表</Link>}>
        <div className="filings__behind">
          <table className="table">
            <caption className="sr">各机关在这一格的数</caption>
            <thead>
              <tr>
                <th scope="col">机关</th>
                <th scope="col" className="num">
                  数
                </th>
              </tr>
            </thead>
            <tbody>
              {from.map(({ organ, value }) => (
                <tr key={organ}>
                  <th scope="row">{organ}</th>
                  <td className="num">{value}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{missing.length > 0 ? '已知的数合计' : '合计'}</th>
                <td className="num">
                  <b>{sum ?? '—'}</b>
                </td>
              </tr>
              {cell?.total != null && (
                <tr data-s={missing.length === 0 && cell.total !== sum ? 'late' : undefined}>
                  <th scope="row">本级报告所列</th>
                  <td className="num">{cell.total}</td>
                </tr>
              )}
            </tbody>
          </table>
          {missing.length > 0 && (
            <div>
              <h3>缺 {missing.length} 个机关的数</h3>
              <ul className="plain-list">
                {missing.map(({ organ, shows, reason }) => (
                  <li key={organ}>
                    {organ}
                    <small>：{reason ?? readingWords[shows as keyof typeof readingWords] ?? shows}</small>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </Panel>
    </div>
  )
}
