import { Form } from 'react-router'
import { SubmitButton } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Qr } from '../../ui/qr.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** A second factor that is offered and not in force yet. */
export interface Enrolment {
  /** otpauth://…, which the authenticator takes. */
  readonly uri: string
  readonly recoveryCodes: readonly string[]
}

/** The secret in groups of four, to be typed by hand. */
const secretOf = (uri: string): string =>
  (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 ')

/** The secret for the authenticator, and the field for its first code. */
export function EnrolSecondFactor({
  uri,
  recoveryCodes,
  error,
}: Enrolment & { readonly error: string | undefined }) {
  return (
    <div className="stack">
      <ol className="steps-plain">
        <li>在手机上打开验证器应用（TOTP），扫下面的二维码；不能扫的，输入密钥。</li>
        <li>填写应用上显示的六位数字。</li>
      </ol>
      <div className="enrol">
        <Qr address={uri} label="验证器的密钥" />
        <p>
          密钥
          <br />
          <code>{secretOf(uri)}</code>
        </p>
      </div>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="uri" value={uri} />
        <input type="hidden" name="recoveryCodes" value={recoveryCodes.join(' ')} />
        <TextField
          name="code"
          label="验证器上的数字"
          inputMode="numeric"
          autoComplete="one-time-code"
          error={error}
          short
        />
        <SubmitButton name="intent" value="confirm">
          确认启用
        </SubmitButton>
      </Form>
    </div>
  )
}

/** The recovery codes, told once. */
export const RecoveryCodes = ({ codes }: { readonly codes: readonly string[] }) => (
  <Note state="soon" title="备用码只显示这一次" live>
    <p>手机丢失或者不在身边时，用备用码代替验证码登录，每个只能用一次。请打印或者抄下，妥善保管。</p>
    <ul className="codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <PrintButton>打印备用码</PrintButton>
  </Note>
)
