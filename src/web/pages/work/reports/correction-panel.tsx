import { Link } from 'react-router'
import { cellAt } from '../../../../report/form.ts'
import { shown } from '../../../../report/judge.ts'
import { type Readings, readingAt } from '../../../../report/reading.ts'
import { type Finding, tablesOf } from '../../../../report/report.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { findingLook } from '../../../ui/finding-look.ts'
import { Panel } from '../../../ui/panel.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import type { Preview } from './correction-preview.ts'
import { type CorrectedCell, correctedWords } from './correction-values.ts'
import { cellName } from './findings-order.ts'
import type { Printed } from './report-view.ts'

interface CorrectionPanelProps {
  readonly printed: Printed
  readonly readings: Readings
  /** What is typed that is another reading. */
  readonly cells: Readonly<Record<string, CorrectedCell>>
  readonly preview: Preview
  readonly reason: string
  readonly error: string | undefined
  readonly back: string
}

/** What will be changed, why, and what that does to the findings; then it is kept as a reading of its own. */
export function CorrectionPanel({ printed, readings, cells, preview, ...form }: CorrectionPanelProps) {
  const tables = tablesOf(printed)
  const changes = Object.entries(cells).flatMap(([key, cell]) => {
    const found = tables.map((table) => cellAt(table, key)).find((each) => each !== undefined)
    return found === undefined
      ? []
      : [{ key, name: cellName(found), from: shown(readingAt(readings, key)), to: correctedWords(cell) }]
  })
  return (
    <div id="correction" className="correction">
      <Panel title="更正读数" aside="原件不变，另存一次读数，并记下是谁改的">
        <div className="stack">
          <div role="status" className="correction__what">
            {changes.length === 0 ? (
              <p>
                在表中改正读错的格：数字直接填；原件上是空白的填“空”，是横线、斜线的填“—”。原件本身填错的不要改，那是报告的问题，由发现说明。
              </p>
            ) : (
              <>
                <p>
                  改 {changes.length} 格：
                  {changes.map(({ key, name, from, to }) => (
                    <span key={key}>
                      {name} {from} → <b>{to}</b>
                    </span>
                  ))}
                </p>
                <Effects {...preview} />
              </>
            )}
          </div>
          <TextArea
            name="reason"
            label="更正的理由"
            hint="例如：对照扫描件第 3 页，此格印的是 62，识别成了 52。"
            rows={2}
            required
            limit={500}
            defaultValue={form.reason}
            error={form.error}
          />
          <div className="deed__acts">
            <SubmitButton pending="正在保存…" name="intent" value="correct">
              保存更正
            </SubmitButton>
            <Link to={form.back}>不改了</Link>
          </div>
        </div>
      </Panel>
    </div>
  )
}

/** Which findings of the form would go, and which would come. */
function Effects({ gone, come, stays }: Preview) {
  return (
    <>
      <EffectList title={`消除 ${gone.length} 处`} state="ok" findings={gone} />
      <EffectList title={`新增 ${come.length} 处`} state="late" findings={come} />
      <p className="correction__note">
        表内的算式和空格还有 {stays} 处不变。正文与表、与上一年的核对，保存时重新做。
      </p>
    </>
  )
}

interface EffectListProps {
  readonly title: string
  readonly state: 'ok' | 'late'
  readonly findings: readonly Finding[]
}

const EffectList = ({ title, state, findings }: EffectListProps) =>
  findings.length > 0 && (
    <div>
      <b className={`ic ic--${state}`}>{title}</b>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.rule}${finding.message}`}>
            {findingLook(finding).word}：{finding.message}
          </li>
        ))}
      </ul>
    </div>
  )
