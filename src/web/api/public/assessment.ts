/** What everybody sees of assessments: notices that were made public, questionnaires and their results. */
import { z } from 'zod'
import { type Row, readAll, readOne } from '../../../office/supervision/assessment/keep.ts'
import { surveyAnswers } from '../../../office/supervision/assessment/survey-answers.ts'
import { castBallot, isOpenOn, resultsOfSurvey } from '../../../office/supervision/assessment/surveys.ts'
import { isProblem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { daySchema, idSchema, keysOf, listOf, okSchema } from '../../http/schemas.ts'
import { problemIn } from '../refusals.ts'
import { surveyResultSchema, surveySchema, viewOfSurvey } from '../staff/assessment/surveys.ts'
import { everybody, organAt, organParams, visitorRoute } from './route.ts'

const publicNotice = z.object({ round: z.string(), title: z.string(), publishedOn: daySchema })

const noticesOf = (rounds: readonly Row<'round'>[]) =>
  rounds.flatMap(({ id, notice }) =>
    notice?.publishedOn == null ? [] : [{ round: id, ...notice, publishedOn: notice.publishedOn }],
  )

const publicSurvey = surveySchema.extend({
  open: z.boolean(),
  organs: listOf(z.object({ id: z.string(), name: z.string() })),
  results: listOf(surveyResultSchema).nullable().meta({ description: '公布以前为空' }),
})

export const publicAssessmentRoutes = [
  visitorRoute(everybody, {
    id: 'listPublicAssessments',
    method: 'GET',
    url: '/organs/:organ/published/assessments',
    summary: '公布的考核通报、社会评议',
    tag: '公众',
    rate: 'public',
    params: organParams,
    problems: [404],
    answers: {
      200: z.object({
        notices: listOf(publicNotice),
        surveys: listOf(surveySchema.extend({ open: z.boolean() })),
      }),
    },
    async handle(call) {
      const { parts, params, today } = call
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const [rounds, surveys] = await Promise.all([
        readAll(parts.office, [organ.id], 'round'),
        readAll(parts.office, [organ.id], 'survey'),
      ])
      return answer(200, {
        notices: noticesOf(rounds),
        surveys: surveys
          .filter((survey) => survey.state === 'published' || isOpenOn(survey, today))
          .map((survey) => ({ ...viewOfSurvey(survey), open: isOpenOn(survey, today) })),
      })
    },
  }),
  visitorRoute(everybody, {
    id: 'readPublicNotice',
    method: 'GET',
    url: '/organs/:organ/published/assessments/:round',
    summary: '一份公布的考核通报',
    tag: '公众',
    rate: 'public',
    params: organParams.extend({ round: idSchema }),
    problems: [404],
    answers: { 200: publicNotice.extend({ paragraphs: listOf(z.string()) }) },
    async handle(call) {
      const { parts, params } = call
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const round = await readOne(parts.office, organ.id, 'round', params.round)
      const [notice] = round === null ? [] : noticesOf([round])
      return notice === undefined ? notFound() : answer(200, notice)
    },
  }),
  visitorRoute(everybody, {
    id: 'readPublicSurvey',
    method: 'GET',
    url: '/organs/:organ/published/surveys/:survey',
    summary: '社会评议的问卷；公布以后有结果',
    tag: '公众',
    rate: 'public',
    params: organParams.extend({ survey: idSchema }),
    problems: [404],
    answers: { 200: publicSurvey },
    async handle(call) {
      const { parts, params, today } = call
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const survey = await readOne(parts.office, organ.id, 'survey', params.survey)
      if (survey === null) return notFound()
      const rows = await parts.office.organs.withSubordinates(organ.id)
      const names = new Map(rows.map(({ id, name }) => [id, name]))
      const nameOf = (id: string) => names.get(id) ?? ''
      const results = survey.state === 'published' ? await resultsOfSurvey(parts.office, survey) : null
      return answer(200, {
        ...viewOfSurvey(survey),
        open: isOpenOn(survey, today),
        organs: survey.organs.map((id) => ({ id, name: nameOf(id) })),
        results: results?.map((each) => ({ ...each, name: nameOf(each.organ) })) ?? null,
      })
    },
  }),
  visitorRoute(everybody, {
    id: 'answerSurvey',
    method: 'POST',
    url: '/organs/:organ/published/surveys/:survey/answers',
    summary: '回答社会评议的问卷；不记名',
    tag: '公众',
    rate: 'apply',
    params: organParams.extend({ survey: idSchema }),
    body: z.strictObject({
      subject: idSchema.min(1).meta({ title: '评议哪个机关' }),
      answers: z
        .record(
          z.string().max(20),
          keysOf(surveyAnswers, ({ caption }) => caption),
        )
        .meta({ title: '回答' }),
    }),
    problems: [404, 409, 422],
    answers: { 200: okSchema },
    async handle(call) {
      const { parts, params, body, today, at } = call
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const cast = await castBallot(parts.office, {
        ...body,
        organ: organ.id,
        survey: params.survey,
        on: today,
        at,
      })
      return problemIn(cast) ?? answer(200, { done: true } as const)
    },
  }),
]
