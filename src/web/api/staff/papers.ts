/** Papers of a request: put on file, fetched, looked into before they leave with a reply. */

import { z } from 'zod'
import { hiddenKinds } from '../../../office/attachments/inspection.ts'
import { stateOf } from '../../../office/handling/state-of-request.ts'
import { keepPaper } from '../../../office/papers/keep-paper.ts'
import { paperOf } from '../../../office/papers/open-paper.ts'
import { clearEnclosure, inspectEnclosure } from '../../../office/replies/enclosures.ts'
import { paperPurposes } from '../../../office/requests/index.ts'
import { mayRead } from '../../../office/visibility.ts'
import { etagOf } from '../../http/preconditions.ts'
import { isProblem, problem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer, fileAnswer } from '../../http/route.ts'
import { idSchema, keysOf, listOf, textOf } from '../../http/schemas.ts'
import { actingOf } from '../context.ts'
import type { Done } from '../perform.ts'
import { failureProblem, problemIn } from '../refusals.ts'
import { answerOfStep, doneSchema, viewOfDone } from '../views/done.ts'
import { ofRequest, requestParams, requestRoute } from './route.ts'

const purposeSchema = keysOf(paperPurposes, ({ caption }) => caption)

const keptSchema = doneSchema
  .extend({
    paper: z.object({
      id: z.string(),
      hash: z.string().meta({ description: '内容的 SHA-256' }),
      type: z.string().meta({ description: '按内容识别的类型' }),
      size: z.number().int(),
      purpose: purposeSchema,
    }),
  })
  .meta({ id: 'KeptPaper' })

const paperParams = requestParams.extend({ paper: idSchema })
const hashParams = requestParams.extend({
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: 'SHA-256' }),
})

const findingSchema = z.object({
  id: z.string(),
  kind: z.string(),
  part: z.string(),
  spots: listOf(z.string()),
  count: z.number().int(),
  message: z.string(),
  masked: z.string().optional(),
})

export const inspectionSchema = z
  .object({
    kind: z.string(),
    type: z.string(),
    size: z.number().int(),
    sha256: z.string(),
    hidden: listOf(findingSchema).meta({
      description: `看不见而收件人能得到的数据：${Object.keys(hiddenKinds).length} 类`,
    }),
    personal: listOf(findingSchema).meta({ description: '个人信息，已遮蔽' }),
  })
  .meta({ id: 'Inspection' })

export const paperRoutes = [
  requestRoute(ofRequest('addPaper'), {
    id: 'addPaper',
    method: 'POST',
    url: '/organs/:organ/requests/:id/papers',
    summary: '添加材料',
    about: `以表单提交一个文件。字段 purpose 为用途（${Object.keys(paperPurposes).join('、')}），字段 description 为说明，可以不填。`,
    tag: '申请件',
    rate: 'write',
    params: requestParams,
    files: 'only',
    problems: [409, 422],
    answers: { 201: keptSchema },
    async handle(call) {
      const { parts, request, upload } = call
      const form = await upload()
      if (isProblem(form)) return form
      const purpose = purposeSchema.safeParse(form.fields.purpose)
      const [file, ...more] = form.files
      if (file === undefined || more.length > 0 || !purpose.success)
        return problem('bad-request', { detail: '请在表单中附一个文件，并以字段 purpose 写明用途。' })
      const description = textOf('说明', 200).safeParse(form.fields.description ?? '').data
      const kept = await keepPaper(parts.office, {
        ...actingOf(call),
        id: parts.newId(),
        bytes: file.bytes,
        name: file.name,
        purpose: purpose.data,
        ...(description && { description }),
      })
      const refused = problemIn(kept)
      if (refused !== null) return refused
      const { paper, ...done } = kept as Extract<typeof kept, { paper: unknown }>
      const { id, hash, type, size } = paper
      const body = {
        ...viewOfDone(request.id, done as Done),
        paper: { id, hash, type, size, purpose: purpose.data },
      }
      return answer(201, body, { etag: etagOf(body.version) })
    },
  }),
  requestRoute(ofRequest('readRequest'), {
    id: 'fetchPaper',
    method: 'GET',
    url: '/organs/:organ/requests/:id/papers/:paper',
    summary: '下载一份材料',
    tag: '申请件',
    rate: 'read',
    params: paperParams,
    answers: { 200: { file: ['application/octet-stream'] } },
    async handle({ parts: { office }, organ, request, viewer, params }) {
      return office.inTransaction(organ.id, async (unit) => {
        const { papers } = await stateOf(unit, request.id)
        const filed = papers.find(({ paper }) => paper === params.paper)
        const seen =
          filed && ({ kind: 'paper', purpose: filed.purpose, from: 'office', sent: false } as const)
        if (!seen || !mayRead(viewer, { ...seen, organ: organ.id, request: request.id, consultation: null }))
          return notFound()
        const [paper, bytes] = [await paperOf(unit, filed.paper), await unit.blobs.open(filed.hash)]
        if (paper === null || bytes === null || 'failure' in paper || 'failure' in bytes)
          return failureProblem(
            { failure: 'erasedPaper', message: '这份材料的内容已经依法删除，无法下载。' },
            404,
          )
        return fileAnswer({ name: paper.name, type: paper.type, bytes })
      })
    },
  }),
  requestRoute(ofRequest('readRequest'), {
    id: 'inspectEnclosure',
    method: 'GET',
    url: '/organs/:organ/requests/:id/enclosures/:hash/inspection',
    summary: '随附答复的文件里有什么看不见的数据和个人信息',
    tag: '申请件',
    rate: 'write',
    params: hashParams,
    problems: [409],
    answers: { 200: inspectionSchema },
    async handle({ parts: { office }, organ, request, viewer, params: { hash } }) {
      const found = await inspectEnclosure(office, { organ: organ.id, request: request.id, hash, viewer })
      return problemIn(found) ?? answer(200, found as Exclude<typeof found, { failure: unknown }>)
    },
  }),
  requestRoute(ofRequest('clearPaper'), {
    id: 'clearPaper',
    method: 'POST',
    url: '/organs/:organ/requests/:id/enclosures/:hash/clearance',
    summary: '核查随附文件：逐项写明理由，予以放行',
    tag: '办理',
    rate: 'write',
    params: hashParams,
    body: z.strictObject({
      acknowledgements: z
        .array(
          z.strictObject({
            finding: idSchema.min(1).meta({ title: '核查发现的编号' }),
            reason: textOf('仍可提供的理由', 500),
          }),
        )
        .max(500)
        .meta({ title: '对每一项发现的确认' }),
    }),
    ifMatch: true,
    problems: [409, 422],
    answers: { 200: doneSchema },
    async handle(call) {
      const { parts, request, seen, params, body } = call
      const clearing = { ...actingOf(call), seen, hash: params.hash, ...body }
      return answerOfStep(request.id, await clearEnclosure(parts.office, clearing))
    },
  }),
]
