import { Form } from 'react-router'
import type { AnsweredBy } from '../../../desk/api.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { ErrorSummary, type FormErrors } from '../../../ui/error-summary.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { type MatchAttempt, MatchForm } from './match-form.tsx'
import type { NamedOrgan } from './organs-below.ts'

type Whole = AnsweredBy<'readExaminedReport'>

/** A withdrawal that was not taken, and why. */
export interface Withdrawal {
  readonly reason: string
  readonly errors: FormErrors
}

interface ReportStepsProps extends Pick<Whole, 'row' | 'proposals'> {
  readonly organs: readonly NamedOrgan[]
  readonly attempt: MatchAttempt | undefined
  readonly withdrawal: Withdrawal | undefined
}

/** What is seldom done with a report: read it again, say anew whose it is, take it out. */
export function ReportSteps({ row, organs, proposals, attempt, withdrawal }: ReportStepsProps) {
  return (
    <Panel title="其他办理">
      <div className="stack">
        {row.state === 'read' && (
          <Form method="post">
            <p>读取程序更新后，可以把原件重新读一次。更正过的读数仍可查看，但以新的读数为准。</p>
            <SubmitButton kind="plain" name="intent" value="again" pending="正在安排…">
              重新读取
            </SubmitButton>
          </Form>
        )}
        {row.confirmed && (
          <details open={attempt !== undefined}>
            <summary>改正所属的机关或者年度</summary>
            <MatchForm row={row} proposals={proposals} organs={organs} attempt={attempt} label="改正" />
          </details>
        )}
        <details open={withdrawal !== undefined}>
          <summary>撤下这份年报</summary>
          <Form method="post" className="stack" noValidate>
            <ErrorSummary errors={withdrawal?.errors} />
            <p>撤下后列表不再显示，也不进入汇总；收存和撤下的记录仍在。误撤的可以重新上传。</p>
            <TextArea
              name="withdrawReason"
              label="撤下的理由"
              hint="例如：上传错了文件，不是年度报告。"
              rows={2}
              limit={500}
              required
              defaultValue={withdrawal?.reason}
              error={withdrawal?.errors.withdrawReason}
            />
            <SubmitButton kind="danger" name="intent" value="withdraw" pending="正在撤下…">
              撤下
            </SubmitButton>
          </Form>
        </details>
      </div>
    </Panel>
  )
}
