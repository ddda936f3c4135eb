/** How staff sign in, as the security administrator keeps it: passwords, sessions, a second factor that was lost. */
import { z } from 'zod'
import { isProblem, type Problem, problem } from '../../http/problem.ts'
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
      const accounts = await accountsFor(call)
      if (isProblem(accounts)) return accounts
      const outcome = await accounts.setPassword(call.params.staff, call.actor.id)
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
    handle: (call) => managed(call, 'endSessions'),
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
    handle: (call) => managed(call, 'resetSecondFactor'),
  }),
]

async function managed(call: MemberCall, deed: 'endSessions' | 'resetSecondFactor') {
  const accounts = await accountsFor(call)
  if (isProblem(accounts)) return accounts
  const outcome: Managed = await accounts[deed](call.params.staff, call.actor.id)
  return problemIn(outcome) ?? answer(200, { done: true })
}

type MemberCall = OrganCaller & { readonly params: { readonly staff: string } }

/** Accounts are kept by the organ that employs somebody; at another there is no such member. */
async function accountsFor({
  parts: { office, accounts },
  organ,
  params,
}: MemberCall): Promise<Accounts | Problem> {
  const member = await office.staff.get(params.staff)
  if (member?.organ !== organ.id) return problem('not-found')
  return accounts ?? problem('not-offered')
}

type Accounts = NonNullable<OrganCaller['parts']['accounts']>
