/** What people outside said: how content they were, counted; their words, for the organ alone; faults on its pages. */
import { z } from 'zod'
import { yearOf } from '../../../law/day.ts'
import { faultReports, settleFault } from '../../../office/feedback/fault-report.ts'
import { countRatings, ratingWords } from '../../../office/feedback/rating.ts'
import { ratingLevels } from '../../../office/feedback/rating-levels.ts'
import { reportedPages } from '../../../office/feedback/reported-pages.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { captionsOf, daySchema, idSchema, listOf, okSchema, textOf } from '../../http/schemas.ts'
import { levelSchema } from '../public/feedback.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { belowQuery, organsIn } from './scope.ts'

const year = z.coerce
  .number()
  .int()
  .min(2008)
  .max(2200)
  .optional()
  .meta({ title: '年份', description: '不填为今年' })
const count = z.number().int()
const levels = Object.keys(ratingLevels) as (keyof typeof ratingLevels)[]

export const staffFeedbackRoutes = [
  organRoute(atOrgan('readBoard'), {
    id: 'countRatings',
    method: 'GET',
    url: '/organs/:organ/ratings',
    summary: '一年内办结的申请，申请人的满意程度，按机关计数',
    tag: '看板',
    rate: 'read',
    params: organParams,
    query: z.strictObject({ year, ...belowQuery }),
    answers: {
      200: z.object({
        year: count,
        rows: listOf(
          z.object({
            organ: z.string(),
            name: z.string(),
            counts: listOf(z.object({ level: levelSchema, count })),
            total: count,
          }),
        ),
      }),
    },
    async handle(call) {
      const { parts, organ, today, query } = call
      const asked = query.year ?? yearOf(today)
      const organs = await organsIn(call, query.below, 'board')
      const names = new Map(
        (await parts.office.organs.withSubordinates(organ.id)).map(({ id, name }) => [id, name]),
      )
      const rows = (await countRatings(parts.office, organs, asked)).map(({ organ: id, counts }) => ({
        organ: id,
        name: names.get(id) ?? '',
        counts: levels.map((level) => ({ level, count: counts[level] })),
        total: levels.reduce((sum, level) => sum + counts[level], 0),
      }))
      return answer(200, { year: asked, rows })
    },
  }),
  organRoute(atOrgan('annotate'), {
    id: 'readFeedback',
    method: 'GET',
    url: '/organs/:organ/feedback',
    summary: '申请人评价的意见、公众指出的页面差错；只有本机关可以阅看',
    tag: '看板',
    rate: 'read',
    params: organParams,
    query: z.strictObject({ year }),
    answers: {
      200: z.object({
        year: count,
        words: listOf(
          z.object({
            request: z.string(),
            number: z.string().nullable(),
            level: levelSchema,
            on: daySchema,
            text: z.string().nullable(),
          }),
        ),
        reports: listOf(
          z.object({
            report: z.string(),
            page: captionsOf(reportedPages),
            on: daySchema,
            text: z.string().nullable(),
            reach: z.string().nullable(),
            settled: z.object({ on: daySchema, how: z.string() }).nullable(),
          }),
        ),
      }),
    },
    async handle({ parts: { office }, organ, today, query }) {
      const asked = query.year ?? yearOf(today)
      const [words, reports] = [
        await ratingWords(office, organ.id, asked),
        await faultReports(office, organ.id, asked),
      ]
      return answer(200, { year: asked, words, reports })
    },
  }),
  organRoute(atOrgan('annotate'), {
    id: 'settleFault',
    method: 'POST',
    url: '/organs/:organ/fault-reports/:report/settlement',
    summary: '登记页面差错的处理',
    tag: '看板',
    rate: 'write',
    params: organParams.extend({ report: idSchema }),
    body: z.strictObject({
      reportedOn: daySchema.meta({ title: '指出的日期' }),
      how: textOf('怎样处理', 200),
    }),
    problems: [404],
    answers: { 200: okSchema },
    async handle({ parts: { office }, organ, actor, today, at, params, body }) {
      const settled = { organ: organ.id, report: params.report, ...body, today, by: { actor: actor.id, at } }
      return (await settleFault(office, settled)) ? answer(200, { done: true }) : notFound()
    },
  }),
]
