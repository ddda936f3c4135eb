import { type ReactNode, useId } from 'react'
import type { Table } from '../../report/form.ts'
import { shown } from '../../report/judge.ts'
import { figureOf, type Reading, type Readings, readingAt } from '../../report/reading.ts'
import { printed } from '../../writer/printed.ts'
import { classes } from './classes.ts'
import { readingWords } from './reading-words.ts'
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
  readonly marks?: Readonly<Record<string, CellMark>>
  /** Where the card of a finding is; on the page itself unless told: `#finding-` and the number. */
  readonly findingHref?: (number: number) => string
  /** Where a figure opens onto what it counts; null where it does not. */
  readonly hrefOf?: (key: string) => string | null
  /** Id of a cell, where something leads to it. */
  readonly idOf?: (key: string) => string
  /** What stands in a cell instead of its figure, such as a field; undefined where the figure stays. */
  readonly contentOf?: (key: string) => ReactNode
  /** How the figure came to stand there, for its looks: entered, corrected. */
  readonly originOf?: (key: string) => { readonly name: string; readonly words: string } | null
  /** What is said where there is no figure; of a source, that it does not show one. */
  readonly absentWord?: string
  /** Said small below the figure: what the sum comes to; `bad` where that is not what is printed. */
  readonly noteOf?: (key: string) => { readonly text: string; readonly bad: boolean } | null
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

function FigureCell({ box, span, ...props }: FigureCellProps) {
  const { readings, broken, marks, hrefOf, idOf, contentOf, noteOf, originOf } = props
  const { findingHref = (number: number) => `#finding-${number}` } = props
  const key = box.key ?? ''
  const reading = readingAt(readings, key)
  const mark = marks?.[key]
  const href = hrefOf?.(key) ?? null
  const content = contentOf?.(key)
  const note = noteOf?.(key) ?? null
  const origin = originOf?.(key) ?? null
  const figure = <Figure reading={reading} absentWord={props.absentWord ?? readingWords.absent} />
  return (
    <td
      {...span}
      id={idOf?.(key)}
      headers={box.headers}
      data-r={figureOf(reading) === 0 && reading.kind === 'number' ? 'zero' : reading.kind}
      className={classes(box.total && 'tot', broken?.has(key) && 'broken')}
      title={origin?.words ?? titleOf(reading)}
      data-origin={origin?.name}
    >
      {mark !== undefined && (
        <a
          className="mark"
          data-s={mark.state}
          href={findingHref(mark.number)}
          aria-label={`发现 ${mark.number}`}
        >
          {mark.number}
        </a>
      )}
      {content ?? (href === null ? figure : <a href={href}>{figure}</a>)}
      {note !== null && (
        <small className="form__note" {...(note.bad && { 'data-s': 'late' })}>
          {note.text}
        </small>
      )}
    </td>
  )
}

const titleOf = (reading: Reading): string | undefined => {
  if (reading.kind === 'inferred') return `${readingWords.inferred}：${reading.proof}`
  return reading.kind === 'ambiguous' || reading.kind === 'illegible' ? shown(reading) : undefined
}

function Figure({ reading, absentWord }: { readonly reading: Reading; readonly absentWord: string }) {
  switch (reading.kind) {
    case 'blank':
      return <span className="form__word">空</span>
    case 'absent':
      return <span className="form__word">{absentWord}</span>
    case 'ambiguous':
      return shown(reading).length <= shortest ? shown(reading) : <Doubtful says={shown(reading)} />
    case 'illegible':
      return <Doubtful says={readingWords.illegible} />
    case 'inferred':
      return (
        <>
          {printed(reading)}
          <span className="sr">（{readingWords.inferred}）</span>
        </>
      )
    default:
      return printed(reading)
  }
}

/** Candidates that fit into a cell are told in it. */
const shortest = 6

const Doubtful = ({ says }: { readonly says: string }) => (
  <>
    <span aria-hidden="true">?</span>
    <span className="sr">{says}</span>
  </>
)

/** How often each kind of reading occurs, and in how many cells a relation does not hold. */
export type ReadingCounts = Readonly<Partial<Record<Reading['kind'] | 'broken', number>>>

const looks: readonly (readonly [kind: Reading['kind'] | 'broken', sample: string, word: string])[] = [
  ['number', '12', readingWords.number],
  ['blank', '', `${readingWords.blank}，不当作 0`],
  ['dash', '—', readingWords.dash],
  ['inferred', '3', `由算式${readingWords.inferred}`],
  ['ambiguous', '或', readingWords.ambiguous],
  ['illegible', '?', readingWords.illegible],
  ['absent', '', `原文${readingWords.absent}`],
  ['broken', '62', '算式不成立'],
]

/** What the looks of the figures mean; with `counts`, how many there are of those that occur. */
export function StatutoryLegend({ counts }: { readonly counts?: ReadingCounts }) {
  const shownLooks = looks.filter(([kind]) => counts === undefined || (counts[kind] ?? 0) > 0)
  return (
    <ul className="legend">
      {shownLooks.map(([kind, sample, word]) => (
        <li key={kind}>
          <i aria-hidden="true" data-r={kind}>
            {sample}
          </i>
          {word}
          {counts !== undefined && ` ${counts[kind]}`}
        </li>
      ))}
    </ul>
  )
}
