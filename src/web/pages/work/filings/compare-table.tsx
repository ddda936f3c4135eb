import { type Compared, measures } from './compare-measures.ts'

const shown = (value: number | null, unit: string) =>
  value === null ? '—' : unit === '%' ? `${value}%` : value

/** Every measure of every report. */
export const CompareTable = ({
  rows,
  first,
}: {
  readonly rows: readonly Compared[]
  readonly first: string
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its page is moved by the keyboard too
  <section className="form__box" aria-label="各项数字" tabIndex={0}>
    <table className="table">
      <caption className="sr">各项数字</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {measures.map(({ key, caption }) => (
            <th key={key} scope="col" className="num">
              {caption}
            </th>
          ))}
          <th scope="col">来源</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.organ.id} ${row.year}`}>
            <th scope="row" className="keep">
              {row.name}
            </th>
            {measures.map(({ key, unit, of }) => (
              <td key={key} className="num">
                {shown(of(row), unit)}
              </td>
            ))}
            <td className="keep">{row.sourceCaption}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
