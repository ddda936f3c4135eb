import { Link } from 'react-router'
import { cellAt } from '../../../../report/form.ts'
import { shown } from '../../../../report/judge.ts'
import { placeWords } from '../../../../report/place-words.ts'
import { type Reading, readingAt } from '../../../../report/reading.ts'
import { tablesOf } from '../../../../report/report.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { findingLook } from '../../../ui/finding-look.ts'
import { readingWords } from '../../../ui/reading-words.ts'
import { findingId, markId } from './anchors.ts'
import { cellName } from './findings-order.ts'
import type { ReportView } from './report-view.ts'
import type { Selection } from './ties.ts'

interface CellNoteProps {
  readonly view: ReportView
  readonly selection: Selection | null
  readonly correctHref: (cells: readonly string[]) => string | null
}

const keys: readonly (readonly [key: string, does: string])[] = [
  ['← ↑ → ↓', '在表中移动'],
  ['Enter', '到原文中的位置；在原文中，回到表格'],
  ['F', '下一处发现'],
  ['Shift + F', '上一处发现'],
  ['Esc', '取消选择'],
]

/** What is known of the cell that is looked at: as printed, where, how it was read, what was found. Needs script. */
export function CellNote({ view, selection, correctHref }: CellNoteProps) {
  return (
    <aside
      className="cellnote noprint"
      aria-label="所选的格"
      {...(selection !== null && { 'data-some': '' })}
    >
      <div role="status">
        <Said view={view} selection={selection} correctHref={correctHref} />
      </div>
      <details className="cellnote__keys">
        <summary>键盘操作</summary>
        <dl>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </details>
    </aside>
  )
}

function Said({ view, selection, correctHref }: CellNoteProps) {
  if (selection === null) return <p>点表中的一格，看它在原文中的位置；点原文中的标记，看它读成了哪一格。</p>
  if ('finding' in selection) {
    const found = view.findings.find(({ number }) => number === selection.finding)
    if (found === undefined) return null
    return (
      <p>
        <b>
          发现 {found.number}，{findingLook(found.finding).word}
        </b>{' '}
        {found.finding.message}
      </p>
    )
  }
  const { cell: key } = selection
  const cell = tablesOf(view.printed)
    .map((table) => cellAt(table, key))
    .find((each) => each !== undefined)
  if (cell === undefined) return null
  const reading = readingAt(view.readings, key)
  const correction = view.corrections[key]
  const mark = view.source.markOf[key]
  const about = view.findings.filter(({ finding }) => finding.cells.includes(key))
  const href = correctHref([key])
  return (
    <>
      <p>
        <b>{cellName(cell)}</b> {readingText(reading)}
      </p>
      {correction !== undefined && (
        <p className="cellnote__seen">
          第 {correction.reading} 次读数由{correction.by}更正，理由：{correction.reason}
        </p>
      )}
      {reading.kind !== 'absent' && correction === undefined && (
        <p className="cellnote__seen">
          {reading.raw.trim() === '' ? '原文此处没有印字' : <>原文印作“{reading.raw.trim()}”</>}
          {reading.place !== undefined && `，${placeWords(reading.place)}`}。
          {reading.kind === 'inferred' && ` ${reading.proof}`}
        </p>
      )}
      <p className="cellnote__acts">
        {about.map(({ number, finding }) => (
          <a key={number} href={`#${findingId(number)}`}>
            发现 {number}（{findingLook(finding).word}）
          </a>
        ))}
        {mark !== undefined && (
          <a className={buttonClass({ small: true })} href={`#${markId(mark)}`}>
            看原文
          </a>
        )}
        {href !== null && (
          <Link className={buttonClass({ small: true })} to={href}>
            更正这一格
          </Link>
        )}
      </p>
    </>
  )
}

const readingText = (reading: Reading): string => {
  const word = readingWords[reading.kind]
  return reading.kind === 'blank' || reading.kind === 'illegible' || reading.kind === 'absent'
    ? word
    : `${word} ${shown(reading)}`
}
