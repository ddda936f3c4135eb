/** What is known of an application while a clerk is still typing it; nothing of it is kept. */
import { z } from 'zod'
import { calendarOf } from '../../../office/handling/calendar-of.ts'
import { lookAhead } from '../../../office/intake/look-ahead.ts'
import { answer } from '../../http/route.ts'
import { citesSchema, daySchema, listOf } from '../../http/schemas.ts'
import { applicantInputOf, applicationSchema, contentInputOf } from '../intake/schemas.ts'
import { hintSchema, hintsSchema } from '../intake/taken-in.ts'
import { publishedSchema } from '../public/guides.ts'
import { channelSchema } from '../views/case-row.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

const typedSchema = applicationSchema
  .extend({
    channel: channelSchema.meta({ title: '提出方式' }),
    arrivedOn: daySchema.meta({ title: '到达日期' }),
    confirmedOn: daySchema.exactOptional().meta({ title: '双方确认的日期' }),
    misaddressed: z.boolean().exactOptional().meta({ title: '是否寄给了其他部门或者人员' }),
    unreachable: z.boolean().exactOptional().meta({ title: '是否联系不上申请人' }),
  })
  .meta({ id: 'TypedApplication' })

export const intakeLookRoutes = [
  organRoute(atOrgan('receive'), {
    id: 'lookAhead',
    method: 'POST',
    url: '/organs/:organ/intake-hints',
    summary: '登记之前先看：收到之日和答复期限、欠缺的内容、相似的申请、已经公开的信息',
    about: '只看不记：所填的内容不保存，也不写入日志。',
    tag: '申请件',
    rate: 'write',
    params: organParams,
    body: typedSchema,
    answers: {
      200: hintsSchema
        .extend({
          receivedOn: daySchema.nullable(),
          receipt: z.object({ because: z.string(), warnings: listOf(z.string()), cites: citesSchema }),
          due: daySchema.nullable(),
          dueFirm: z.boolean(),
          notes: listOf(hintSchema),
          published: listOf(publishedSchema),
        })
        .meta({ id: 'AheadOfIntake' }),
    },
    async handle({ parts: { office }, organ, today, body }) {
      const { applicant, content, channel, arrivedOn, confirmedOn, misaddressed, unreachable } = body
      const calendar = await calendarOf(office, organ.id)
      const typed = {
        arrival: {
          channel,
          arrivedOn,
          ...(confirmedOn !== undefined && { confirmedOn }),
          ...(misaddressed && { misaddressed }),
          ...(unreachable && { unreachable }),
        },
        applicant: applicantInputOf(applicant),
        content: contentInputOf(content),
        today,
      }
      const ahead = await office.inTransaction(organ.id, (unit) => lookAhead(unit, typed, calendar))
      const { receipt, ...rest } = ahead
      const { received, because, warnings, cites } = receipt
      return answer(200, { ...rest, receivedOn: received, receipt: { because, warnings, cites } })
    },
  }),
]
