/** The first run: the house is founded by whoever holds the code that the server printed; afterwards there is nothing here. */
import { z } from 'zod'
import { rowOf } from '../../office/organs/organ.ts'
import { type Founders, foundHouse, isUnfounded, setUpCode } from '../../office/staff/found-house.ts'
import { problem } from '../http/problem.ts'
import { notFound } from '../http/reply.ts'
import { answer, routesFor } from '../http/route.ts'
import { textOf } from '../http/schemas.ts'
import type { Visitor } from './admission.ts'
import { faultsProblem, problemIn } from './refusals.ts'
import { faultsOfOrgan, organRecordSchema } from './staff/organ-schema.ts'

const founder = (title: string) =>
  z
    .strictObject({
      name: textOf('姓名', 60),
      account: textOf('账号', 60),
      mail: z.string().trim().max(120).nullable().default(null).meta({ title: '电子邮箱' }),
      phone: z.string().trim().max(120).nullable().default(null).meta({ title: '电话' }),
    })
    .meta({ title })

const administrators = [
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const satisfies readonly (keyof Founders)[]

const passwords = z
  .object(Object.fromEntries(administrators.map((role) => [role, z.string().nullable()])))
  .meta({ description: '各管理员的初始密码，仅在此告知；null 为由统一身份认证登录' })

export const setUpRoutes = [
  routesFor<Visitor>()(
    { to: 'everybody' },
    {
      id: 'readSetUp',
      method: 'GET',
      url: '/setup',
      summary: '是否等待首次启用',
      tag: '系统',
      rate: 'public',
      answers: { 200: z.object({ open: z.boolean() }) },
      handle: async ({ parts }) =>
        answer(200, { open: parts.setUpCode !== undefined && (await isUnfounded(parts.office)) }),
    },
  ),
  routesFor<Visitor>()(
    { to: 'everybody' },
    {
      id: 'setUp',
      method: 'POST',
      url: '/setup',
      summary: '首次启用：录入第一个机关和系统、安全、审计三名管理员',
      tag: '系统',
      rate: 'code',
      body: z.strictObject({
        code: textOf('启用码', 100),
        organ: organRecordSchema.meta({ title: '第一个机关' }),
        administrators: z
          .strictObject({
            systemAdmin: founder('系统管理员'),
            securityAdmin: founder('安全管理员'),
            auditAdmin: founder('审计管理员'),
          })
          .meta({ title: '三名管理员' }),
      }),
      problems: [401, 404, 409, 422],
      answers: { 201: z.object({ organ: z.string(), passwords }) },
      async handle({ parts, at, today, body }) {
        const { office, newId, accounts } = parts
        if (parts.setUpCode === undefined || !(await isUnfounded(office))) return notFound()
        if (!setUpCode(parts.setUpCode, body.code)) return problem('wrong-set-up-code')
        const record = { ...body.organ, parent: '' }
        const faults = faultsOfOrgan(record)
        if (faults.length > 0) return faultsProblem('organ', faults)
        const { systemAdmin, securityAdmin, auditAdmin } = body.administrators
        const founders: Founders = {
          systemAdmin: { id: newId(), ...systemAdmin },
          securityAdmin: { id: newId(), ...securityAdmin },
          auditAdmin: { id: newId(), ...auditAdmin },
        }
        const organ = rowOf(record, newId(), null)
        const refused = problemIn(await foundHouse(office, { organ, founders, at, today }))
        if (refused !== null) return refused
        const told = await Promise.all(
          administrators.map(async (role) => {
            const set = await accounts?.setPassword(founders[role].id, 'system')
            return [role, set !== undefined && 'password' in set ? set.password : null] as const
          }),
        )
        return answer(201, { organ: organ.id, passwords: Object.fromEntries(told) })
      },
    },
  ),
]
