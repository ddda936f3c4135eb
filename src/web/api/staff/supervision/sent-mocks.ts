/** 模拟申请 by post, in person, by fax or mail: written down when sent, found again in the register of the organ. */
import { z } from 'zod'
import { channels } from '../../../../law/receipt.ts'
import { longest } from '../../../../office/applicants/applicant.ts'
import { contentFields } from '../../../../office/intake/content.ts'
import { organsUnder } from '../../../../office/supervision/inspection/inspect.ts'
import { isRow } from '../../../../office/supervision/keep.ts'
import {
  pointMock,
  recordDelivery,
  recordSentMock,
  releaseMock,
} from '../../../../office/supervision/mocks/sent.ts'
import { sentChannels } from '../../../../office/supervision/mocks/sent-channels.ts'
import { notFound } from '../../../http/reply.ts'
import { answer } from '../../../http/route.ts'
import { captionsOf, daySchema, listOf, textOf } from '../../../http/schemas.ts'
import { problemIn } from '../../refusals.ts'
import { actingAt, actingOn } from '../acting.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'
import { mockShape, nextCodes } from './mocks.ts'
import { recordAnswer, runParams, supervisionSchema } from './schemas.ts'

const sentCaptions = Object.fromEntries(sentChannels.map((key) => [key, channels[key].caption])) as Readonly<
  Record<(typeof sentChannels)[number], string>
>

const onRecord = {
  method: 'POST',
  tag: '监督',
  rate: 'write',
  params: runParams,
  problems: [404, 409, 422],
  answers: { 200: supervisionSchema },
} as const

const toSupervise = atOrgan('supervise')

export const sentMockRoutes = [
  organRoute(toSupervise, {
    id: 'recordSentMocks',
    method: 'POST',
    url: '/organs/:organ/sent-mock-requests',
    summary: '登记已经邮寄、当面提交、传真、以电子邮件发出的模拟申请；对方收到后照常登记',
    about: '申请人的信息和所申请的内容单独封存，日志中没有。',
    tag: '监督',
    rate: 'write',
    params: organParams,
    body: z.strictObject({
      ...mockShape,
      channel: captionsOf(sentCaptions).meta({ title: '渠道' }),
      sentOn: daySchema.meta({ title: '提出的日期' }),
      deliveredOn: daySchema.nullable().default(null).meta({ title: '送达的日期' }),
      application: z
        .strictObject({
          name: textOf('申请人姓名', longest.name),
          idNumber: z.string().trim().max(longest.idNumber).nullable().default(null).meta({
            title: '居民身份证号码',
          }),
          title: textOf('申请公开的信息名称', contentFields.title.longest),
          features: z.string().trim().max(contentFields.features.longest).nullable().default(null).meta({
            title: '其他特征性描述',
          }),
        })
        .meta({ title: '申请' }),
    }),
    problems: [404, 409, 422],
    answers: { 200: z.object({ codes: listOf(z.string()) }) },
    async handle(call) {
      const { parts, organ, today, body } = call
      const { organs, ...told } = body
      const below = await organsUnder(parts.office, organ.id)
      const targets = below.filter(({ id }) => organs.includes(id))
      if (targets.length === 0) return notFound()
      const codes = await nextCodes(parts.office, organ.id, today, targets.length)
      for (const [place, { id: about }] of targets.entries()) {
        const outcome = await recordSentMock(parts.office, {
          ...{ ...actingAt(call), id: parts.newId(), about },
          ...{ ...told, code: codes[place]! },
        })
        if (!isRow(outcome)) return problemIn(outcome)!
      }
      return answer(200, { codes: [...codes] })
    },
  }),
  organRoute(toSupervise, {
    ...onRecord,
    id: 'pointMock',
    url: '/organs/:organ/mock-requests/:record/case',
    summary: '指认模拟申请就是对方的哪一件办件；从这时起该件不计入任何统计',
    about: '申请人、内容都与登记的不符的，不能指认。',
    body: z.strictObject({ number: textOf('对方的登记编号', 60) }),
    async handle(call) {
      const pointed = await pointMock(call.parts.office, { ...actingOn(call), number: call.body.number })
      return recordAnswer(pointed, 'supervisor', call.today)
    },
  }),
  organRoute(toSupervise, {
    ...onRecord,
    id: 'releaseMock',
    url: '/organs/:organ/mock-requests/:record/release',
    summary: '撤销指认；该件重新计入统计',
    body: z.strictObject({}),
    async handle(call) {
      return recordAnswer(await releaseMock(call.parts.office, actingOn(call)), 'supervisor', call.today)
    },
  }),
  organRoute(toSupervise, {
    ...onRecord,
    id: 'recordMockDelivery',
    url: '/organs/:organ/mock-requests/:record/delivery',
    summary: '登记模拟申请邮寄送达的日期',
    body: z.strictObject({ deliveredOn: daySchema.meta({ title: '送达的日期' }) }),
    async handle(call) {
      const told = { ...actingOn(call), deliveredOn: call.body.deliveredOn }
      return recordAnswer(await recordDelivery(call.parts.office, told), 'supervisor', call.today)
    },
  }),
]
