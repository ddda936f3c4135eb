import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Link } from 'react-router'
import { chineseNumeral } from '../../../../law/chinese-numeral.ts'
import { editions } from '../../../../report/editions/index.ts'
import { fill } from '../../../../report/fill.ts'
import { cellsOf, type Table } from '../../../../report/form.ts'
import { figureAt, type Reading, type Readings } from '../../../../report/reading.ts'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { fieldId } from '../../../ui/field.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StatutoryTable } from '../../../ui/statutory-table.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useHydrated } from '../../../ui/use-hydrated.ts'
import { formOf } from '../filings/filed-view.ts'
import { cellId } from '../reports/anchors.ts'
import { previewOf, sumNotes } from '../reports/correction-preview.ts'
import { fieldOfCell, readingOfCorrected, readTyped } from '../reports/correction-values.ts'
import { arrows, cellOf, neighbour } from '../reports/grid-steps.ts'
import { useArrival } from '../reports/use-arrival.ts'
import { annualYearHref } from '../rooms.ts'
import type { AnnualReport } from './annual-words.ts'
import { FigureSources } from './figure-sources.tsx'
import { type FiguresAnswer, figuresIn, reasonField, sourceField } from './figures-action.ts'
import { readingsIn } from './open-report.ts'
import { typedOf } from './origins.tsx'
import { pastedInto } from './pasted-block.ts'

type TypedFigures = Readonly<Record<string, string>>

interface FigureGridProps {
  readonly report: AnnualReport
  readonly answer: FiguresAnswer | undefined
}

/**
 * The tables of the form as a grid: arrows and Enter move, a block is pasted, the last change is undone. What is asked
 * for is entered, what was counted is corrected with a reason, and totals follow.
 */
export function FigureGrid({ report, answer }: FigureGridProps) {
  const own = report.cells.filter(({ change }) => change !== null)
  const byKey = new Map(report.cells.map((cell) => [cell.key, cell]))
  const edition = editions[report.edition.id as keyof typeof editions]
  const sections = edition.sections.filter(({ content }) => content === 'tables')
  const [typed, setTyped] = useState<TypedFigures>(() =>
    Object.fromEntries(own.map((cell) => [cell.key, answer?.typed[fieldOfCell(cell.key)] ?? typedOf(cell)])),
  )
  const [past, setPast] = useState<readonly TypedFigures[]>([])
  const touched = useRef<string | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const hydrated = useHydrated()
  useArrival()

  /** Takes a change; one step back is what was typed into one cell, or one block. */
  const change = (next: TypedFigures, at: string | null) => {
    if (at === null || touched.current !== at) setPast([...past, typed])
    touched.current = at
    setTyped(next)
  }
  const undo = () => {
    const before = past.at(-1)
    if (before === undefined) return
    touched.current = null
    setTyped(before)
    setPast(past.slice(0, -1))
  }
  const onKey = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      undo()
      return
    }
    const target = event.target
    const cell = target instanceof HTMLInputElement ? cellOf(target) : null
    if (cell === null || root.current === null || event.nativeEvent.isComposing) return
    const { selectionStart, selectionEnd, value } = target as HTMLInputElement
    const step =
      event.key === 'Enter'
        ? ([0, event.shiftKey ? -1 : 1] as const)
        : arrows[event.key as keyof typeof arrows]
    if (step === undefined) return
    // Within a text the arrows move the caret first.
    const caret = selectionStart === selectionEnd ? selectionStart : null
    if (step[0] === -1 && caret !== null && caret > 0) return
    if (step[0] === 1 && caret !== null && caret < value.length) return
    event.preventDefault()
    const field = neighbour(root.current, cell, step)?.querySelector('input')
    field?.focus()
    field?.select()
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    const cell = event.target instanceof HTMLInputElement ? cellOf(event.target) : null
    if (cell === null || root.current === null || !/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    change({ ...typed, ...pastedInto(root.current, cell, text) }, null)
  }

  const readings = readingsIn(report.cells)
  const after = afterTyping(report, typed)
  const printed = formOf(report.edition.id)
  const { gone, come } = previewOf(printed, readings, after)
  const sums = sumNotes(printed, after)
  const lastYear = new Map(report.asked.map(({ key, lastYear: last }) => [key, last]))
  const fields = Object.fromEntries(Object.entries(typed).map(([key, text]) => [fieldOfCell(key), text]))
  const { figures, corrections, errors } = figuresIn({ ...answer?.typed, ...fields }, report.cells)
  const changed = new Set([...figures, ...corrections].map(({ key }) => key))
  const empty = own.filter(({ key }) => (typed[key] ?? '') === '').length
  const noteOf = (key: string) => {
    const sum = sums.get(key)
    if (sum !== undefined) return { text: sum, bad: true }
    const cell = byKey.get(key)
    const counted = cell?.computed ?? cell?.value
    if (cell?.change === 'correct' && readTyped(typed[key] ?? '') !== counted)
      return { text: `计数 ${counted}`, bad: false }
    const last = lastYear.get(key)
    return last == null ? null : { text: `上年 ${last}`, bad: false }
  }

  return (
    <GuardedForm method="post" className="stack">
      <ErrorSummary errors={answer?.errors} />
      {answer?.message != null && (
        <Note state="soon" title="没有保存" live>
          {answer.message}
        </Note>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of its fields */}
      <div className="annual__grid stack" ref={root} onKeyDown={onKey} onPaste={onPaste}>
        {sections.map(({ number, title }, place) => (
          <Panel
            key={number}
            title={`${chineseNumeral(number)}、${title}`}
            aside={place === 0 && hydrated && '方向键、回车移动；可以从 Excel 复制一块粘贴；Ctrl + Z 撤销'}
          >
            <div className="stack">
              <p>{howTo(report, number)}</p>
              <StatutoryTable
                caption={`${chineseNumeral(number)}、${title}`}
                tables={edition.tables.filter(({ section }) => section === number)}
                readings={after}
                idOf={cellId}
                noteOf={noteOf}
                contentOf={(key) => {
                  const cell = byKey.get(key)
                  if (cell === undefined || cell.change === null) return undefined
                  const name = fieldOfCell(key)
                  return (
                    <input
                      className="form__field"
                      id={fieldId(name)}
                      name={name}
                      aria-label={cell.caption}
                      value={typed[key] ?? ''}
                      onChange={({ target }) => change({ ...typed, [key]: target.value }, key)}
                      onBlur={() => {
                        touched.current = null
                      }}
                      autoComplete="off"
                      {...((answer?.errors[name] ?? errors[name]) !== undefined && { 'aria-invalid': true })}
                      {...(changed.has(key) && { 'data-changed': '' })}
                    />
                  )
                }}
              />
            </div>
          </Panel>
        ))}
      </div>
      <Panel title="来源和理由">
        <div className="stack">
          {come.length > 0 && (
            <Note state="soon" title={`这样填会新增 ${come.length} 处发现`}>
              <ul className="list">
                {come.map(({ rule, message }) => (
                  <li key={rule + message}>{message}</li>
                ))}
              </ul>
            </Note>
          )}
          <TextField
            name={sourceField}
            label="统一来源"
            hint="下面没有另写来源的，都按此记录。例如：政务服务中心2025年许可台账。"
            defaultValue={answer?.typed[sourceField] ?? ''}
          />
          {own.some((cell) => cell.change === 'correct') && (
            <TextField
              name={reasonField}
              label="更改计数的理由"
              hint="改了由申请件计数的格才填。例如：另有三件在旧系统登记，尚未导入。"
              defaultValue={answer?.typed[reasonField] ?? ''}
              error={answer?.errors[reasonField]}
              {...(corrections.some(({ value }) => value !== null) && { required: true })}
            />
          )}
          <FigureSources
            cells={own.filter((cell) => cell.change === 'enter')}
            typed={typed}
            answer={answer}
          />
        </div>
      </Panel>
      <div className="annual__bar">
        <SubmitButton pending="正在保存…">保存</SubmitButton>
        {hydrated && past.length > 0 && <Button onClick={undo}>撤销一步</Button>}
        <p role="status">
          {changed.size === 0 ? '还没有改动。' : `改动 ${changed.size} 格。`}
          {empty > 0 && `还有 ${empty} 格没有数字。`}
          {come.length > 0 && `会新增 ${come.length} 处发现。`}
          {gone.length > 0 && `会消除 ${gone.length} 处发现。`}
        </p>
        <Link to={annualYearHref(report.organ.id, report.year)}>回到报告</Link>
      </div>
    </GuardedForm>
  )
}

