import { Link } from 'react-router'
import { type Role, roles } from '../../../../office/requests/permissions.ts'
import { grantableRoles } from '../../../../office/staff/rules.ts'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton, SubmitButton } from '../../../ui/button.tsx'
import { CheckboxGroup } from '../../../ui/choice-group.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { DeedFields } from '../deed-fields.tsx'
import { RefusedNote } from '../refused-note.tsx'
import { roomHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/staff.ts'
import { InitialPassword, type ToldPassword } from './initial-password.tsx'
import { OrganSwitch } from './organ-switch.tsx'
import { type Outcome, refusedBy, Said } from './outcome.tsx'
import { openRoom } from './room.ts'

export async function loader(args: Route.LoaderArgs) {
  const { api, organ, organs } = await openRoom(args, 'manageStaff')
  const { rows } = told(await api.call('listStaff', { params: { organ: organ.id } }))
  const fields = deskOf(args.context).forms.fieldsOf('addStaff') ?? []
  return { organ, organs, rows, fields }
}

/** Enters somebody, grants the roles that were ticked, and sets a one-time password. Each is a deed of its own. */
export async function action(args: Route.ActionArgs) {
  const { api, organ } = await openRoom(args, 'manageStaff')
  const { forms } = deskOf(args.context)
  const form = await args.request.formData()
  const fields = forms.fieldsOf('addStaff') ?? []
  const added = await api.call('addStaff', {
    params: { organ: organ.id },
    body: forms.read(fields, form) as never,
  })
  if (!added.ok) return refusedBy(added.problem, form, fields)
  const params = { organ: organ.id, staff: added.body.id }
  const refusals: string[] = []
  for (const role of form.getAll('roles')) {
    const granted = await api.call('grantRole', { params, body: { role: role as never } })
    if (!granted.ok) refusals.push(granted.problem.detail)
  }
  const set = await api.call('setPassword', { params })
  if (!set.ok) refusals.push(set.problem.detail)
  const name = String(form.get('name') ?? '').trim()
  const outcome: Outcome & ToldPassword = {
    done: `${name}已经登记。`,
    message: refusals.join(' ') || null,
    ...(set.ok && {
      password: { account: String(form.get('account') ?? '').trim(), text: set.body.password },
    }),
  }
  return outcome
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `人员 · ${loaderData?.organ.name ?? ''}` }]

const roleNames = (held: readonly string[]) => held.map((role) => roles[role as Role]).join('、')

/** Who works at an organ and as what, and a form for somebody new. */
export default function Staff({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, organs, rows, fields } = loaderData
  const outcome = actionData as (Outcome & ToldPassword) | undefined
  const options = grantableRoles.map((role) => ({ value: role, label: roles[role] }))
  return (
    <div className="stack">
      <PageHead
        title="人员"
        note={organ.name}
        acts={<LinkButton to={`${roomHref(organ.id, 'staff')}/roles`}>各身份可以做什么</LinkButton>}
      />
      <OrganSwitch organ={organ} organs={organs} />
      <ErrorSummary errors={outcome?.errors} />
      <Said outcome={outcome} />
      {outcome?.done !== undefined && <RefusedNote message={outcome.message} />}
      <InitialPassword password={outcome?.password} />
      <Panel kind="list" title="人员名册" aside={`${rows.length} 人`}>
        <DataTable
          caption="人员名册"
          columns={[
            {
              key: 'name',
              head: '姓名',
              names: true,
              cell: ({ id, name }) => (
                <Link to={`${roomHref(organ.id, 'staff')}/${encodeURIComponent(id)}`}>{name}</Link>
              ),
            },
            { key: 'account', head: '账号', kind: 'keep', cell: ({ account }) => account },
            {
              key: 'roles',
              head: '在本机关的身份',
              cell: ({ roles: held }) => (held.length === 0 ? '没有身份' : roleNames(held)),
            },
            {
              key: 'employed',
              head: '人事关系',
              cell: ({ organ: at }) => (at === organ.id ? '本机关' : '其他机关'),
            },
            {
              key: 'state',
              head: '账号状态',
              cell: ({ suspended }) =>
                suspended ? <Badge state="plain">已停用</Badge> : <Badge state="ok">正常</Badge>,
            },
          ]}
          groups={[{ key: 'all', rows }]}
          keyOf={({ id }) => id}
          empty={<EmptyState title="还没有人员">在下面登记第一名人员。</EmptyState>}
        />
      </Panel>
      <Panel title="登记人员">
        <GuardedForm method="post" className="stack work-narrow" key={rows.length}>
          <p>登记后得到一个初始密码，只显示一次，请当面交给本人；首次登录必须修改。</p>
          <DeedFields fields={fields} typed={outcome?.typed ?? {}} errors={outcome?.errors ?? {}} today="" />
          <CheckboxGroup
            name="roles"
            label="授予的身份"
            hint="可以以后再授予。三名管理员各由一人担任，不能兼任其他身份。"
            options={options}
            defaultValue={outcome?.typed?.roles}
          />
          <SubmitButton>登记并生成初始密码</SubmitButton>
        </GuardedForm>
      </Panel>
    </div>
  )
}
