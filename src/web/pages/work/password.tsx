import { data, Form, Link, redirect } from 'react-router'
import { SubmitButton } from '../../ui/button.tsx'
import { Door } from '../../ui/door.tsx'
import { ErrorSummary, type FormErrors } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/password.ts'
import { told } from './told.ts'

export const meta = () => [{ title: '修改密码 · 公开' }]

/** A one-time password opens nothing but this page: who they are is asked after, and only of the others. */
export async function loader({ context }: Route.LoaderArgs) {
  const { api, signIn } = deskOf(context)
  const me = await api.call('readMe', {})
  if (!me.ok && me.problem.type.endsWith(':password-first')) return { first: true, hint: signIn.passwordHint }
  told(me)
  return { first: false, hint: signIn.passwordHint }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const [current, next, again] = [text('current'), text('next'), text('again')]
  const errors: FormErrors = {
    ...(current === '' && { current: '请填写原密码。' }),
    ...(next === '' && { next: '请填写新密码。' }),
    ...(next !== again && { again: '两次填写的新密码不一样，请重新填写。' }),
  }
  if (Object.keys(errors).length > 0) return data({ errors }, { status: 422 })
  const changed = await deskOf(context).signIn.changePassword({ current, next })
  switch (changed.outcome) {
    case 'changed':
      return redirect('/work', { headers: changed.headers })
    case 'notSignedIn':
      return redirect('/sign-in')
    case 'refused':
      return data({ errors: { [changed.of]: changed.message } as FormErrors }, { status: 422 })
  }
}

/** Changes one's own password; also the only page for whoever came with a one-time password. */
export default function Password({ loaderData: { first, hint }, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors
  return (
    <Door>
      <Form className="panel stack" method="post" noValidate>
        <h1>修改密码</h1>
        {first && <p>首次登录或者密码被重置后，先换成只有您自己知道的密码，再开始工作。</p>}
        <ErrorSummary errors={errors} />
        <TextField
          name="current"
          label="原密码"
          type="password"
          autoComplete="current-password"
          error={errors?.current}
        />
        <TextField
          name="next"
          label="新密码"
          hint={hint}
          type="password"
          autoComplete="new-password"
          error={errors?.next}
        />
        <TextField
          name="again"
          label="再填一次新密码"
          type="password"
          autoComplete="new-password"
          error={errors?.again}
        />
        <SubmitButton block pending="正在修改…">
          修改密码
        </SubmitButton>
        {!first && (
          <p>
            <Link to="/work/account">返回我的账号</Link>
          </p>
        )}
      </Form>
    </Door>
  )
}
