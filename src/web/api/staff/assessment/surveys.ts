/** 社会评议, for those who hold it: opened, ended, its results made public. */
import { z } from 'zod'
import { countRatings } from '../../../../office/feedback/rating.ts'
import { type Row, readAll, readOne } from '../../../../office/supervision/assessment/keep.ts'
import {
  closeSurvey,
  openSurvey,
  resultsOfSurvey,
  surveyStates,
  usualQuestions,
} from '../../../../office/supervision/assessment/surveys.ts'
import { notFound } from '../../../http/reply.ts'
import { answer } from '../../../http/route.ts'
import { daySchema, idSchema, listOf, textOf } from '../../../http/schemas.ts'
import { problemIn } from '../../refusals.ts'
import { actingAt } from '../acting.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'
import { namesBelow } from './calls.ts'
import { surveyStateSchema, yearSchema } from './schemas.ts'

const questionSchema = z.object({ id: z.string(), text: z.string() })

export const surveySchema = z.object({
  id: z.string(),
  title: z.string(),
  year: z.number().int(),
  state: surveyStateSchema,
  stateCaption: z.string(),
  openedOn: daySchema,
  until: daySchema,
  questions: listOf(questionSchema),
})

export const viewOfSurvey = (survey: Row<'survey'>): z.input<typeof surveySchema> => ({
  ...survey,
  stateCaption: surveyStates[survey.state],
})

export const surveyResultSchema = z.object({
  organ: z.string(),
  name: z.string(),
  ballots: z.number().int(),
  mean: z.number().nullable().meta({ description: '百分制；没有答卷的为空' }),
  tally: z.record(z.string(), z.record(z.string(), z.number())).meta({ description: '问题、回答、份数' }),
})

const surveyParams = organParams.extend({ survey: idSchema })

export const surveyRoutes = [
  organRoute(atOrgan('supervise'), {
    id: 'listSurveys',
    method: 'GET',
    url: '/organs/:organ/surveys',
    summary: '本机关开展的社会评议，以及通用的十个问题',
    tag: '考核',
    rate: 'read',
    params: organParams,
    answers: { 200: z.object({ rows: listOf(surveySchema), usual: listOf(questionSchema) }) },
    async handle({ parts: { office }, organ }) {
      const rows = await readAll(office, [organ.id], 'survey')
      return answer(200, { rows: rows.map(viewOfSurvey), usual: usualQuestions })
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'openSurvey',
    method: 'POST',
    url: '/organs/:organ/surveys',
    summary: '开展社会评议',
    tag: '考核',
    rate: 'write',
    params: organParams,
    body: z.strictObject({
      title: textOf('标题', 120),
      year: yearSchema.meta({ title: '评议的年份' }),
      questions: z.array(textOf('问题', 120)).min(1).max(30).meta({ title: '问题' }),
      organs: z.array(idSchema).min(1).max(3000).meta({ title: '被评议的机关' }),
      until: daySchema.meta({ title: '截止日' }),
    }),
    problems: [409, 422],
    answers: { 200: surveySchema },
    async handle(call) {
      const { parts, body } = call
      const questions = body.questions.map((text, at) => ({ id: `q${at + 1}`, text }))
      const opened = await openSurvey(parts.office, {
        ...actingAt(call),
        ...body,
        questions,
        id: parts.newId(),
      })
      return problemIn(opened) ?? answer(200, viewOfSurvey(opened as Row<'survey'>))
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'readSurvey',
    method: 'GET',
    url: '/organs/:organ/surveys/:survey',
    summary: '社会评议的结果，旁列当年办结申请的满意程度',
    tag: '考核',
    rate: 'read',
    params: surveyParams,
    problems: [404],
    answers: {
      200: surveySchema.extend({
        results: listOf(
          surveyResultSchema.extend({
            ratings: z.number().int().meta({ description: '申请人的评价件数' }),
            content: z.number().int().meta({ description: '其中基本满意以上的' }),
          }),
        ),
      }),
    },
    async handle(call) {
      const { parts, organ, params } = call
      const survey = await readOne(parts.office, organ.id, 'survey', params.survey)
      if (survey === null) return notFound()
      const [results, names, rated] = await Promise.all([
        resultsOfSurvey(parts.office, survey),
        namesBelow(call),
        countRatings(parts.office, survey.organs, survey.year),
      ])
      const counts = new Map(rated.map((each) => [each.organ, each.counts]))
      const rows = results.map((each) => {
        const { excellent = 0, good = 0, fair = 0, poor = 0, bad = 0 } = counts.get(each.organ) ?? {}
        const content = excellent + good + fair
        return { ...each, name: names.get(each.organ) ?? '', ratings: content + poor + bad, content }
      })
      return answer(200, { ...viewOfSurvey(survey), results: rows })
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'closeSurvey',
    method: 'POST',
    url: '/organs/:organ/surveys/:survey/close',
    summary: '结束社会评议，或者公布结果',
    tag: '考核',
    rate: 'write',
    params: surveyParams,
    body: z.strictObject({ published: z.boolean().meta({ title: '公布结果' }) }),
    problems: [404, 409],
    answers: { 200: surveySchema },
    async handle(call) {
      const { parts, params, body } = call
      const closed = await closeSurvey(parts.office, { ...actingAt(call), ...body, survey: params.survey })
      return problemIn(closed) ?? answer(200, viewOfSurvey(closed as Row<'survey'>))
    },
  }),
]
