import { documentActionCaptions } from '../../../../office/documents/life/moves.ts'
import { type Action, permissions, type Role, roles } from '../../../../office/requests/permissions.ts'
import { administrators, caseRoles } from '../../../../office/staff/rules.ts'
import { actionCaptions } from '../../../api/action-captions.ts'
import { permissionCaptions } from '../../../api/permission-captions.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { DataTable, type RowGroup } from '../../../ui/data-table.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { roomHref } from '../rooms.ts'
import type { Route } from './+types/roles.ts'
import { openRoom } from './room.ts'

export async function loader(args: Route.LoaderArgs) {
  const { organ } = await openRoom(args, 'manageStaff')
  return { organ, ofCases: groupsFor(caseRoles), ofAdministrators: groupsFor(administrators) }
}

export const meta = () => [{ title: '各身份可以做什么 · 公开' }]

const duties: Readonly<Partial<Record<Role, string>>> = {
  handler: '登记、办理申请，拟稿、送达、归档。',
  reviewer: '除经办的事项外，审核、编号用印。自己拟的稿由别人审。',
  head: '除审核的事项外，签发、同意延期、决定收费、报送年报。',
  authority: '督促检查本机关和下级机关的办理，不办理具体申请。',
  systemAdmin: '机关、放假安排、文书、编号、设置、运行情况。看不到申请件。',
  securityAdmin: '人员、账号、身份，个人信息的删除。看不到申请件。',
  auditAdmin: '查看、校验、导出日志。什么也不改。',
}

/** Where the role may do it: here, here and below, or nowhere. */
function where(role: Role, action: Action): string {
  const scopes = permissions.flatMap((row) => (row.role === role && row.action === action ? [row.scope] : []))
  if (scopes.includes('subordinate')) return '本机关及下级'
  return scopes.includes('organ') ? '可以' : ''
}

/** What they are about, as the table has it under heads; one caption may stand under two. */
const subjects: readonly (readonly [string, (action: Action) => boolean])[] = [
  ['依申请公开', (action) => Object.hasOwn(actionCaptions, action)],
  ['主动公开', (action) => Object.hasOwn(documentActionCaptions, action)],
  [
    '其他',
    (action) => !Object.hasOwn(actionCaptions, action) && !Object.hasOwn(documentActionCaptions, action),
  ],
]

/** What the roles may do, each by its caption, with where for every role. */
const groupsFor = (held: readonly Role[]): readonly RowGroup<PermissionRow>[] =>
  subjects.flatMap(([title, isOf]) => {
    const rows = (Object.keys(permissionCaptions) as Action[]).filter(isOf).flatMap((action) => {
      const places = held.map((role) => where(role, action))
      return places.every((place) => place === '')
        ? []
        : [{ action, what: permissionCaptions[action], places }]
    })
    return rows.length === 0 ? [] : [{ key: title, title, rows }]
  })

interface PermissionRow {
  readonly action: Action
  readonly what: string
  readonly places: readonly string[]
}

/** The table of permissions, as everything that runs here follows it. */
export default function Roles({ loaderData }: Route.ComponentProps) {
  const { organ, ofCases, ofAdministrators } = loaderData
  return (
    <div className="stack">
      <Breadcrumb above={[{ title: '人员', href: roomHref(organ.id, 'staff') }]} here="各身份可以做什么" />
      <PageHead title="各身份可以做什么" note="表里没有的，都不可以做" />
      <Note title="三员分设">
        系统、安全、审计三名管理员由不同的人担任，都不办理申请：给权限的人碰不到案卷，看日志的人改不了东西。授予时系统会拒绝兼任。
      </Note>
      <RoleTable title="办理申请的身份" held={caseRoles} groups={ofCases} />
      <RoleTable title="管理员" held={administrators} groups={ofAdministrators} />
    </div>
  )
}

interface RoleTableProps {
  readonly title: string
  readonly held: readonly Role[]
  readonly groups: readonly RowGroup<PermissionRow>[]
}

const RoleTable = ({ title, held, groups }: RoleTableProps) => (
  <Panel kind="list" title={title}>
    <dl className="duties">
      {held.map((role) => (
        <div key={role}>
          <dt>{roles[role]}</dt>
          <dd>{duties[role]}</dd>
        </div>
      ))}
    </dl>
    <DataTable
      caption={title}
      columns={[
        { key: 'what', head: '事项', names: true, cell: ({ what }: PermissionRow) => what },
        ...held.map((role, place) => ({
          key: role,
          head: roles[role],
          cell: ({ places }: PermissionRow) => places[place] || '—',
        })),
      ]}
      groups={groups}
      keyOf={({ action }) => action}
      empty={null}
    />
  </Panel>
)
