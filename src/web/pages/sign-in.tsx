import { data, Form, Link, redirect } from 'react-router'
import type { DemonstrationAccount, SignInOutcome } from '../desk/sign-in-desk.ts'
import { SubmitButton } from '../ui/button.tsx'
import { Door } from '../ui/door.tsx'
import { ErrorSummary, type FormErrors } from '../ui/error-summary.tsx'
import { Note } from '../ui/note.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Route } from './+types/sign-in.ts'
import { deskOf } from './load-context.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { signIn } = deskOf(context)
  if (await signIn.wantsSetUp()) throw redirect('/set-up')
  return {
    demonstration: signIn.demonstration,
    /** On the way in, without the authenticator: the cookie of the first step says whose code it is. */
    recovery: new URL(request.url).searchParams.has('recovery'),
  }
}

export const meta = () => [{ title: '登录 · 公开' }]

interface Answer {
  readonly step: 'password' | 'code'
  readonly errors?: FormErrors
  /** What was typed, but never a password. */
  readonly account?: string
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const { signIn } = deskOf(context)
  const text = (name: string) => String(form.get(name) ?? '')

  if (form.has('code')) {
    const stay: Answer = { step: 'code' }
    const code = text('code').trim()
    if (code === '') return refused(stay, { code: '请填写验证码。' })
    return answered(await signIn.withCode({ code }), stay, 'code')
  }

  const attempt = { account: text('account').trim(), password: text('password') }
  const stay: Answer = { step: 'password', account: attempt.account }
  const errors = {
    ...(attempt.account === '' && { account: '请填写用户名。' }),
    ...(attempt.password === '' && { password: '请填写密码。' }),
  }
  if (Object.keys(errors).length > 0) return refused(stay, errors)
  return answered(await signIn.withPassword(attempt), stay, 'account')
}

const refused = (stay: Answer, errors: FormErrors) => data<Answer>({ ...stay, errors }, { status: 422 })

/** Goes on where the door opened; else says why not, at the field `at`. */
function answered(outcome: SignInOutcome, stay: Answer, at: string) {
  switch (outcome.outcome) {
    case 'refused':
      return refused(stay, { [at]: outcome.message })
    case 'codeWanted':
      return data<Answer>({ step: 'code' }, { headers: outcome.headers })
    case 'signedIn':
      return redirect(outcome.next, { headers: outcome.headers })
  }
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { recovery } = loaderData
  const { step, errors, account }: Answer = actionData ?? { step: recovery ? 'code' : 'password' }
  return (
    <Door>
      <Form className="panel stack" method="post" noValidate>
        <h1>{step === 'password' ? '工作人员登录' : recovery ? '输入备用码' : '输入动态验证码'}</h1>
        <ErrorSummary errors={errors} />
        {step === 'code' ? (
          <CodeStep errors={errors} recovery={recovery} />
        ) : (
          <PasswordStep errors={errors} account={account} />
        )}
      </Form>
      {step === 'password' && <Demonstration accounts={loaderData.demonstration} />}
    </Door>
  )
}

interface StepProps {
  readonly errors: FormErrors | undefined
  readonly account?: string | undefined
}

const PasswordStep = ({ errors, account }: StepProps) => (
  <>
    <TextField
      name="account"
      label="用户名"
      autoComplete="username"
      defaultValue={account}
      error={errors?.account}
    />
    <TextField
      name="password"
      label="密码"
      type="password"
      autoComplete="current-password"
      error={errors?.password}
    />
    <SubmitButton block pending="正在登录…">
      登录
    </SubmitButton>
    <p className="text-sm text-ink-2">忘记密码的，请本机关安全管理员重置。</p>
  </>
)

const CodeStep = ({ errors, recovery }: StepProps & { readonly recovery: boolean }) => (
  <>
    {recovery ? (
      <TextField
        name="code"
        label="备用码"
        hint="启用二次验证时保存的十个备用码之一，每个只能用一次。"
        autoComplete="off"
        error={errors?.code}
      />
    ) : (
      <TextField
        name="code"
        label="动态验证码"
        hint="验证器应用上显示的 6 位数字。"
        inputMode="numeric"
        autoComplete="one-time-code"
        error={errors?.code}
      />
    )}
    <SubmitButton block pending="正在登录…">
      继续
    </SubmitButton>
    <p className="text-sm text-ink-2">
      {recovery ? (
        <Link to="/sign-in">重新登录，用验证器</Link>
      ) : (
        <Link to="/sign-in?recovery">手机不在身边，用备用码</Link>
      )}
    </p>
  </>
)

const Demonstration = ({ accounts }: { readonly accounts: readonly DemonstrationAccount[] }) =>
  accounts.length > 0 && (
    <Note state="info" title="演示账号">
      <p>这里是示范县的演示，内容都是虚构的，任何人都能用下列账号登录。请不要填写真实的个人信息。</p>
      <table className="table mt-3">
        <thead>
          <tr>
            <th scope="col">用户名</th>
            <th scope="col">密码</th>
            <th scope="col">身份</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ account, password, role }) => (
            <tr key={account}>
              <td className="keep">{account}</td>
              <td className="keep">{password}</td>
              <td>{role}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Note>
  )
