/** Applications that come in by the counter, the post or otherwise, entered by a clerk. */
import { z } from 'zod'
import { closureOf } from '../../../office/organs/organ.ts'
import { formOf } from '../../http/form.ts'
import { etagOf } from '../../http/preconditions.ts'
import { isProblem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { daySchema, textOf } from '../../http/schemas.ts'
import { contextOf } from '../context.ts'
import { applicantInputOf, applicationSchema, contentInputOf } from '../intake/schemas.ts'
import { submit } from '../intake/submit.ts'
import { takenInSchema } from '../intake/taken-in.ts'
import { failureProblem } from '../refusals.ts'
import { channelSchema } from '../views/case-row.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

const flag = (title: string) => z.boolean().exactOptional().meta({ title })

const enteredSchema = applicationSchema
  .extend({
    channel: channelSchema.meta({ title: '提出方式' }),
    arrivedOn: daySchema.meta({ title: '到达日期', description: '当面递交、签收、发现或者系统收到之日' }),
    confirmedOn: daySchema.exactOptional().meta({ title: '双方确认的日期' }),
    misaddressed: flag('是否寄给了其他部门或者人员'),
    unreachable: flag('是否联系不上申请人'),
    oralBecause: textOf('采用书面形式确有困难的说明', 500).exactOptional(),
    doubtful: flag('是否可能不是政府信息公开申请'),
    posting: z
      .strictObject({
        carrier: z.string().max(100).nullable().exactOptional().meta({ title: '承运单位' }),
        number: z.string().max(100).nullable().exactOptional().meta({ title: '邮件号码' }),
      })
      .exactOptional()
      .meta({ title: '邮寄信息' }),
  })
  .meta({ id: 'EnteredApplication' })

const registeredSchema = takenInSchema
  .extend({ secret: z.string().meta({ description: '查询码，仅在此告知，请随回执交给申请人' }) })
  .meta({ id: 'Registered' })

const closed = {
  failure: 'organClosed',
  message: '本机关已经撤销，不再受理新的申请；请告知申请人向承接职责的机关提出。',
}

export const intakeRoutes = [
  organRoute(atOrgan('receive'), {
    id: 'receive',
    method: 'POST',
    url: '/organs/:organ/requests',
    summary: '登记一件申请',
    about:
      '以 JSON 提交；附有文件的，以表单提交，字段 application 为同样的 JSON，文件的字段名 identity 为身份证明、authorisation 为授权委托书、evidence 为证据材料，其他为申请材料。内容不全的照常登记，所缺的列在 shortcomings 中。',
    tag: '申请件',
    rate: 'write',
    params: organParams,
    body: enteredSchema,
    files: 'too',
    idempotent: true,
    problems: [409, 422],
    answers: { 201: registeredSchema },
    async handle(call) {
      if (closureOf(call.organ) !== null) return failureProblem(closed)
      const form = await formOf(call, enteredSchema, 'application')
      if (isProblem(form)) return form
      const { parts, organ, actor, at, headers } = call
      const { applicant, content, ...entered } = form.sent
      const taken = await submit({
        parts,
        incoming: {
          ...entered,
          organ: organ.id,
          context: contextOf(call),
          at,
          applicant: applicantInputOf(applicant),
          content: contentInputOf(content),
        },
        files: form.files,
        key: headers['idempotency-key'] ?? null,
        caller: actor.id,
        sent: form.sent,
      })
      if (isProblem(taken)) return taken
      const { taken: body, secret, repeated } = taken
      return answer(
        201,
        { ...body, secret },
        {
          location: `/api/v1/organs/${organ.id}/requests/${body.id}`,
          etag: etagOf(body.version),
          ...(repeated && { 'idempotency-replayed': 'true' }),
        },
      )
    },
  }),
]
