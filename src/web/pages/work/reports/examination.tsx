import { useEffect, useMemo, useRef, useState } from 'react'
import { chineseNumeral } from '../../../../law/chinese-numeral.ts'
import { editions } from '../../../../report/editions/index.ts'
import { cellAt } from '../../../../report/form.ts'
import type { Reading } from '../../../../report/reading.ts'
import { tablesOf } from '../../../../report/report.ts'
import { classes } from '../../../ui/classes.ts'
import { ErrorSummary, type FormErrors } from '../../../ui/error-summary.tsx'
import { fieldId } from '../../../ui/field.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StatutoryLegend } from '../../../ui/statutory-table.tsx'
import { CellField } from './cell-field.tsx'
import { CellNote } from './cell-note.tsx'
import { correctCellsHref, correctSectionHref } from './chosen-cells.ts'
import { CorrectionPanel } from './correction-panel.tsx'
import { previewOf } from './correction-preview.ts'
import { cellOfField, correctionsIn, fieldOfCell, readingOfCorrected, typedFor } from './correction-values.ts'
import { cellName } from './findings-order.ts'
import { FindingsPanel } from './findings-panel.tsx'
import { ReportForms, sectionAnchor } from './report-forms.tsx'
import type { ReportView } from './report-view.ts'
import { isLaidOut, SourceView } from './source-view.tsx'
import { startExamining } from './start-examining.ts'
import { type Selection, tiesOf } from './ties.ts'

/** What was typed into a correction that was not kept, and why it was not. */
export interface Attempt {
  readonly typed: Readonly<Record<string, string>>
  readonly reason: string
  readonly errors: FormErrors
  readonly message: string | null
  /** Version that the next attempt says it has seen. */
  readonly seen: number
}

interface ExaminationProps {
  readonly view: ReportView
  readonly version: number
  /** Number of the reading that is shown. */
  readonly reading: number
  /** Said over the source: 扫描 PDF, how much of it is shown. */
  readonly sourceNote: string
  readonly truncated: boolean
  readonly mayCorrect: boolean
  /** Cells that are being corrected; null where none are. */
  readonly chosen: ReadonlySet<string> | null
  readonly attempt: Attempt | undefined
  /** The page without what is asked of it. */
  readonly here: string
}

/** Source and form side by side with everything that was found; or the same with cells to be corrected. */
export function Examination(props: ExaminationProps) {
  const { view, sourceNote, truncated, mayCorrect, chosen, attempt } = props
  const box = useRef<HTMLDivElement>(null)
  const [selection, setSelection] = useState<Selection | null>(null)
  const ties = useMemo(() => tiesOf(view), [view])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is corrected makes other fields
  useEffect(() => {
    return box.current === null ? undefined : startExamining(box.current, ties, setSelection)
  }, [ties, chosen])
  const look = classes('src', isLaidOut(view.source) && 'src--laid')
  const correctHref = (keys: readonly string[]) =>
    mayCorrect && chosen === null ? correctCellsHref(keys) : null
  const sectionHref = (section: number) =>
    mayCorrect && chosen === null ? correctSectionHref(section) : null
  return (
    <div className="exam" ref={box}>
      <section className="exam__source" id="source" aria-label="原文">
        <div className="panel__head">
          <h2>原文</h2>
          <span className="panel__aside">{sourceNote}</span>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than its frame is moved by the keyboard too */}
        <section className={look} data-scrolls tabIndex={0} aria-label="原文内容">
          <SourceView source={view.source} readings={view.readings} findings={view.findings} />
          {truncated && <Note state="soon">原文很长，后面的没有列出。要看全文，请下载原件。</Note>}
        </section>
      </section>
      <div className="exam__form">
        <JumpLinks view={view} correcting={chosen !== null} />
        {chosen === null ? (
          <>
            <Panel>
              <StatutoryLegend counts={view.counts} />
            </Panel>
            <ReportForms view={view} readings={view.readings} correctHref={sectionHref} />
            <CellNote view={view} selection={selection} correctHref={correctHref} />
          </>
        ) : (
          <Correcting {...props} chosen={chosen} key={attempt === undefined ? 'first' : 'again'} />
        )}
      </div>
      <div className="exam__findings">
        <FindingsPanel view={view} correctHref={correctHref} />
      </div>
    </div>
  )
}

/** Ways to the parts of a long page. */
function JumpLinks({ view, correcting }: { readonly view: ReportView; readonly correcting: boolean }) {
  const { edition } = view.printed
  const sections = edition === 'pre2019' ? view.prose : editions[edition ?? '2021'].sections
  return (
    <nav className="exam__jump noprint" aria-label="本页各部分">
      <a href="#source">原文</a>
      {sections.map(({ number }) => (
        <a key={number} href={`#${sectionAnchor(number)}`}>
          第{chineseNumeral(number)}部分
        </a>
      ))}
      <a href="#findings">发现 {view.findings.length} 处</a>
      {correcting && <a href="#correction">理由和保存</a>}
    </nav>
  )
}

/** The form with fields in the chosen cells; what they come to is told while it is typed. */
function Correcting({
  view,
  version,
  reading,
  chosen,
  attempt,
  here,
}: ExaminationProps & { readonly chosen: ReadonlySet<string> }) {
  const { printed, readings } = view
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      [...chosen].map((key) => [key, attempt?.typed[key] ?? typedFor(readings[key] ?? { kind: 'absent' })]),
    ),
  )
  const { cells, faults } = correctionsIn(typed, readings)
  const changed: Readonly<Record<string, Reading>> = Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => [key, readingOfCorrected(cell)]),
  )
  const after = { ...readings, ...changed }
  const tables = tablesOf(printed)
  const fieldOf = (key: string) => {
    if (!chosen.has(key)) return undefined
    const cell = tables.map((table) => cellAt(table, key)).find((each) => each !== undefined)
    return (
      <CellField
        cell={key}
        name={cell === undefined ? key : cellName(cell)}
        typed={typed[key] ?? ''}
        wrong={attempt?.errors[fieldOfCell(key)] !== undefined || faults[key] !== undefined}
        changed={cells[key] !== undefined}
      />
    )
  }
  const type = (target: EventTarget) => {
    if (!(target instanceof HTMLInputElement)) return
    const key = cellOfField(target.name)
    if (key !== null) setTyped((before) => ({ ...before, [key]: target.value }))
  }
  const first = [...chosen][0] ?? ''
  useEffect(() => {
    const field = document.getElementById(fieldId(fieldOfCell(first)))
    field?.scrollIntoView({ block: 'center' })
    if (attempt === undefined) field?.focus({ preventScroll: true })
  }, [first, attempt])
  return (
    <GuardedForm method="post" className="exam__correct">
      <ErrorSummary errors={attempt?.errors} />
      {attempt?.message != null && (
        <Note state="soon" title="没有保存" live>
          {attempt.message}
        </Note>
      )}
      <input type="hidden" name="seen" value={attempt?.seen ?? version} />
      <input type="hidden" name="base" value={reading} />
      <div className="exam__fields" onInput={({ target }) => type(target)}>
        <ReportForms view={view} readings={after} fieldOf={fieldOf} correctHref={() => null} />
      </div>
      <CorrectionPanel
        printed={printed}
        readings={readings}
        cells={cells}
        preview={previewOf(printed, readings, after)}
        reason={attempt?.reason ?? ''}
        error={attempt?.errors.reason}
        back={here}
      />
    </GuardedForm>
  )
}
