/** Who somebody is, and what they may do where. */
import { z } from 'zod'
import { type Action, permissions, roles, type Scope } from '../../../office/requests/index.ts'
import { organsFor } from '../../../office/staff/access.ts'
import { problem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { captionsOf, daySchema, listOf } from '../../http/schemas.ts'
import { colleagueRoute, signedIn } from './route.ts'

const permissionSchema = z.object({
  action: z.string(),
  scope: z.enum(['organ', 'subordinate']).meta({ description: 'organ 在该机关；subordinate 在其下级机关' }),
})

const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  account: z.string(),
  organ: z.string().meta({ description: '所在机关的编号' }),
  today: daySchema.meta({ description: '办理日历上的今天' }),
  secondFactor: z.boolean().meta({ description: '本次登录是否经过二次验证' }),
  grants: listOf(
    z.object({
      organ: z.string(),
      organName: z.string(),
      role: captionsOf(roles),
      roleCaption: z.string(),
      permissions: listOf(permissionSchema),
    }),
  ),
})

const permittedActions = [...new Set(permissions.map(({ action }) => action))] as [Action, ...Action[]]

export const meRoutes = [
  colleagueRoute(signedIn, {
    id: 'readMe',
    method: 'GET',
    url: '/me',
    summary: '登录人员是谁，在哪些机关有哪些权限',
    tag: '本人',
    rate: 'read',
    answers: { 200: meSchema },
    async handle({ parts: { office }, me, today }) {
      const member = await office.staff.get(me.staff)
      if (member === null || member.suspended) return problem('not-signed-in')
      const granted = await office.staff.grantsOf(me.staff)
      const grants = await Promise.all(
        granted.map(async ({ organ, role }) => ({
          organ,
          organName: (await office.organs.get(organ))?.name ?? '',
          role,
          roleCaption: roles[role],
          permissions: permissions.flatMap(({ role: of, action, scope }) =>
            of === role && isOfStaff(scope) ? [{ action, scope }] : [],
          ),
        })),
      )
      const { id, name, account, organ } = member
      return answer(200, { id, name, account, organ, today, secondFactor: me.secondFactor, grants })
    },
  }),
  colleagueRoute(signedIn, {
    id: 'listOwnOrgans',
    method: 'GET',
    url: '/me/organs',
    summary: '本人在哪些机关有某项权限，连同可以管到的下级机关',
    tag: '本人',
    rate: 'read',
    query: z.strictObject({ action: z.enum(permittedActions).meta({ title: '权限' }) }),
    answers: {
      200: z.object({ rows: listOf(z.object({ id: z.string(), code: z.string(), name: z.string() })) }),
    },
    async handle({ parts: { office }, me, query }) {
      const rows = await organsFor(office, me.staff, query.action)
      return answer(200, { rows: rows.map(({ id, code, name }) => ({ id, code, name })) })
    },
  }),
]

const isOfStaff = (scope: Scope): scope is Exclude<Scope, 'own'> => scope !== 'own'
