import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Link } from 'react-router'
import { chineseNumeral } from '../../../../law/chinese-numeral.ts'
import { editions } from '../../../../report/editions/index.ts'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { fieldId } from '../../../ui/field.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StatutoryTable } from '../../../ui/statutory-table.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useHydrated } from '../../../ui/use-hydrated.ts'
import { cellId } from '../reports/anchors.ts'
import { previewOf, sumNotes } from '../reports/correction-preview.ts'
import { fieldOfCell, readingOfCorrected, readTyped } from '../reports/correction-values.ts'
import { arrows, cellOf, neighbour } from '../reports/grid-steps.ts'
import { annualYearHref } from '../rooms.ts'
import type { AnnualReport } from './annual-words.ts'
import { FigureSources } from './figure-sources.tsx'
import { type FiguresAnswer, figuresIn, sourceField } from './figures-action.ts'
import { readingsIn } from './open-report.ts'
import { typedOf } from './origins.tsx'
import { pastedInto } from './pasted-block.ts'

type TypedFigures = Readonly<Record<string, string>>

interface FigureGridProps {
  readonly report: AnnualReport
  readonly answer: FiguresAnswer | undefined
}

/** The tables whose figures are entered, as a grid: arrows and Enter move, a block is pasted, the last change is undone. */
export function FigureGrid({ report, answer }: FigureGridProps) {
  const own = report.cells.filter(({ change }) => change === 'enter')
  const edition = editions[report.edition.id as keyof typeof editions]
  const section = edition.sections.find(({ number }) => number === 2)!
  const tables = edition.tables.filter((table) => table.section === section.number)
  const [typed, setTyped] = useState<TypedFigures>(() =>
    Object.fromEntries(own.map((cell) => [cell.key, answer?.typed[fieldOfCell(cell.key)] ?? typedOf(cell)])),
  )
  const [past, setPast] = useState<readonly TypedFigures[]>([])
  const touched = useRef<string | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const hydrated = useHydrated()

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
  const after = { ...readings }
  for (const { key } of own) {
    const read = readTyped(typed[key] ?? '')
    if (read !== null && (typeof read !== 'object' || read === null)) after[key] = readingOfCorrected(read)
  }
  const printed = {
    edition: edition.id,
    forms: Object.fromEntries(edition.tables.map(({ key }) => [key, edition.id])),
  } as Parameters<typeof previewOf>[0]
  const { gone, come } = previewOf(printed, readings, after)
  const sums = sumNotes(printed, after)
  const lastYear = new Map(report.asked.map(({ key, lastYear: last }) => [key, last]))
  const fields = Object.fromEntries(Object.entries(typed).map(([key, text]) => [fieldOfCell(key), text]))
  const { figures, errors } = figuresIn({ ...answer?.typed, ...fields }, report.cells)
  const changed = new Set(figures.map(({ key }) => key))
  const empty = own.filter(({ key }) => (typed[key] ?? '') === '').length
  const title = `${chineseNumeral(section.number)}、${section.title}`

  return (
    <GuardedForm method="post" className="stack">
      <ErrorSummary errors={answer?.errors} />
      {answer?.message != null && (
        <Note state="soon" title="没有保存" live>
          {answer.message}
        </Note>
      )}
      <Panel title={title} aside={hydrated && '方向键、回车移动；可以从 Excel 复制一块粘贴；Ctrl + Z 撤销'}>
        <div className="stack">
          <p>
            没有发生的填 <b>0</b>；确实空白的填“<b>空</b>”；不适用的填“<b>—</b>”。三者不同，系统不替您填零。
          </p>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of its fields */}
          <div className="annual__grid" ref={root} onKeyDown={onKey} onPaste={onPaste}>
            <StatutoryTable
              caption={title}
              tables={tables}
              readings={after}
              idOf={cellId}
              contentOf={(key) => {
                const cell = own.find((each) => each.key === key)
                if (cell === undefined) return undefined
                return (
                  <input
                    className="form__field"
                    id={fieldId(fieldOfCell(key))}
                    name={fieldOfCell(key)}
                    aria-label={cell.caption}
                    value={typed[key] ?? ''}
                    onChange={({ target }) => change({ ...typed, [key]: target.value }, key)}
                    onBlur={() => {
                      touched.current = null
                    }}
                    autoComplete="off"
                    {...((answer?.errors[fieldOfCell(key)] ?? errors[fieldOfCell(key)]) !== undefined && {
                      'aria-invalid': true,
                    })}
                    {...(changed.has(key) && { 'data-changed': '' })}
                  />
                )
              }}
              noteOf={(key) => {
                const sum = sums.get(key)
                if (sum !== undefined) return { text: sum, bad: true }
                const last = lastYear.get(key)
                return last == null ? null : { text: `上年 ${last}`, bad: false }
              }}
            />
          </div>
          <p role="status">
            {changed.size === 0 ? '还没有改动。' : `改动 ${changed.size} 格。`}
            {empty > 0 && `还有 ${empty} 格没有数字。`}
            {come.length > 0 &&
              `会新增 ${come.length} 处发现：${come.map(({ message }) => message).join(' ')}`}
            {gone.length > 0 && `会消除 ${gone.length} 处发现。`}
          </p>
          <TextField
            name={sourceField}
            label="统一来源"
            hint="下面没有另写来源的，都按此记录。例如：政务服务中心2025年许可台账。"
            defaultValue={answer?.typed[sourceField] ?? ''}
          />
          <FigureSources cells={own} typed={typed} answer={answer} />
          <div className="deed__acts">
            <SubmitButton pending="正在保存…">保存</SubmitButton>
            {hydrated && past.length > 0 && <Button onClick={undo}>撤销一步</Button>}
            <Link to={annualYearHref(report.organ.id, report.year)}>回到报告</Link>
          </div>
        </div>
      </Panel>
    </GuardedForm>
  )
}
