import type { AnsweredBy } from '../../../desk/api.ts'
import { readingWords } from '../../../ui/reading-words.ts'
import './sum-parts.css'

type Sum = AnsweredBy<'sumAnnualReports'>

/** A cell of a sum with what every organ put into it. */
export interface SumOfCell {
  readonly caption: string
  readonly sum: number | null
  /** What the government's own report says instead; null where it has none. */
  readonly total: number | null
  readonly behind: NonNullable<Sum['behind']>
}

/** The cell that was asked for; null where the form has none of that key. */
export function sumOfCell({ cells, behind }: Pick<Sum, 'cells' | 'behind'>, key: string): SumOfCell | null {
  const cell = cells.find((each) => each.key === key)
  if (cell === undefined || behind === null) return null
  const { caption, sum, total } = cell
  return { caption, sum, total, behind }
}

/** What each organ reported in one cell, and whose figure is wanting. */
export const SumParts = ({ sum, total, behind: { from, missing } }: SumOfCell) => (
  <div className="sum-parts">
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
        {total !== null && (
          <tr data-s={missing.length === 0 && total !== sum ? 'late' : undefined}>
            <th scope="row">本级报告所列</th>
            <td className="num">{total}</td>
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
)
