/** Masks for what is personal in the text of a document: offered, and put in where a person says so. */
import { z } from 'zod'
import { personalKinds } from '../../../office/attachments/personal-data.ts'
import { maskDocument, offerMasks } from '../../../office/documents/mask-document.ts'
import { etagOf } from '../../http/preconditions.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { captionsOf, listOf } from '../../http/schemas.ts'
import { answerOfDocument, documentDoneSchema, documentParams } from './document-verbs.ts'
import { atOrgan, organRoute } from './route.ts'

const place = z.number().int().min(0)

export const documentMaskRoutes = [
  organRoute(atOrgan('amendDocument'), {
    id: 'offerMasks',
    method: 'GET',
    url: '/organs/:organ/documents/:id/masks',
    summary: '正文中疑似的个人信息，逐处列出遮蔽以后的样子',
    about: '只是提出，不改动正文。ETag 是该文件的版本。',
    tag: '主动公开',
    rate: 'read',
    params: documentParams,
    answers: {
      200: z.object({
        version: z.number().int(),
        title: z.string(),
        masks: listOf(
          z.object({
            place: place.meta({ description: '第几处，从 0 起' }),
            kind: captionsOf(personalKinds),
            caption: z.string(),
            before: z.string(),
            found: z.string(),
            after: z.string(),
            masked: z.string(),
          }),
        ),
      }),
    },
    async handle({ parts: { office }, organ, params }) {
      const offered = await offerMasks(office, organ.id, params.id)
      return offered === null ? notFound() : answer(200, offered, { etag: etagOf(offered.version) })
    },
  }),
  organRoute(atOrgan('amendDocument'), {
    id: 'maskDocument',
    method: 'POST',
    url: '/organs/:organ/documents/:id/masks',
    summary: '按所选的各处遮蔽个人信息，写入正在起草的稿子；已经签发的，形成新版本的稿子',
    tag: '主动公开',
    rate: 'write',
    params: documentParams,
    body: z.strictObject({
      places: z.array(place).min(1).max(5000).readonly().meta({ title: '遮蔽哪几处' }),
    }),
    ifMatch: true,
    problems: [404, 409, 422],
    answers: { 200: documentDoneSchema },
    async handle({ parts, organ, actor, today, at, params, seen, body }) {
      if ((await parts.office.documents.get(organ.id, params.id)) === null) return notFound()
      const context = { today, actor }
      const masking = { organ: organ.id, document: params.id, context, at, seen, ...body }
      return answerOfDocument(200, await maskDocument(parts.office, masking))
    },
  }),
]
