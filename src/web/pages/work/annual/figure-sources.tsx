import type { AnnualCell } from './annual-words.ts'
import { documentField, type FiguresAnswer, noteField } from './figures-action.ts'

interface FigureSourcesProps {
  readonly cells: readonly AnnualCell[]
  /** What stands in the grid now. */
  readonly typed: Readonly<Record<string, string>>
  readonly answer: FiguresAnswer | undefined
}

/** From where each figure was taken, and what is to be said of it. */
export const FigureSources = ({ cells, typed, answer }: FigureSourcesProps) => (
  <details className="annual__sources" open={answer !== undefined && Object.keys(answer.errors).length > 0}>
    <summary>逐格写来源和备注</summary>
    <div className="table__box">
      <table className="table table--cards">
        <caption className="sr">每一格的来源和备注</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col" className="num">
              数字
            </th>
            <th scope="col">来源</th>
            <th scope="col">备注</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ key, caption, entry }) => (
            <tr key={key}>
              <th scope="row">{caption}</th>
              <td className="num" data-head="数字">
                {typed[key] || '没有'}
              </td>
              <td data-head="来源">
                <input
                  className="input"
                  name={documentField(key)}
                  aria-label={`${caption}的来源`}
                  defaultValue={answer?.typed[documentField(key)] ?? entry?.document ?? ''}
                />
              </td>
              <td data-head="备注">
                <input
                  className="input"
                  name={noteField(key)}
                  aria-label={`${caption}的备注`}
                  defaultValue={answer?.typed[noteField(key)] ?? entry?.note ?? ''}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
)
