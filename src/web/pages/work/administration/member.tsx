import { data, Form } from 'react-router'
import { type Role, roles } from '../../../../office/requests/permissions.ts'
import { suspensionReasons } from '../../../../office/staff/events.ts'
import { grantableRoles } from '../../../../office/staff/rules.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { ConfirmButton } from '../../../ui/confirm-button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { typedOf } from '../choose-fields.ts'
import { DeedFields } from '../deed-fields.tsx'
import { roomHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/member.ts'
import { InitialPassword, type ToldPassword } from './initial-password.tsx'
import { doToMember } from './member-deeds.ts'
import { type Outcome, Said } from './outcome.tsx'
import { openRoom } from './room.ts'

export async function loader(args: Route.LoaderArgs) {
  const { api, organ, organs } = await openRoom(args, 'manageStaff')
  const { rows } = told(await api.call('listStaff', { params: { organ: organ.id } }))
  const member = rows.find(({ id }) => id === args.params.staff)
  if (member === undefined) throw data(null, { status: 404 })
  const fields = deskOf(args.context).forms.fieldsOf('changeStaff') ?? []
  return { organ, others: organs.filter(({ id }) => id !== organ.id), member, fields }
}

export async function action(args: Route.ActionArgs) {
  const { api, organ } = await openRoom(args, 'manageStaff')
  const form = await args.request.formData()
  return doToMember(api, deskOf(args.context).forms, { organ: organ.id, staff: args.params.staff }, form)
}

export const meta = () => [{ title: '人员 · 公开' }]

const options = grantableRoles.map((role) => ({ value: role, label: roles[role] }))

/** One member of staff: roles, sign-in, suspension, move to another organ. */
export default function Member({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, others, member, fields } = loaderData
  const outcome = actionData as (Outcome & ToldPassword) | undefined
  const { errors = {} } = outcome ?? {}
  const isOwn = member.organ === organ.id
  const held = member.roles as readonly Role[]
  return (
    <div className="stack work-narrow">
      <Breadcrumb above={[{ title: '人员', href: roomHref(organ.id, 'staff') }]} here={member.name} />
      <PageHead title={member.name} note={`账号 ${member.account} · ${organ.name}`} />
      <ErrorSummary errors={outcome?.errors} />
      <Said outcome={outcome} />
      <InitialPassword password={outcome?.password} />
      <Panel title="身份">
        <div className="stack">
          {held.length === 0 && <p>在本机关没有身份，登录后什么也做不了。</p>}
          {held.map((role) => (
            <Form method="post" className="acts" key={role}>
              <input type="hidden" name="role" value={role} />
              <span>{roles[role]}</span>
              <SubmitButton kind="plain" small name="intent" value="revoke" aria-label={`收回${roles[role]}`}>
                收回
              </SubmitButton>
            </Form>
          ))}
          <Form method="post" className="work-filter" noValidate>
            <SelectField
              name="role"
              label="再授予"
              options={options.filter(({ value }) => !held.includes(value))}
            />
            <SubmitButton kind="plain" name="intent" value="grant">
              授予
            </SubmitButton>
          </Form>
        </div>
      </Panel>
      {isOwn && (
        <>
          <Panel title="姓名和联系方式" aside="办理提醒发到这里">
            <GuardedForm method="post" className="stack">
              <DeedFields
                fields={fields}
                typed={outcome?.typed?.name === undefined ? typedOf(member) : outcome.typed}
                errors={errors}
                today=""
              />
              <SubmitButton name="intent" value="change">
                保存
              </SubmitButton>
            </GuardedForm>
          </Panel>
          <SignInOf suspended={member.suspended} />
        </>
      )}
      {others.length > 0 && !member.suspended && (
        <Panel title="调到其他机关">
          <div className="stack">
            <Form method="post" className="work-filter" noValidate>
              <SelectField
                name="to"
                label="到哪个机关"
                options={others.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <SelectField name="roleThere" label="在那里的身份" options={options} />
              <SubmitButton kind="plain" name="intent" value="move">
                授予并收回在本机关的身份
              </SubmitButton>
            </Form>
            <p className="text-sm text-ink-2">账号、密码不变，已经办过的事仍在他的名下。</p>
          </div>
        </Panel>
      )}
    </div>
  )
}

/** What the security administrator does to the sign-in of somebody. */
const SignInOf = ({ suspended }: { readonly suspended: boolean }) => (
  <Panel
    title="登录"
    mark={<Badge state={suspended ? 'plain' : 'ok'}>{suspended ? '已停用' : '正常'}</Badge>}
  >
    <div className="stack">
      <div className="acts">
        <ConfirmButton label="重设密码" title="重设密码？" confirm="重设" values={{ intent: 'password' }}>
          <p>原密码和现有的登录随即失效，被锁定的同时解锁；新的初始密码只显示一次。</p>
        </ConfirmButton>
        <ConfirmButton
          label="停用二次验证"
          title="停用二次验证？"
          confirm="停用"
          values={{ intent: 'secondFactor' }}
        >
          <p>用于验证器和备用码都丢失的。本人登录后重新启用。</p>
        </ConfirmButton>
        <ConfirmButton
          label="结束全部登录"
          title="结束全部登录？"
          confirm="结束"
          values={{ intent: 'sessions' }}
        >
          <p>他在各处的登录随即结束，可以重新登录。</p>
        </ConfirmButton>
      </div>
      {suspended ? (
        <Form method="post">
          <p>停用期间不能登录。恢复后，没有收回的身份仍然有效。</p>
          <SubmitButton kind="plain" name="intent" value="restore">
            恢复账号
          </SubmitButton>
        </Form>
      ) : (
        <Form method="post" className="work-filter" noValidate>
          <SelectField
            name="because"
            label="停用的原因"
            options={Object.entries(suspensionReasons).map(([value, label]) => ({ value, label }))}
          />
          <SubmitButton kind="danger" name="intent" value="suspend">
            停用账号
          </SubmitButton>
        </Form>
      )}
    </div>
  </Panel>
)
