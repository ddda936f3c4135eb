import { Form } from 'react-router'
import { SubmitButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { AnnualCell } from './annual-words.ts'
import type { CellAnswer, CellIntent } from './cell-action.ts'
import { typedOf } from './origins.tsx'

interface CellFormsProps {
  readonly cell: AnnualCell
  /** What was typed and not taken. */
  readonly answer: CellAnswer | undefined
}

/** What may be done to a cell: a figure entered, a count corrected, a note written. */
export function CellForms({ cell, answer }: CellFormsProps) {
  const { key, change, entry, correction, note } = cell
  const of = (intent: CellIntent) => (answer?.intent === intent ? answer : undefined)
  const enter = of('enter')
  const correct = of('correct')
  return (
    <>
      <ErrorSummary errors={answer?.errors ?? undefined} />
      {change === 'enter' && (
        <Form method="post" className="stack" noValidate preventScrollReset>
          <TextField
            name="value"
            label="数字"
            hint="没有发生的填 0；确实空白的填“空”；不适用的填“—”。三者不同。"
            inputMode="decimal"
            autoComplete="off"
            short
            required
            defaultValue={enter?.typed.value ?? typedOf(cell)}
            error={enter?.errors?.value}
          />
          <TextField
            name="document"
            label="来源"
            hint="从哪个部门的哪本台账、哪个系统取得"
            defaultValue={enter?.typed.document ?? entry?.document ?? ''}
          />
          <TextField name="remark" label="备注" defaultValue={enter?.typed.remark ?? entry?.note ?? ''} />
          <div>
            <input type="hidden" name="key" value={key} />
            <SubmitButton name="intent" value="enter" pending="正在记录…">
              填报
            </SubmitButton>
          </div>
        </Form>
      )}
      {change === 'correct' && (
        <details open={correct !== undefined}>
          <summary>{correction === null ? '更改这个计数' : '再次更改'}</summary>
          <Form method="post" className="stack" noValidate preventScrollReset>
            <p>计数有误的，先看是不是申请件登记错了；确需更改的，计数和更改后的数字一并保留。</p>
            <TextField
              name="value"
              label="更改为"
              inputMode="numeric"
              autoComplete="off"
              short
              required
              defaultValue={correct?.typed.value ?? ''}
              error={correct?.errors?.value}
            />
            <TextArea
              name="reason"
              label="理由"
              rows={2}
              limit={1000}
              required
              defaultValue={correct?.typed.reason}
              error={correct?.errors?.reason}
            />
            <div>
              <input type="hidden" name="key" value={key} />
              <SubmitButton name="intent" value="correct" pending="正在记录…">
                更改
              </SubmitButton>
            </div>
          </Form>
        </details>
      )}
      {correction !== null && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="key" value={key} />
          <SubmitButton kind="plain" name="intent" value="lift" pending="正在恢复…">
            恢复为计数 {cell.computed ?? correction.computed}
          </SubmitButton>
        </Form>
      )}
      <details open={of('note') !== undefined}>
        <summary>{note === null ? '写一条说明' : '修改说明'}</summary>
        <Form method="post" className="stack" noValidate preventScrollReset>
          <TextArea
            name="note"
            label="说明"
            hint="供本机关和审核的人看，不印在报告上。清空即去掉。"
            rows={2}
            limit={1000}
            defaultValue={of('note')?.typed.note ?? note?.note ?? ''}
            error={of('note')?.errors?.note}
          />
          <div>
            <input type="hidden" name="key" value={key} />
            <SubmitButton kind="plain" name="intent" value="note" pending="正在记录…">
              保存说明
            </SubmitButton>
          </div>
        </Form>
      </details>
    </>
  )
}
