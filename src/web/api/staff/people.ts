/** Staff of an organ and their roles, as the security administrator keeps them; every change is on record. */
import { z } from 'zod'
import { roles } from '../../../office/requests/index.ts'
import { addStaff } from '../../../office/staff/add-staff.ts'
import type { StaffContext, StaffOutcome } from '../../../office/staff/deed.ts'
import { suspensionReasons } from '../../../office/staff/events.ts'
import { grantRole } from '../../../office/staff/grant-role.ts'
import { moveStaff } from '../../../office/staff/move-staff.ts'
import { renameStaff } from '../../../office/staff/rename-staff.ts'
import { restoreStaff } from '../../../office/staff/restore-staff.ts'
import { revokeRole } from '../../../office/staff/revoke-role.ts'
import { grantableRoles } from '../../../office/staff/rules.ts'
import { suspendStaff } from '../../../office/staff/suspend-staff.ts'
import { answer } from '../../http/route.ts'
import { captionsOf, idSchema, listOf, okSchema, textOf, wordsOf } from '../../http/schemas.ts'
import type { OrganCaller } from '../admission.ts'
import { problemIn } from '../refusals.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

const roleSchema = wordsOf(grantableRoles, (role) => roles[role]).meta({ title: '身份' })

const contact = (title: string) => z.string().trim().max(120).nullable().meta({ title })

const memberSchema = z.object({
  id: z.string(),
  organ: z.string(),
  name: z.string(),
  account: z.string(),
  mail: z.string().nullable(),
  phone: z.string().nullable(),
  suspended: z.boolean(),
  roles: listOf(z.string()).meta({ description: '在该机关的身份' }),
})

export const staffParams = organParams.extend({ staff: idSchema })

const contextOf = ({ organ, actor, at, today }: OrganCaller): StaffContext => ({
  organ: organ.id,
  by: { actor: actor.id, at },
  today,
})

const told = (outcome: StaffOutcome) => problemIn(outcome) ?? answer(200, { done: true })

const problems = [409, 422]