/** What may be done to the tables of a section. */
function howTo({ cells, edition }: AnnualReport, number: number): ReactNode {
  const tables: readonly Table[] = editions[edition.id as keyof typeof editions].tables
  const here = new Set(
    tables
      .filter(({ section }) => section === number)
      .flatMap(cellsOf)
      .map(({ key }) => key),
  )
  const changes = new Set(cells.flatMap(({ key, change }) => (here.has(key) ? [change] : [])))
  if (changes.has('enter'))
    return (
      <>
        没有发生的填 <b>0</b>；确实空白的填“<b>空</b>”；不适用的填“<b>—</b>”。三者不同，系统不替您填零。
      </>
    )
  return changes.has('correct')
    ? '由申请件计数，一般不改。确需更改的，在下面写明理由；计数和更改后的数字一并保留，合计随之变。'
    : '采用了汇总的数字，不在这里改；有误的，请由该机关更改后重新汇总。'
}

/** The figures as they would be once what is typed is kept; totals of what was counted follow their parts. */
function afterTyping({ cells, edition }: AnnualReport, typed: TypedFigures): Readings {
  const after: Record<string, Reading> = { ...readingsIn(cells) }
  for (const { key, change } of cells) {
    const read = change === null ? null : readTyped(typed[key] ?? '')
    if (typeof read === 'string' || typeof read === 'number') after[key] = readingOfCorrected(read)
  }
  const corrected = new Set(cells.flatMap(({ key, change }) => (change === 'correct' ? [key] : [])))
  for (const table of editions[edition.id as keyof typeof editions].tables as readonly Table[]) {
    const items = cellsOf(table).filter(({ key }) => corrected.has(key))
    const counts = items.map(({ key, row, column }) => ({
      row: row.path,
      column: column.path,
      count: figureAt(after, key) ?? 0,
    }))
    if (counts.length > 0) Object.assign(after, fill(table, counts))
  }
  return after
}
