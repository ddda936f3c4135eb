/** What people outside say of the service and of the pages. */
import { z } from 'zod'
import { reportFault } from '../../../office/feedback/fault-report.ts'
import { rateService, ratingOf } from '../../../office/feedback/rating.ts'
import { longestRating, ratingLevels } from '../../../office/feedback/rating-levels.ts'
import { longestReach, longestReport, reportedPages } from '../../../office/feedback/reported-pages.ts'
import { isProblem, problem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { captionsOf, okSchema, textOf } from '../../http/schemas.ts'
import { failureProblem } from '../refusals.ts'
import { applicant, everybody, organAt, organParams, passRoute, trackedBy, visitorRoute } from './route.ts'

export const levelSchema = captionsOf(ratingLevels)

export const feedbackRoutes = [
  passRoute(applicant, {
    id: 'readOwnRating',
    method: 'GET',
    url: '/organs/:organ/tracking/rating',
    summary: '是否可以评价，已经怎样评价',
    tag: '公众',
    rate: 'public',
    params: organParams,
    answers: { 200: z.object({ open: z.boolean(), level: levelSchema.nullable() }) },
    handle: async (call) => answer(200, await ratingOf(call.parts.office, trackedBy(call))),
  }),
  passRoute(applicant, {
    id: 'rateService',
    method: 'POST',
    url: '/organs/:organ/tracking/rating',
    summary: '办结以后评价服务，每件一次；所写的意见密封保存，只有该机关可以阅看',
    tag: '公众',
    rate: 'apply',
    params: organParams,
    body: z.strictObject({
      level: levelSchema.meta({ title: '满意程度' }),
      text: z.string().max(longestRating).default('').meta({ title: '意见' }),
    }),
    problems: [409],
    answers: { 200: z.object({ level: levelSchema }) },
    async handle(call) {
      const done = await rateService(call.parts.office, { ...trackedBy(call), ...call.body })
      if (!('failure' in done)) return answer(200, done)
      return done.failure === 'noRequest' ? notFound() : failureProblem(done)
    },
  }),
  visitorRoute(everybody, {
    id: 'reportFault',
    method: 'POST',
    url: '/organs/:organ/fault-reports',
    summary: '告诉机关页面上的差错，例如电话打不通',
    tag: '公众',
    rate: 'apply',
    params: organParams,
    body: z.strictObject({
      page: captionsOf(reportedPages).meta({ title: '哪一页' }),
      text: textOf('差错的内容', longestReport),
      reach: z.string().max(longestReach).default('').meta({ title: '联系方式' }),
    }),
    problems: [404],
    answers: { 200: okSchema },
    async handle(call) {
      const { parts, today, at, body } = call
      const organ = await organAt(call, call.params.organ)
      if (isProblem(organ)) return organ
      const kept = await reportFault(parts.office, {
        organ: organ.id,
        report: parts.newId(),
        ...body,
        today,
        at,
      })
      return kept ? answer(200, { done: true }) : problem('bad-request', { detail: '请写明差错的内容。' })
    },
  }),
]
