import type { Citation } from '../../../law/citation.ts'
import { formatChinese } from '../../../law/day.ts'
import { statuses } from '../../../office/requests/progress.ts'
import { Cites } from '../../ui/cite.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Ahead } from './intake-look.ts'
import { requestHref } from './rooms.ts'

interface AheadProps {
  readonly organ: string
  readonly ahead: Ahead | null
  /** Whether anything was typed: an empty form lacks everything. */
  readonly typed: boolean
}

/** Beside the form, while it is typed: the days and why, what is like it, what is public already, what is wanting. */
export function IntakeAhead({ organ, ahead, typed }: AheadProps) {
  return (
    <aside className="intake__side" aria-label="登记前的提示" aria-live="polite">
      <Panel title="收到之日和答复期限">
        {ahead === null ? <p>填写提出方式和日期后，在这里算出。</p> : <Days ahead={ahead} />}
      </Panel>
      {ahead !== null && typed && <Hints organ={organ} ahead={ahead} />}
    </aside>
  )
}

const Days = ({ ahead: { receivedOn, receipt, due, dueFirm, notes } }: { readonly ahead: Ahead }) => (
  <div className="stack">
    <dl className="intake__days">
      <div>
        <dt>收到申请之日</dt>
        <dd>{receivedOn === null ? '尚待确认' : formatChinese(receivedOn)}</dd>
      </div>
      <div>
        <dt>答复期限届满{dueFirm ? '' : '（暂定）'}</dt>
        <dd>{due === null ? '尚未起算' : formatChinese(due)}</dd>
      </div>
    </dl>
    <p>
      {receipt.because} <Cites of={receipt.cites as readonly Citation[]} audience="staff" />
    </p>
    {[...receipt.warnings, ...notes.map(({ message }) => message)].map((warning) => (
      <Note key={warning} state="soon">
        {warning}
      </Note>
    ))}
  </div>
)

function Hints({ organ, ahead }: { readonly organ: string; readonly ahead: Ahead }) {
  const { duplicates, published, triage, shortcomings } = ahead
  return (
    <>
      {duplicates.length > 0 && (
        <Panel title="可能是重复的申请" aside={`${duplicates.length} 件`}>
          <ul className="rows">
            {duplicates.map(({ request, number, status, arrivedOn, similarity }) => (
              <li key={request}>
                <a href={requestHref(organ, request)} target="_blank" rel="noreferrer">
                  {number ?? '未编号'}
                </a>
                <span>
                  {formatChinese(arrivedOn)}到达 · {statuses[status]} · 相似 {Math.round(similarity * 100)}%
                </span>
              </li>
            ))}
          </ul>
          <p className="intake__quiet">照常登记；是否重复，登记后由经办人确认（条例第三十六条第六项）。</p>
        </Panel>
      )}
      {published.length > 0 && (
        <Panel title="可能已经公开" aside={`${published.length} 条`}>
          <ul className="rows">
            {published.map(({ id, title, docNo, address }) => (
              <li key={id}>
                <a href={address} target="_blank" rel="noreferrer">
                  {title}
                </a>
                <span>{docNo}</span>
              </li>
            ))}
          </ul>
          <p className="intake__quiet">当面提出的，可以先请申请人看；仍要申请的，照常登记。</p>
        </Panel>
      )}
      {triage !== null && (
        <Note state="soon" title="请阅看后判断">
          <p>
            {triage.because} <Cites of={triage.cites as readonly Citation[]} audience="staff" />
          </p>
        </Note>
      )}
      {shortcomings.length > 0 && (
        <Panel title="还欠缺的内容" aside="不影响登记">
          <ul className="list">
            {shortcomings.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
