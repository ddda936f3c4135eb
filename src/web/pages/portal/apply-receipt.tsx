import type { Citation } from '../../../law/citation.ts'
import { formatChinese } from '../../../law/day.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Cites } from '../../ui/cite.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Qr } from '../../ui/qr.tsx'
import { DraftSent } from './apply-draft.tsx'
import type { Frame } from './frame.ts'

interface ApplyReceiptProps {
  readonly organ: string
  readonly receipt: AnsweredBy<'apply'>
  readonly frame: Frame
  /** Whole address of the page where the request is followed; nothing personal in it. */
  readonly trackAddress: string
}

/** Last step: number and secret, which is told here and nowhere else. Meant to be printed. */
export function ApplyReceipt({ organ, receipt: taken, frame, trackAddress }: ApplyReceiptProps) {
  const { number, secret, receivedOn, receipt, shortcomings } = taken
  return (
    <>
      <h1>申请已经提交</h1>
      <DraftSent organ={organ} />
      <section className="panel panel--wide receipt" aria-label="回执">
        <div className="receipt__codes">
          <p>{frame.organ.name}</p>
          <dl>
            <div>
              <dt>登记编号</dt>
              <dd>{number}</dd>
            </div>
            <div>
              <dt>查询码</dt>
              <dd>{secret}</dd>
            </div>
          </dl>
          <p>
            <strong>查询码只显示这一次。</strong>
            请打印或者抄下这一页，凭编号和查询码查询进度、补正、撤回、下载答复。
          </p>
        </div>
        <figure>
          <Qr address={trackAddress} label="查询办理进度" />
          <figcaption>{trackAddress}</figcaption>
        </figure>
      </section>
      <Panel title="收到申请之日" kind="wide">
        <p className="receipt__day">{receivedOn === null ? '尚待确认' : formatChinese(receivedOn)}</p>
        <p>
          {receipt.because} <Cites of={receipt.cites as readonly Citation[]} audience="public" />
        </p>
      </Panel>
      {shortcomings.length > 0 && (
        <Note state="soon" title="还有欠缺的内容">
          <p>本机关会一次性告知需要补正的内容，不用重新申请。</p>
          <ul className="list">
            {shortcomings.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Note>
      )}
      <form className="receipt__acts noprint" method="post" action={`${frame.organ.home}/receipt`}>
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="secret" value={secret} />
        <Button type="submit" kind="primary">
          下载回执（PDF）
        </Button>
        <Button data-print hidden>
          打印这一页
        </Button>
        <LinkButton to={frame.apply?.trackHref ?? frame.organ.home}>查询办理进度</LinkButton>
      </form>
    </>
  )
}
