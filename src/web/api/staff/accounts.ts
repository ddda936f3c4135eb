/** How staff sign in, as the security administrator keeps it: passwords, sessions, a second factor that was lost. */
import { z } from 'zod'
import { type Problem, problem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { okSchema } from '../../http/schemas.ts'
import type { Managed } from '../../sign-in/accounts.ts'
import type { OrganCaller } from '../admission.ts'
import { problemIn } from '../refusals.ts'
import { staffParams } from './people.ts'
import { atOrgan, organRoute } from './route.ts'

const problems = [409, 422, 501]

export const accountRoutes = [
  organRoute(atOrgan('manageStaff'), {
    id: 'setPassword',
    method: 'POST',
    url: '/organs/:organ/staff/:staff/password',
    summary: '重设密码；新密码仅在此告知，首次登录须修改',
    tag: '设置',
    rate: 'write',
    params: staffParams,
    problems: problems,
    answers: { 200: z.object({ password: z.string() }) },
    async handle(call) {
      const { parts, params, actor } = call
      const elsewhere = await notHere(call, params.staff)
      if (elsewhere !== null) return elsewhere
      if (parts.accounts === undefined) return problem('not-offered')
      const outcome = await parts.accounts.setPassword(params.staff, actor.id)
      return 'password' in outcome ? answer(200, { password: outcome.password }) : problemIn(outcome)!
    },
  }),
  organRoute(atOrgan('manageStaff'), {
    id: 'endSessions',
    method: 'DELETE',
    url: '/organs/:organ/staff/:staff/sessions',
    summary: '结束该人员的全部会话',
    tag: '设置',
    rate: 'write',
    params: staffParams,
    problems: problems,
    answers: { 200: okSchema },
    async handle(call) {
      const { parts, params, actor } = call
      const elsewhere = await notHere(call, params.staff)
      if (elsewhere !== null) return elsewhere
      if (parts.accounts === undefined) return problem('not-offered')
      return told(await parts.accounts.endSessions(params.staff, actor.id))
    },
  }),
  organRoute(atOrgan('manageStaff'), {
    id: 'resetSecondFactor',
    method: 'DELETE',
    url: '/organs/:organ/staff/:staff/second-factor',
    summary: '停用该人员的二次验证（验证器和备用码都遗失的）',
    tag: '设置',
    rate: 'write',
    params: staffParams,
    problems: problems,
    answers: { 200: okSchema },
    async handle(call) {
      const { parts, params, actor } = call
      const elsewhere = await notHere(call, params.staff)
      if (elsewhere !== null) return elsewhere
      if (parts.accounts === undefined) return problem('not-offered')
      return told(await parts.accounts.resetSecondFactor(params.staff, actor.id))
    },
  }),
]

const told = (outcome: Managed) => problemIn(outcome) ?? answer(200, { done: true })

/** Accounts are kept by the organ that employs somebody; at another there is no such member. */
async function notHere({ parts: { office }, organ }: OrganCaller, id: string): Promise<Problem | null> {
  const member = await office.staff.get(id)
  return member?.organ === organ.id ? null : problem('not-found')
}