export const peopleRoutes = [
  organRoute(atOrgan('manageStaff'), {
    id: 'listStaff',
    method: 'GET',
    url: '/organs/:organ/staff',
    summary: '该机关的人员，以及在该机关有身份的其他人员',
    tag: '设置',
    rate: 'read',
    params: organParams,
    answers: { 200: z.object({ rows: listOf(memberSchema) }) },
    async handle({ parts: { office }, organ }) {
      const [own, grants] = [await office.staff.ofOrgan(organ.id), await office.staff.grantsAt(organ.id)]
      const others = [...new Set(grants.map(({ staff }) => staff))].filter(
        (id) => !own.some((each) => each.id === id),
      )
      const found = await Promise.all(others.map((id) => office.staff.get(id)))
      const rows = [...own, ...found.filter((member) => member !== null)].map((member) => ({
        ...member,
        roles: grants.filter(({ staff }) => staff === member.id).map(({ role }) => role),
      }))
      return answer(200, { rows })
    },
  }),
  organRoute(atOrgan('assign'), {
    id: 'listColleagues',
    method: 'GET',
    url: '/organs/:organ/colleagues',
    summary: '可以经办申请的人员，供分派',
    tag: '申请件',
    rate: 'read',
    params: organParams,
    answers: {
      200: z.object({
        rows: listOf(z.object({ id: z.string(), name: z.string(), roles: listOf(captionsOf(roles)) })),
      }),
    },
    async handle({ parts: { office }, organ }) {
      const grants = (await office.staff.grantsAt(organ.id)).filter(({ role }) => handling.has(role))
      const members = await Promise.all(
        [...new Set(grants.map(({ staff }) => staff))].map((id) => office.staff.get(id)),
      )
      const rows = members.flatMap((member) =>
        member === null || member.suspended
          ? []
          : [
              {
                id: member.id,
                name: member.name,
                roles: grants.filter(({ staff }) => staff === member.id).map(({ role }) => role),
              },
            ],
      )
      return answer(200, { rows })
    },
  }),
  organRoute(atOrgan('manageStaff'), {
    id: 'addStaff',
    method: 'POST',
    url: '/organs/:organ/staff',
    summary: '新增人员，尚无身份和密码',
    tag: '设置',
    rate: 'write',
    params: organParams,
    body: z.strictObject({
      name: textOf('姓名', 60),
      account: textOf('账号', 60),
      mail: contact('电子邮箱').default(null),
      phone: contact('电话').default(null),
    }),
    problems,
    answers: { 201: z.object({ id: z.string() }) },
    async handle(call) {
      const id = call.parts.newId()
      const outcome = await addStaff(call.parts.office, { id, ...call.body }, contextOf(call))
      return problemIn(outcome) ?? answer(201, { id })
    },
  }),
  organRoute(atOrgan('manageStaff'), {
    id: 'changeStaff',
    method: 'PUT',
    url: '/organs/:organ/staff/:staff',
    summary: '修改姓名、联系方式；没有写的不变',
    tag: '设置',
    rate: 'write',
    params: staffParams,
    body: z.strictObject({
      name: textOf('姓名', 60).exactOptional(),
      mail: contact('电子邮箱').exactOptional(),
      phone: contact('电话').exactOptional(),
    }),
    problems,
    answers: { 200: okSchema },
    handle: async (call) =>
      told(await renameStaff(call.parts.office, { staff: call.params.staff, ...call.body }, contextOf(call))),
  }),
  organRoute(atOrgan('manageStaff'), {
    id: 'suspendStaff',
    method: 'POST',
    url: '/organs/:organ/staff/:staff/suspension',
    summary: '停用账号，其会话随即结束',
    tag: '设置',
    rate: 'write',
    params: staffParams,
    body: z.strictObject({ because: captionsOf(suspensionReasons).meta({ title: '停用的原因' }) }),
    problems,
    answers: { 200: okSchema },
    async handle(call) {
      const { parts, actor, params, body } = call
      const outcome = await suspendStaff(parts.office, { staff: params.staff, ...body }, contextOf(call))
      const refused = problemIn(outcome)
      if (refused === null) await parts.accounts?.endSessions(params.staff, actor.id)
      return refused ?? answer(200, { done: true })
    },
  }),
  organRoute(atOrgan('manageStaff'), {
    id: 'restoreStaff',
    method: 'DELETE',
    url: '/organs/:organ/staff/:staff/suspension',
    summary: '恢复账号',
    tag: '设置',
    rate: 'write',
    params: staffParams,
    problems,
    answers: { 200: okSchema },
    handle: async (call) =>
      told(await restoreStaff(call.parts.office, { staff: call.params.staff }, contextOf(call))),
  }),
  organRoute(atOrgan('assignRoles'), {
    id: 'grantRole',
    method: 'POST',
    url: '/organs/:organ/staff/:staff/roles',
    summary: '授予在该机关的身份；人员可以属于其他机关',
    tag: '设置',
    rate: 'write',
    params: staffParams,
    body: z.strictObject({ role: roleSchema }),
    problems,
    answers: { 200: okSchema },
    handle: async (call) =>
      told(await grantRole(call.parts.office, { staff: call.params.staff, ...call.body }, contextOf(call))),
  }),
  organRoute(atOrgan('assignRoles'), {
    id: 'revokeRole',
    method: 'DELETE',
    url: '/organs/:organ/staff/:staff/roles/:role',
    summary: '收回身份',
    tag: '设置',
    rate: 'write',
    params: staffParams.extend({ role: roleSchema }),
    problems: [400, ...problems],
    answers: { 200: okSchema },
    handle: async ({ params: { staff, role }, ...call }) =>
      told(await revokeRole(call.parts.office, { staff, role }, contextOf(call))),
  }),
  organRoute(atOrgan('assignRoles'), {
    id: 'moveStaff',
    method: 'POST',
    url: '/organs/:organ/staff/:staff/move',
    summary: '调到其他机关：授予在那里的身份，收回在本机关的全部身份，一并办成',
    about: '须在两个机关都有授予身份的权限。',
    tag: '设置',
    rate: 'write',
    params: staffParams,
    body: z.strictObject({ to: z.string().meta({ title: '到哪个机关' }), role: roleSchema }),
    problems,
    answers: { 200: okSchema },
    handle: async (call) =>
      told(await moveStaff(call.parts.office, { staff: call.params.staff, ...call.body }, contextOf(call))),
  }),
]

const handling: ReadonlySet<string> = new Set(['handler', 'reviewer', 'head'])
