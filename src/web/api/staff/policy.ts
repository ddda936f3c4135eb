/** What an organ settles for its handling where the law is silent, with its reason. */
import { z } from 'zod'
import { defaultClockPolicy } from '../../../law/clock.ts'
import { requestPolicyOf } from '../../../office/handling/request-policy.ts'
import { settleRequestPolicy } from '../../../office/handling/settle-request-policy.ts'
import { answer } from '../../http/route.ts'
import { captionsOf, listOf, textOf } from '../../http/schemas.ts'
import { problemIn } from '../refusals.ts'
import { movedSchema } from './calendar.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

const consultations = {
  sent: '从发出征求意见书的次日起不计算',
  received: '从收到征求意见书的次日起不计算（期限较早届满）',
} as const

const payments = {
  afresh: '缴费后重新计算二十个工作日',
  resume: '缴费后接着计算',
} as const

const policyShape = {
  reviewBeforeApproval: z.boolean().meta({
    title: '签发前须经审核',
    description: '没有审核人的乡镇、小单位可以不经审核，由负责人直接签发；签发的人仍不能是拟稿的人。',
  }),
  consultationExcludedFrom: captionsOf(consultations).meta({ title: '征求意见不计入期限的时间' }),
  afterPayment: captionsOf(payments).meta({ title: '缴纳信息处理费以后的期限' }),
}

export const policyRoutes = [
  organRoute(atOrgan('manageSettings'), {
    id: 'readRequestPolicy',
    method: 'GET',
    url: '/organs/:organ/request-policy',
    summary: '法律没有规定、由机关自定的办理规则',
    tag: '设置',
    rate: 'read',
    params: organParams,
    answers: { 200: z.object(policyShape) },
    async handle({ parts: { office }, organ }) {
      const { clock, reviewBeforeApproval } = await office.inTransaction(organ.id, requestPolicyOf)
      return answer(200, { ...defaultClockPolicy, ...clock, reviewBeforeApproval })
    },
  }),
  organRoute(atOrgan('manageSettings'), {
    id: 'settleRequestPolicy',
    method: 'PUT',
    url: '/organs/:organ/request-policy',
    summary: '自定办理规则，理由记入日志；在办件的期限随即重算',
    tag: '设置',
    rate: 'write',
    params: organParams,
    body: z.strictObject({
      ...policyShape,
      because: textOf('理由', 500).meta({
        title: '理由',
        description: '如何依法、为何这样定。记入日志，不写个人信息。',
      }),
    }),
    problems: [409, 422],
    answers: { 200: z.object({ counted: z.number().int(), moved: listOf(movedSchema) }) },
    async handle({ parts: { office }, organ, actor, at, body }) {
      const { because, reviewBeforeApproval, ...clock } = body
      const policy = { reviewBeforeApproval, clock }
      const by = { actor: actor.id, at }
      const settled = await settleRequestPolicy(office, { organ: organ.id, policy, because, by })
      return 'failure' in settled ? problemIn(settled)! : answer(200, settled)
    },
  }),
]
