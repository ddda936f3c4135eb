import { Form, Link } from 'react-router'
import type { Citation } from '../../../law/citation.ts'
import { formatChinese } from '../../../law/day.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { Cites } from '../../ui/cite.tsx'
import { Note } from '../../ui/note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { requestHref } from './rooms.ts'

export type Registered = AnsweredBy<'receive'>

interface SavedProps {
  readonly organ: string
  readonly saved: Registered
}

/** What was just registered: the number, large, to be written on the paper; the receipt; and the way back. */
export function IntakeSaved({ organ, saved }: SavedProps) {
  const { id, number, receivedOn, receipt, due, dueFirm, receiptLetter, secret, version } = saved
  const here = requestHref(organ, id)
  return (
    <section className="intake__saved panel" aria-label="刚刚登记的">
      <div role="status">
        <p>已登记，请把编号写在来件右上角</p>
        <p className="intake__number">{number}</p>
      </div>
      <div className="stack">
        <p>
          {receivedOn === null ? '收到之日尚待确认' : `收到申请之日 ${formatChinese(receivedOn)}`}
          {due !== null && `，答复期限${formatChinese(due)}届满${dueFirm ? '' : '（暂定）'}`}。
          {receivedOn === null && <Link to={`${here}/confirmReceipt`}>登记确认</Link>}
        </p>
        <p className="intake__quiet">
          {receipt.because} <Cites of={receipt.cites as readonly Citation[]} audience="staff" />
        </p>
        {saved.warnings.map(({ message }) => (
          <Note key={message} state="soon">
            {message}
          </Note>
        ))}
        <p className="intake__code">
          查询码 <strong>{secret}</strong>（只在这里显示，请随回执交给申请人）
        </p>
        <div className="deed__acts">
          {receiptLetter !== null && (
            <a
              className="btn"
              href={`${here}/letters/${encodeURIComponent(receiptLetter)}/file`}
              target="_blank"
              rel="noreferrer"
            >
              打印登记回执
            </a>
          )}
          <form method="post" action={`/organs/${encodeURIComponent(organ)}/receipt`}>
            <input type="hidden" name="number" value={number} />
            <input type="hidden" name="secret" value={secret} />
            <button type="submit" className="btn">
              打印查询凭条
            </button>
          </form>
          <Link className="btn" to={here}>
            打开该件
          </Link>
        </div>
        <details className="intake__undo">
          <summary>登记错了，撤销这一件</summary>
          <Form method="post" className="stack" noValidate>
            <p>
              编号 {number}{' '}
              作废后不再使用，记录保留；刚才录入的内容回到表中，改好后重新登记。已经交出的回执请收回。
            </p>
            <input type="hidden" name="intent" value="undo" />
            <input type="hidden" name="request" value={id} />
            <input type="hidden" name="number" value={number} />
            <input type="hidden" name="seen" value={version} />
            <TextField
              name="because"
              label="作废的理由"
              defaultValue="录入有误，重新登记"
              autoComplete="off"
            />
            <SubmitButton kind="danger">作废登记</SubmitButton>
          </Form>
        </details>
      </div>
    </section>
  )
}
