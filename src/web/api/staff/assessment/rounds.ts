/** Rounds of assessment: opened, scored sheet by sheet, fed back, closed, told of. */
import { z } from 'zod'
import { setLetter } from '../../../../office/replies/print-letter.ts'
import { closeRound } from '../../../../office/supervision/assessment/close-round.ts'
import type { Row } from '../../../../office/supervision/assessment/keep.ts'
import { readAll } from '../../../../office/supervision/assessment/keep.ts'
import {
  draftNotice,
  letterOfNotice,
  publishNotice,
  saveNotice,
} from '../../../../office/supervision/assessment/notice.ts'
import { changesSince, rank } from '../../../../office/supervision/assessment/rank.ts'
import {
  assessedScore,
  feedBack,
  openedRound,
  openLeaves,
  openRound,
  resultsOf,
  roundBefore,
  sheetStates,
} from '../../../../office/supervision/assessment/rounds.ts'
import { systemOf } from '../../../../office/supervision/assessment/systems-of-organ.ts'
import { tellLosses, toldOutcomes } from '../../../../office/supervision/assessment/tell-losses.ts'
import { notFound } from '../../../http/reply.ts'
import { answer, fileAnswer } from '../../../http/route.ts'
import { captionsOf, daySchema, idSchema, listOf, textOf } from '../../../http/schemas.ts'
import type { OrganCaller } from '../../admission.ts'
import { problemIn } from '../../refusals.ts'
import { actingAt } from '../acting.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'
import { namesBelow } from './calls.ts'
import {
  noticeSchema,
  periodSchema,
  resultSchema,
  roundParams,
  roundSchema,
  sheetStateSchema,
  systemSchema,
  viewOfRound,
} from './schemas.ts'

/** A round with its sheets and what it looks like by now. */
async function whole(call: OrganCaller, id: string) {
  const { office } = call.parts
  const opened = await openedRound(office, call.organ.id, id)
  if (opened === null) return null
  const { round, sheets } = opened
  const [names, before] = await Promise.all([namesBelow(call), roundBefore(office, round)])
  const nameOf = (organ: string) => names.get(organ) ?? ''
  const results = round.state === 'closed' ? round.results : rank(await resultsOf(office, round, sheets))
  return { round, sheets, before, nameOf, results }
}

/** The wording kept, or a draft from the results. */
const noticeOf = ({ round, sheets, before, nameOf }: NonNullable<Awaited<ReturnType<typeof whole>>>) =>
  round.notice ?? { ...draftNotice(round, sheets, before, nameOf), publishedOn: null }

const done = (outcome: object) => problemIn(outcome) ?? answer(200, viewOfRound(outcome as Row<'round'>))

const step = {
  method: 'POST',
  tag: '考核',
  rate: 'write',
  params: roundParams,
  problems: [404, 409, 422],
  answers: { 200: roundSchema },
} as const

