/** Letters of a request: as data, as a file, as a preview; the receipt made out, a spoilt number voided. */
import { z } from 'zod'
import { draftOnFile } from '../../../office/replies/draft-on-file.ts'
import { previewReply } from '../../../office/replies/draft-reply.ts'
import { issueReceipt } from '../../../office/replies/issue-receipt.ts'
import { printLetter, viewLetter } from '../../../office/replies/print-letter.ts'
import { voidLetter } from '../../../office/replies/void-letter.ts'
import { answer, fileAnswer } from '../../http/route.ts'
import { citesSchema, daySchema, idSchema, listOf, textOf } from '../../http/schemas.ts'
import type { ApiCommand } from '../commands/form.ts'
import { forms } from '../commands/index.ts'
import { actingOf } from '../context.ts'
import { failureProblem, problemIn } from '../refusals.ts'
import { answerOfStep, doneSchema } from '../views/done.ts'
import { ofRequest, requestParams, requestRoute } from './route.ts'

const letterParams = requestParams.extend({ letter: idSchema })

export const letterDataSchema = z
  .object({
    head: z.string(),
    number: z.string(),
    title: z.string(),
    addressee: z.string(),
    paragraphs: listOf(z.string()),
    attachments: listOf(z.string()),
    signature: z.string(),
    date: daySchema,
    note: z.string(),
    copies: listOf(z.string()),
  })
  .meta({ id: 'Letter' })

export const letterFormats = z.enum(['docx', 'pdf']).default('pdf').meta({ title: '格式' })
export const letterTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const

export const letterRoutes = [
  requestRoute(ofRequest('readRequest'), {
    id: 'readLetter',
    method: 'GET',
    url: '/organs/:organ/requests/:id/letters/:letter',
    summary: '一份文书的内容',
    tag: '申请件',
    rate: 'read',
    params: letterParams,
    problems: [409],
    answers: { 200: letterDataSchema },
    async handle({ parts: { office }, organ, request, viewer, params }) {
      const letter = await viewLetter(office, {
        organ: organ.id,
        request: request.id,
        letterId: params.letter,
        viewer,
      })
      return problemIn(letter) ?? answer(200, letter as Exclude<typeof letter, { failure: unknown }>)
    },
  }),
  requestRoute(ofRequest('readRequest'), {
    id: 'fetchLetter',
    method: 'GET',
    url: '/organs/:organ/requests/:id/letters/:letter/file',
    summary: '下载一份文书',
    tag: '申请件',
    rate: 'read',
    params: letterParams,
    query: z.strictObject({ format: letterFormats }),
    problems: [409],
    answers: { 200: { file: letterTypes } },
    async handle({ parts: { office }, organ, request, viewer, params, query: { format } }) {
      const view = { organ: organ.id, request: request.id, letterId: params.letter, viewer, format }
      const printed = await printLetter(office, view)
      return 'failure' in printed ? problemIn(printed)! : fileAnswer(printed)
    },
  }),
  requestRoute(ofRequest('draft'), {
    id: 'readReply',
    method: 'GET',
    url: '/organs/:organ/requests/:id/draft',
    summary: '在卷的拟稿，如其提交；退回的，退回的意见',
    tag: '办理',
    rate: 'read',
    params: requestParams,
    answers: {
      200: z.object({
        reply: z.looseObject({ ending: z.string() }).nullable().meta({ description: '没有拟稿的为 null' }),
        returned: z.object({ on: daySchema, by: z.string(), remarks: z.string() }).nullable(),
      }),
    },
    async handle({ parts: { office }, organ, request }) {
      const onFile = await office.inTransaction(organ.id, (unit) => draftOnFile(unit, request.id))
      return answer(200, { ...onFile, reply: onFile.reply && { ...onFile.reply } })
    },
  }),
  requestRoute(ofRequest('draft'), {
    id: 'previewReply',
    method: 'POST',
    url: '/organs/:organ/requests/:id/draft/preview',
    summary: '试拟答复：文书将是什么样，还缺什么；不作任何记录',
    tag: '办理',
    rate: 'write',
    params: requestParams,
    body: forms.draft.schema,
    problems: [409, 422],
    answers: {
      200: z.object({
        preview: letterDataSchema.nullable(),
        refusal: z.object({ code: z.string(), message: z.string(), cites: citesSchema }).nullable(),
        problems: listOf(z.object({ name: z.string(), message: z.string() })),
      }),
    },
    async handle(call) {
      const { parts, body } = call
      const outcome = await previewReply(parts.office, {
        ...actingOf(call),
        reply: body as ApiCommand<'draft'>,
      })
      if ('failure' in outcome && outcome.failure === 'conflict') return problemIn(outcome)!
      const { refusal = null, problems = [] } = 'failure' in outcome ? outcome : {}
      return answer(200, { preview: outcome.preview, refusal, problems })
    },
  }),
  requestRoute(ofRequest('issueLetter'), {
    id: 'issueLetter',
    method: 'POST',
    url: '/organs/:organ/requests/:id/receipt',
    summary: '补出登记回执',
    tag: '办理',
    rate: 'write',
    params: requestParams,
    ifMatch: true,
    problems: [409, 422],
    answers: { 200: doneSchema },
    async handle(call) {
      const { parts, request, seen } = call
      const acting = { ...actingOf(call), seen }
      const issued = await issueReceipt(parts.office, { ...acting, letterId: parts.newId() })
      return issued === null ? failureProblem(notDue) : answerOfStep(request.id, issued)
    },
  }),
  requestRoute(ofRequest('seal'), {
    id: 'voidLetter',
    method: 'POST',
    url: '/organs/:organ/requests/:id/letters/void',
    summary: '文号作废，留痕，不再使用',
    tag: '办理',
    rate: 'write',
    params: requestParams,
    body: z.strictObject({ letterNo: textOf('文号', 100), reason: textOf('作废的理由', 500) }),
    ifMatch: true,
    problems: [409, 422],
    answers: { 200: doneSchema },
    async handle(call) {
      const { parts, request, seen, body } = call
      return answerOfStep(request.id, await voidLetter(parts.office, { ...actingOf(call), seen, ...body }))
    },
  }),
]

const notDue = {
  failure: 'receiptNotDue',
  message: '登记回执已经出具，或者尚未收到申请，或者是更正申请，无需出具回执。',
}
