import { useId } from 'react'
import type { Table } from '../../report/form.ts'
import { shown } from '../../report/judge.ts'
import { figureOf, type Reading, type Readings, readingAt } from '../../report/reading.ts'
import { printed } from '../../writer/printed.ts'
import { classes } from './classes.ts'
import { type FormBox, type FormRow, formGrid } from './statutory-grid.ts'

/** The number of a finding at a cell, and how bad it is. */
export interface CellMark {
  readonly number: number
  readonly state: 'late' | 'soon' | 'plain'
}

interface StatutoryTableProps {
  /** Names the table for those who hear it: 三、收到和处理政府信息公开申请情况. */
  readonly caption: string
  /** The tables of one section, printed one below the other. */
  readonly tables: readonly Table[]
  readonly readings: Readings
  /** Cells of relations that do not hold. */
  readonly broken?: ReadonlySet<string>
  /** Findings by cell; each leads to its card, whose id is `finding-` and the number. */
  readonly marks?: Readonly<Record<string, CellMark>>
  /** Where a figure opens onto what it counts; null where it does not. */
  readonly hrefOf?: (key: string) => string | null
}

/** The statutory table as it is printed, with what is known of every figure: read, proved, blank or not read. */
export function StatutoryTable(props: StatutoryTableProps) {
  const prefix = useId()
  const { caption, tables } = props
  const { rows, labels, columns, headRows } = formGrid(tables, prefix)
  const row = (item: FormRow, index: number) => (
    <tr key={index} data-sum={item.sum || undefined}>
      {item.boxes.map((box) => (
        <BoxCell key={box.id} box={box} {...props} />
      ))}
    </tr>
  )
  return (
    <div className="form__wide">
      <p className="form__hint">表格较宽，可以左右滑动。</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its page is moved by the keyboard too */}
      <section className="form__box" aria-label={caption} tabIndex={0}>
        <table
          className={classes('form', columns - labels <= 4 && 'form--few', labels === 0 && 'form--equal')}
        >
          <caption className="sr">{caption}</caption>
          <colgroup>
            {Array.from({ length: columns }, (_, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name than its place
              <col key={column} className={columnClass(column, labels)} />
            ))}
          </colgroup>
          {headRows > 0 && <thead>{rows.slice(0, headRows).map(row)}</thead>}
          <tbody>{rows.slice(headRows).map(row)}</tbody>
        </table>
      </section>
    </div>
  )
}

const columnClass = (column: number, labels: number): string => {
  if (column >= labels) return 'form__figure'
  if (column === labels - 1) return 'form__label--last'
  return column === 0 ? 'form__label' : 'form__label--two'
}

function BoxCell({ box, ...props }: StatutoryTableProps & { readonly box: FormBox }) {
  const { kind, rowSpan, colSpan, text, id } = box
  const span = { ...(rowSpan > 1 && { rowSpan }), ...(colSpan > 1 && { colSpan }) }
  if (kind === 'cell') return <FigureCell box={box} span={span} {...props} />
  if (kind === 'corner') {
    return (
      <td data-b="corner" {...span}>
        {text}
      </td>
    )
  }
  const scope = kind === 'label' ? (rowSpan > 1 ? 'rowgroup' : 'row') : colSpan > 1 ? 'colgroup' : 'col'
  return (
    <th id={id} scope={scope} data-b={kind} {...span}>
      {text}
    </th>
  )
}

interface FigureCellProps extends StatutoryTableProps {
  readonly box: FormBox
  readonly span: { readonly rowSpan?: number; readonly colSpan?: number }
}

function FigureCell({ box, span, readings, broken, marks, hrefOf }: FigureCellProps) {
  const key = box.key ?? ''
  const reading = readingAt(readings, key)
  const mark = marks?.[key]
  const href = hrefOf?.(key) ?? null
  return (
    <td
      {...span}
      headers={box.headers}
      data-r={figureOf(reading) === 0 && reading.kind === 'number' ? 'zero' : reading.kind}
      className={classes(box.total && 'tot', broken?.has(key) && 'broken')}
      title={titleOf(reading)}
    >
      {mark !== undefined && (
        <a
          className="mark"
          data-s={mark.state}
          href={`#finding-${mark.number}`}
          aria-label={`发现 ${mark.number}`}
        >
          {mark.number}
        </a>
      )}
      {href === null ? <Figure reading={reading} /> : <a href={href}>{<Figure reading={reading} />}</a>}
    </td>
  )
}

const titleOf = (reading: Reading): string | undefined => {
  if (reading.kind === 'inferred') return `推定：${reading.proof}`
  return reading.kind === 'ambiguous' || reading.kind === 'illegible' ? shown(reading) : undefined
}

function Figure({ reading }: { readonly reading: Reading }) {
  switch (reading.kind) {
    case 'blank':
      return <span className="form__word">空</span>
    case 'absent':
      return <span className="form__word">未见</span>
    case 'ambiguous':
    case 'illegible':
      return (
        <>
          <span aria-hidden="true">?</span>
          <span className="sr">{reading.kind === 'illegible' ? '无法辨认' : shown(reading)}</span>
        </>
      )
    case 'inferred':
      return (
        <>
          {printed(reading)}
          <span className="sr">（推定）</span>
        </>
      )
    default:
      return printed(reading)
  }
}

/** What the looks of the figures mean. */
export function StatutoryLegend() {
  return (
    <ul className="legend">
      <li>
        <i aria-hidden="true">12</i>读到
      </li>
      <li>
        <i aria-hidden="true" data-r="blank" />
        空白，不当作 0
      </li>
      <li>
        <i aria-hidden="true" data-r="inferred">
          3
        </i>
        由算式推定
      </li>
      <li>
        <i aria-hidden="true" data-r="illegible">
          ?
        </i>
        无法辨认
      </li>
      <li>
        <i aria-hidden="true" data-r="broken">
          62
        </i>
        算式不成立
      </li>
    </ul>
  )
}
