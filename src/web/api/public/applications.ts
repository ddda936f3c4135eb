/** An application over the internet. */
import { z } from 'zod'
import { isOpen } from '../../../office/organs/organ.ts'
import { formOf } from '../../http/form.ts'
import { isProblem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { citesSchema, daySchema, listOf } from '../../http/schemas.ts'
import { onlineIncoming } from '../intake/online.ts'
import { applicationSchema } from '../intake/schemas.ts'
import { submit } from '../intake/submit.ts'
import { shortcomingSchema } from '../intake/taken-in.ts'
import { failureProblem } from '../refusals.ts'
import { everybody, organParams, recordAt, visitorRoute, workingOrganAt } from './route.ts'

export const applicationRoutes = [
  visitorRoute(everybody, {
    id: 'apply',
    method: 'POST',
    url: '/organs/:organ/applications',
    summary: '提出申请；登记编号和查询码仅在此告知',
    about:
      '以 JSON 提交；附有文件的，以表单提交，字段 application 为同样的 JSON，文件的字段名 identity 为身份证明、authorisation 为授权委托书、evidence 为证据材料，其他为申请材料。以同一个 Idempotency-Key 重试的，得到同样的编号和查询码。',
    tag: '公众',
    rate: 'apply',
    params: organParams,
    body: applicationSchema,
    files: 'too',
    idempotent: true,
    problems: [404, 409, 422],
    answers: {
      201: z
        .object({
          number: z.string().meta({ description: '登记编号' }),
          secret: z.string().meta({ description: '查询码，请妥善保存' }),
          receivedOn: daySchema
            .nullable()
            .meta({ description: '收到申请之日；互联网渠道以双方确认之日为准（条例§31）' }),
          receipt: z.object({ because: z.string(), cites: citesSchema }),
          shortcomings: listOf(shortcomingSchema).meta({ description: '欠缺的内容，将一次性告知补正' }),
        })
        .meta({ id: 'Applied' }),
    },
    async handle(call) {
      const { parts, headers } = call
      const organ = await workingOrganAt(call, call.params.organ)
      if (isProblem(organ)) return organ
      if (!isOpen(recordAt(organ), 'online')) return failureProblem(notOpened)
      const form = await formOf(call, applicationSchema, 'application')
      if (isProblem(form)) return form
      const taken = await submit({
        parts,
        incoming: onlineIncoming(organ, form.sent, call),
        files: form.files,
        key: headers['idempotency-key'] ?? null,
        caller: 'public',
        sent: form.sent,
      })
      if (isProblem(taken)) return taken
      const { number, receivedOn, receipt, shortcomings } = taken.taken
      return answer(
        201,
        { number, secret: taken.secret, receivedOn, receipt, shortcomings },
        {
          ...(taken.repeated && { 'idempotency-replayed': 'true' }),
        },
      )
    },
  }),
]

const notOpened = {
  failure: 'channelNotOpened',
  message: '该机关没有开通互联网渠道，请按申请指南所列的方式提出申请。',
}
