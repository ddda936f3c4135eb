import { Note } from '../../../ui/note.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'

export interface ToldPassword {
  readonly password?: { readonly account: string; readonly text: string } | undefined
}

/** A one-time password, told once. */
export function InitialPassword({ password }: ToldPassword) {
  if (password === undefined) return null
  return (
    <Note state="soon" title="初始密码只显示这一次" live>
      <p>
        账号 <strong>{password.account}</strong>，初始密码 <code>{password.text}</code>
      </p>
      <p>请打印或者抄下，当面交给本人；首次登录必须修改。</p>
      <div className="acts">
        <PrintButton>打印</PrintButton>
      </div>
    </Note>
  )
}
