import { data, Form, Link, redirect } from 'react-router'
import { signInMeans } from '../../../office/staff/events.ts'
import type { EnrolmentOutcome, OwnOutcome, OwnSession } from '../../desk/sign-in-desk.ts'
import { Badge } from '../../ui/badge.tsx'
import { SubmitButton } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorSummary, type FormErrors } from '../../ui/error-summary.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/account.ts'
import { type Enrolment, EnrolSecondFactor, RecoveryCodes } from './second-factor.tsx'
import { told } from './told.ts'

export const meta = () => [{ title: '我的账号 · 公开' }]

export async function loader({ request, context }: Route.LoaderArgs) {
  const { api, signIn } = deskOf(context)
  const me = told(await api.call('readMe', {}))
  const own = await signIn.own()
  if (own === null) throw redirect('/sign-in')
  const wanted = new URL(request.url).searchParams.get('wanted') === 'secondFactor'
  return { name: me.name, wanted, passed: me.secondFactor, grants: me.grants, ...own }
}

interface Answer {
  readonly errors?: FormErrors
  readonly enrolment?: Enrolment
  /** Shown once. */
  readonly recoveryCodes?: readonly string[]
  readonly done?: string
}

const refused = (errors: FormErrors, rest: Answer = {}) => data<Answer>({ ...rest, errors }, { status: 422 })

export async function action({ request, context }: Route.ActionArgs) {
  const { signIn } = deskOf(context)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const password = String(form.get('password') ?? '')
  const done = (outcome: OwnOutcome, at: string, answer: Answer) =>
    outcome.outcome === 'refused'
      ? refused({ [at]: outcome.message })
      : data<Answer>(answer, { headers: outcome.headers })
  const codes = (outcome: EnrolmentOutcome, at: string) =>
    outcome.outcome === 'refused'
      ? refused({ [at]: outcome.message })
      : data<Answer>(
          outcome.uri === null
            ? { recoveryCodes: outcome.recoveryCodes }
            : { enrolment: { uri: outcome.uri, recoveryCodes: outcome.recoveryCodes } },
        )
  switch (text('intent')) {
    case 'enable':
      if (password === '') return refused({ password: '请填写密码。' })
      return codes(await signIn.enableSecondFactor({ password }), 'password')
    case 'confirm': {
      const enrolment = { uri: text('uri'), recoveryCodes: text('recoveryCodes').split(' ') }
      if (text('code') === '') return refused({ code: '请填写验证器上的六位数字。' }, { enrolment })
      const outcome = await signIn.confirmSecondFactor({ code: text('code') })
      if (outcome.outcome === 'refused') return refused({ code: outcome.message }, { enrolment })
      return data<Answer>({ recoveryCodes: enrolment.recoveryCodes }, { headers: outcome.headers })
    }
    case 'renew':
      if (password === '') return refused({ password: '请填写密码。' })
      return codes(await signIn.renewRecoveryCodes({ password }), 'password')
    case 'disable':
      if (password === '') return refused({ password: '请填写密码。' })
      return done(await signIn.disableSecondFactor({ password }), 'password', { done: '二次验证已经停用。' })
    case 'endOthers':
      return done(await signIn.endOtherSessions(), 'sessions', { done: '其他地方的登录都已结束。' })
    case 'endAll': {
      const ended = await signIn.endOtherSessions()
      if (ended.outcome === 'refused') return refused({ sessions: ended.message })
      return redirect('/sign-in', { headers: await signIn.signOut() })
    }
    default:
      return data<Answer>({}, { status: 400 })
  }
}

/** One's own account: password, second factor, where one is signed in. */
export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { name, account, wanted, secondFactorOn, passed, sessions, grants } = loaderData
  const { errors, enrolment, recoveryCodes, done } = (actionData ?? {}) as Answer
  return (
    <div className="stack work-narrow">
      <PageHead title="我的账号" note={`${name} · ${account}`} />
      <ErrorSummary errors={errors} />
      {done !== undefined && (
        <Note state="ok" live>
          {done}
        </Note>
      )}
      {wanted && !passed && (
        <Note state="soon" title="您的权限要求二次验证">
          {secondFactorOn ? '请退出后用密码和验证码重新登录。' : '请先在下面启用二次验证，启用后即可继续。'}
        </Note>
      )}
      {recoveryCodes !== undefined && <RecoveryCodes codes={recoveryCodes} />}
      <Panel title="身份">
        <ul>
          {grants.map(({ organ, organName, role, roleCaption }) => (
            <li key={`${organ} ${role}`}>
              {organName} {roleCaption}
            </li>
          ))}
        </ul>
        {grants.length === 0 && <p>还没有授予身份，请联系本机关安全管理员。</p>}
      </Panel>
      <Panel title="密码">
        <p>
          <Link to="/work/password">修改密码</Link>
        </p>
      </Panel>
      <Panel
        title="二次验证"
        mark={<Badge state={secondFactorOn ? 'ok' : 'plain'}>{secondFactorOn ? '已启用' : '未启用'}</Badge>}
      >
        {enrolment !== undefined ? (
          <EnrolSecondFactor {...enrolment} error={errors?.code} />
        ) : (
          <SecondFactor on={secondFactorOn} error={errors?.password} />
        )}
      </Panel>
      <Sessions sessions={sessions} />
    </div>
  )
}

const SecondFactor = ({ on, error }: { readonly on: boolean; readonly error: string | undefined }) => (
  <Form method="post" className="stack" noValidate>
    <p>
      {on
        ? '登录时除密码外，还要填写验证器上的数字。换手机的，先停用，再用新手机启用。'
        : '启用后，登录时除密码外，还要填写手机验证器应用上的数字；别人知道了密码也进不来。'}
    </p>
    <TextField
      name="password"
      label="密码"
      type="password"
      autoComplete="current-password"
      hint="先核对是本人。"
      error={error}
      short
    />
    <div className="acts">
      {on ? (
        <>
          <SubmitButton kind="plain" name="intent" value="renew">
            换一组备用码
          </SubmitButton>
          <SubmitButton kind="danger" name="intent" value="disable">
            停用
          </SubmitButton>
        </>
      ) : (
        <SubmitButton name="intent" value="enable">
          启用二次验证
        </SubmitButton>
      )}
    </div>
  </Form>
)

const Sessions = ({ sessions }: { readonly sessions: readonly OwnSession[] }) => (
  <Panel kind="list" title="登录情况" aside={`${sessions.length} 处`}>
    <DataTable
      caption="登录情况"
      columns={[
        {
          key: 'which',
          head: '哪一处',
          names: true,
          cell: ({ current, by }) => (current ? '这里' : `另一处，${signInMeans[by]}登录`),
        },
        { key: 'opened', head: '登录时间', kind: 'keep', cell: ({ openedAt }) => momentText(openedAt) },
        { key: 'used', head: '最近使用', kind: 'keep', cell: ({ usedAt }) => momentText(usedAt) },
        { key: 'factor', head: '二次验证', cell: ({ secondFactor }) => (secondFactor ? '经过' : '没有') },
      ]}
      groups={[{ key: 'all', rows: sessions }]}
      keyOf={({ openedAt, usedAt, current }) => `${openedAt} ${usedAt} ${current}`}
      empty={null}
    />
    <Form method="post" className="panel__foot acts">
      {sessions.length > 1 && (
        <SubmitButton kind="plain" name="intent" value="endOthers">
          结束其他登录
        </SubmitButton>
      )}
      <SubmitButton kind="plain" name="intent" value="endAll">
        在所有地方退出
      </SubmitButton>
    </Form>
  </Panel>
)