export const roundRoutes = [
  organRoute(atOrgan('supervise'), {
    id: 'listRounds',
    method: 'GET',
    url: '/organs/:organ/assessment/rounds',
    summary: '本机关开展的考核，最近的在前',
    tag: '考核',
    rate: 'read',
    params: organParams,
    answers: { 200: z.object({ rows: listOf(roundSchema) }) },
    async handle({ parts: { office }, organ }) {
      return answer(200, { rows: (await readAll(office, [organ.id], 'round')).map(viewOfRound) })
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'openRound',
    method: 'POST',
    url: '/organs/:organ/assessment/rounds',
    summary: '开展一轮考核',
    tag: '考核',
    rate: 'write',
    params: organParams,
    body: z.strictObject({
      system: idSchema.meta({ title: '指标体系' }),
      period: periodSchema.meta({ title: '考核的期间' }),
      organs: z
        .array(
          z.strictObject({
            organ: idSchema.meta({ title: '机关' }),
            class: z.string().min(1).max(40).meta({ title: '类别' }),
          }),
        )
        .min(1)
        .max(3000)
        .meta({ title: '被考核的机关' }),
      sampled: z.array(z.string().trim().min(1).max(100)).max(50).default([]).meta({ title: '抽取的领域' }),
      selfBy: daySchema.nullable().default(null).meta({ title: '自评截止日' }),
    }),
    problems: [404, 409, 422],
    answers: { 200: roundSchema },
    async handle(call) {
      const { parts, organ, body } = call
      const known = await systemOf(parts.office, organ.id, body.system)
      if (known === null) return notFound()
      const { system } = known
      return done(await openRound(parts.office, { ...actingAt(call), ...body, id: parts.newId(), system }))
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'readRound',
    method: 'GET',
    url: '/organs/:organ/assessment/rounds/:round',
    summary: '一轮考核：各机关的进展、得分、名次和与上一次相比的变化',
    tag: '考核',
    rate: 'read',
    params: roundParams,
    problems: [404],
    answers: {
      200: roundSchema.extend({
        system: systemSchema,
        before: z.string().nullable().meta({ description: '相比的上一轮' }),
        sealed: z.string().nullable().meta({ description: '封存结果的校验值' }),
        told: listOf(z.string()),
        notice: noticeSchema.nullable(),
        sheets: listOf(
          z.object({
            organ: z.string(),
            name: z.string(),
            state: sheetStateSchema,
            stateCaption: z.string(),
            total: z.number(),
            open: z.number().int().meta({ description: '还要评定的指标' }),
            objections: z.number().int(),
            undecided: z.number().int(),
          }),
        ),
        results: listOf(resultSchema).meta({ description: '尚未办结的，是现在的得分' }),
      }),
    },
    async handle(call) {
      const found = await whole(call, call.params.round)
      if (found === null) return notFound()
      const { round, sheets, before, nameOf, results } = found
      const captions = new Map(round.system.classes.map(({ key, caption }) => [key, caption]))
      return answer(200, {
        ...viewOfRound(round),
        ...{ system: round.system, sealed: round.sealed, told: round.told, before: before?.name ?? null },
        notice: round.state === 'closed' ? noticeOf(found) : null,
        sheets: sheets.map((sheet) => ({
          ...{ organ: sheet.subject, name: nameOf(sheet.subject), state: sheet.state },
          stateCaption: sheetStates[sheet.state],
          total: assessedScore(round, sheet).total,
          open: openLeaves(round, sheet.subject, sheet.assessed?.marks ?? {}).length,
          objections: sheet.objections.length,
          undecided: sheet.objections.filter(({ decision }) => decision === null).length,
        })),
        results: changesSince(results, before?.results ?? []).map((each) => ({
          ...each,
          name: nameOf(each.organ),
          classCaption: captions.get(each.class) ?? '',
        })),
      })
    },
  }),
  organRoute(atOrgan('supervise'), {
    ...step,
    id: 'feedBackRound',
    url: '/organs/:organ/assessment/rounds/:round/feedback',
    summary: '向各机关反馈评分，听取异议',
    body: z.strictObject({ objectBy: daySchema.meta({ title: '提出异议的截止日' }) }),
    async handle(call) {
      const { parts, params, body } = call
      return done(
        await feedBack(parts.office, { ...actingAt(call), ...params, ...body, organ: call.organ.id }),
      )
    },
  }),
  organRoute(atOrgan('supervise'), {
    ...step,
    id: 'closeRound',
    url: '/organs/:organ/assessment/rounds/:round/close',
    summary: '办结考核：封存结果，每一处问题转入整改',
    body: z.strictObject({ mendBy: daySchema.meta({ title: '整改的截止日' }) }),
    async handle(call) {
      const { parts, params, body } = call
      const closing = { ...actingAt(call), ...body, round: params.round, newId: parts.newId }
      return done(await closeRound(parts.office, closing))
    },
  }),
  organRoute(atOrgan('supervise'), {
    ...step,
    id: 'wordNotice',
    url: '/organs/:organ/assessment/rounds/:round/notice',
    summary: '保存或者公布考核通报',
    body: z.strictObject({
      title: textOf('标题', 200),
      paragraphs: z.array(z.string().trim().min(1).max(5000)).min(1).max(60).meta({ title: '正文' }),
      publish: z.boolean().default(false).meta({ title: '公布' }),
    }),
    async handle(call) {
      const { parts, params, body } = call
      const { publish, ...words } = body
      const wording = { ...actingAt(call), ...words, round: params.round }
      return done(await (publish ? publishNotice : saveNotice)(parts.office, wording))
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'printNotice',
    method: 'GET',
    url: '/organs/:organ/assessment/rounds/:round/notice/:format',
    summary: '考核通报的公文，DOCX 或者 PDF',
    tag: '考核',
    rate: 'read',
    params: roundParams.extend({ format: z.enum(['docx', 'pdf']) }),
    problems: [404],
    answers: { 200: { file: ['application/octet-stream'] } },
    async handle(call) {
      const { organ, params, today } = call
      const found = await whole(call, params.round)
      if (found === null || found.round.state !== 'closed') return notFound()
      const notice = noticeOf(found)
      return fileAnswer(
        await setLetter(letterOfNotice(organ, notice, notice.publishedOn ?? today), params.format),
      )
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'tellLosses',
    method: 'POST',
    url: '/organs/:organ/assessment/rounds/:round/losses',
    summary: '以邮件、短信告知各机关自己的失分；22时至次日7时不发送',
    tag: '考核',
    rate: 'write',
    params: roundParams,
    problems: [404, 409],
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            organ: z.string(),
            name: z.string(),
            outcome: captionsOf(toldOutcomes),
            outcomeCaption: z.string(),
          }),
        ),
      }),
    },
    async handle(call) {
      const { parts, params } = call
      const outcome = await tellLosses(parts.office, { ...actingAt(call), round: params.round })
      const refused = problemIn(outcome)
      if (refused !== null || !('told' in outcome)) return refused!
      const names = await namesBelow(call)
      const told = 'round' in outcome ? outcome.told : []
      return answer(200, {
        rows: told.map(({ organ, outcome: how }) => ({
          ...{ organ, name: names.get(organ) ?? '', outcome: how, outcomeCaption: toldOutcomes[how] },
        })),
      })
    },
  }),
]
