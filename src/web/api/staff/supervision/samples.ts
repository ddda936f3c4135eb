import { z } from 'zod'
import { repliesOfDrawn } from '../../../../office/supervision/samples/masked-reply.ts'
import { notFound } from '../../../http/reply.ts'
import { answer } from '../../../http/route.ts'
import { daySchema, idSchema, listOf } from '../../../http/schemas.ts'
import { atOrgan, organRoute } from '../route.ts'
import { runParams } from './schemas.ts'

export const sampleRoutes = [
  organRoute(atOrgan('supervise'), {
    id: 'readDrawnReplies',
    method: 'GET',
    url: '/organs/:organ/samples/:record/cases/:request',
    summary: '抽中的申请件的答复文书，不显示申请人',
    tag: '监督',
    rate: 'read',
    params: runParams.extend({ request: idSchema.meta({ description: '申请件的编号' }) }),
    answers: {
      200: z.object({
        letters: listOf(
          z.object({
            number: z.string(),
            title: z.string(),
            paragraphs: listOf(z.string()),
            date: daySchema,
            signature: z.string(),
          }),
        ),
      }),
    },
    async handle({ parts, organ, params: { record, request } }) {
      const row = await parts.office.supervision.get(organ.id, 'sample', record)
      const letters = row && (await repliesOfDrawn(parts.office, row, request))
      return letters === null ? notFound() : answer(200, { letters })
    },
  }),
]
