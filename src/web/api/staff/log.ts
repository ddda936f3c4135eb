/** An organ's log, for whoever audits it: what was recorded, and whether it is whole. */
import { z } from 'zod'
import { problem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { listOf } from '../../http/schemas.ts'
import { eventSchema, viewOfEvent } from '../views/event.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

export const logRoutes = [
  organRoute(atOrgan('readLog'), {
    id: 'readLog',
    method: 'GET',
    url: '/organs/:organ/log',
    summary: '机关的办理记录，按记录的先后',
    tag: '日志',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0).meta({ title: '从哪一序号之后' }),
      limit: z.coerce.number().int().min(1).max(1000).default(200).meta({ title: '条数' }),
    }),
    answers: {
      200: z.object({
        rows: listOf(eventSchema),
        next: z.number().int().nullable().meta({ description: '下一页的 after；没有更多时为 null' }),
      }),
    },
    async handle({ parts: { office }, organ, query: { after, limit } }) {
      const events = await office.inTransaction(organ.id, (unit) => unit.events.read(after, limit))
      const next = events.length < limit ? null : events.at(-1)!.seq
      return answer(200, { rows: events.map(viewOfEvent), next })
    },
  }),
  organRoute(atOrgan('verifyLog'), {
    id: 'verifyLog',
    method: 'POST',
    url: '/organs/:organ/log/verification',
    summary: '逐条校验办理记录，并与台账、编号比对',
    tag: '日志',
    rate: 'write',
    params: organParams,
    problems: [501],
    answers: {
      200: z.object({
        events: z.number().int(),
        cases: z.number().int(),
        faults: listOf(
          z.object({
            kind: z.string(),
            seq: z.number().int().nullable(),
            stream: z.string().nullable(),
            message: z.string(),
          }),
        ),
      }),
    },
    async handle({ parts: { verify }, organ }) {
      return verify === undefined ? problem('not-offered') : answer(200, await verify(organ.id))
    },
  }),
]
